import { describe, expect, test } from 'vitest';
import { documentCursor } from '../json/byteCursor.ts';
import { createDocument, type JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import { strictPass } from '../json/strict.ts';
import { readGeneration } from '../response/generation.ts';
import { GenerationParts } from './generationParts.ts';

function documentOf(generation: object | string): JsonDocument {
  const written = typeof generation === 'string' ? generation : JSON.stringify(generation);
  const bytes = new TextEncoder().encode(`{"data":[${written}],"provider_responses":[]}`);
  const { table, lines } = strictPass(bytes, { depth: 4 });
  return createDocument(bytes, table, lines);
}

const call = (name: string, args: unknown, id = 'call_1') => ({ id, function: { name, arguments: args } });

describe('parts of a generation', () => {
  test('are the calls that a whole reading finds, wherever they stand', () => {
    const generations: readonly object[] = [
      {},
      { tool_calls: [call('a', '{}'), {}, call('', ''), call('b', { x: 1 }), { function: null }, call('', '[')] },
      { output_message: { tool_calls: [call('m', '{}')] }, tool_calls: [call('a', '{}')] },
      { output_message: { tool_calls: [{}] }, tool_calls: [call('a', '{}')] },
      { output_message: { tool_call: { name: 'one', arguments: '{}' } }, tool_call: { name: 'two' } },
      { tool_call: { function: { name: 'inner' }, name: 'outer', id: 'x' } },
      { tool_call: {}, tool_calls: 'none' },
    ];
    for (const generation of generations) {
      const document = documentOf(generation);
      const parts = new GenerationParts(document);
      const cursor = documentCursor(document, pointerOf('data', 0));
      const expected = cursor && readGeneration(cursor, 0).toolCalls;
      expect(parts.calls(0, 0, 100)).toEqual(expected);
      expect(parts.counts(0).toolCalls).toBe(expected?.length);
      expect(parts.window(0, 'toolCalls', 0, 100).map(({ text }) => text.text)).toEqual(
        expected?.map(({ argumentsText }) => argumentsText),
      );
    }
  });

  test('come in windows, in the order of the document, also of a list too large to be read at once', () => {
    const count = 30_000;
    const generation = {
      inputs: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`key ${at}`, at % 2 === 0 ? `text ${at}` : [at]]),
      ),
      messages: Array.from({ length: count }, (_, at) => ({ role: 'user', content: `said ${at}` })),
      tool_results: Array.from({ length: count }, (_, at) => ({ id: `r${at}`, name: 'look', result: `seen ${at}` })),
      tool_calls: Array.from({ length: count }, (_, at) => (at % 3 === 0 ? {} : call(`tool ${at}`, `{"at":${at}}`))),
    };
    const parts = new GenerationParts(documentOf(generation));
    expect(parts.counts(0)).toEqual({ inputs: count, messages: count, toolResults: count, toolCalls: 20_000 });
    const [input, next] = parts.window(0, 'inputs', count - 2, 50);
    expect(input).toMatchObject({ name: { text: 'key 29998' }, kind: 'string', text: { text: 'text 29998' } });
    expect(next).toMatchObject({ pointer: '/data/0/inputs/key 29999', kind: 'array', text: { text: '[29999]' } });
    expect(parts.window(0, 'messages', 20_000, 1)).toMatchObject([
      { name: { text: 'user' }, text: { text: 'said 20000' } },
    ]);
    expect(parts.window(0, 'toolResults', 20_000, 1)).toMatchObject([
      { id: { text: 'r20000' }, text: { text: 'seen 20000' } },
    ]);
    expect(parts.window(0, 'toolCalls', 19_999, 50)).toMatchObject([
      {
        name: { text: 'tool 29999' },
        namePointer: '/data/0/tool_calls/29999/function/name',
        text: { text: '{"at":29999}' },
      },
    ]);
    expect(parts.window(0, 'inputs', count, 50)).toEqual([]);
    expect(parts.toolsText(0).split('\n')).toHaveLength(20_000 + count);
    expect(parts.toolsText(0)).toContain('tool 29999({"at":29999})\nlook: seen 0\n');
  });

  test('tell how long a text and a name are that come cut, and give all of the text', () => {
    const text = `${'line\n'.repeat(30_000)}end`;
    const parts = new GenerationParts(
      documentOf({ inputs: { ['key '.repeat(500)]: text }, messages: [{ content: [1, 2] }, {}] }),
    );
    const [part] = parts.window(0, 'inputs', 0, 1);
    expect(part?.name).toMatchObject({ totalLength: 2000 });
    expect(part?.name?.text).toHaveLength(300);
    expect(part?.text).toEqual({ text: text.slice(0, 10_000), from: 0, totalLength: text.length });
    expect(parts.text(0, 'inputs', 0)).toBe(text);
    expect(parts.text(0, 'messages', 0)).toBe('[1,2]');
    expect(parts.text(0, 'messages', 1)).toBe('');
    expect(parts.text(0, 'messages', 2)).toBeUndefined();
    expect(parts.text(0, 'toolCalls', 0)).toBeUndefined();
  });

  test('are read where they are written: a repeated key has each of its texts', () => {
    const parts = new GenerationParts(documentOf('{"inputs":{"a":"first","a":"second"}}'));
    expect([0, 1].map((at) => parts.text(0, 'inputs', at))).toEqual(['first', 'second']);
  });
});

import { describe, expect, test } from 'vitest';
import { createDocument } from '../json/document.ts';
import { strictPass } from '../json/strict.ts';
import { ResponseFields } from './responseFields.ts';

function fieldsOf(written: string | object): ResponseFields {
  const bytes = new TextEncoder().encode(typeof written === 'string' ? written : JSON.stringify(written));
  const { table, lines } = strictPass(bytes, { depth: 4 });
  return new ResponseFields(createDocument(bytes, table, lines));
}

describe('response fields', () => {
  test('are the documented ones first, set or not, then what else is there', () => {
    const fields = fieldsOf({
      trace: [1],
      data: [],
      project_id: 'pr_1',
      num_samples: 2,
      suffix: null,
      user: '',
      metadata: {},
      usage: { total_tokens: 1 },
      provider_responses: [],
      cost: 1.5,
    });
    const rows = fields.window(0, 100);
    expect(rows.map(({ key, presence, isDocumented }) => [key, presence, isDocumented])).toEqual([
      ['project_id', 'set', true],
      ['num_samples', 'set', true],
      ['logprobs', 'absent', true],
      ['suffix', 'null', true],
      ['user', 'empty', true],
      ['session_id', 'absent', true],
      ['metadata', 'empty', true],
      ['provider_request', 'absent', true],
      ['usage', 'set', true],
      ['trace', 'set', false],
      ['cost', 'set', false],
    ]);
    expect(fields.count).toBe(rows.length);
    expect(rows[0]).toMatchObject({ pointer: '/project_id', preview: '"pr_1"', isPreviewWhole: true });
    expect(rows[8]).toMatchObject({ preview: '{"total_tokens":1}', childCount: 1 });
  });

  test('know one more in a chat', () => {
    const rows = fieldsOf({ data: [], tool_choice: 'auto' }).window(0, 100);
    expect(rows.at(-1)).toMatchObject({ key: 'tool_choice', presence: 'set', isDocumented: true });
  });

  test('come in the same order whatever the window, wherever the documented ones stand', () => {
    const keys = Array.from({ length: 500 }, (_, at) => `key ${at}`);
    const places = { usage: 3, data: 250, metadata: 251, provider_responses: 499, user: 100 };
    for (const [key, at] of Object.entries(places)) keys[at] = key;
    const fields = fieldsOf(`{${keys.map((key, at) => `${JSON.stringify(key)}:${at}`).join(',')}}`);
    const all = fields.window(0, 10_000);
    expect(all).toHaveLength(fields.count);
    expect(all.slice(9).map(({ key }) => key)).toEqual(keys.filter((key) => key.startsWith('key ')));
    for (const [from, count] of [
      [0, 5],
      [5, 10],
      [9, 1],
      [12, 300],
      [255, 7],
      [500, 50],
    ] as const)
      expect(fields.window(from, count)).toEqual(all.slice(from, from + count));
    expect(fields.told()).toEqual({ fields: all.slice(0, 100), fieldCount: all.length });
  });

  test('hold the start of a long key and of a long value, and say so', () => {
    const row = fieldsOf({ data: [], ['é'.repeat(5000)]: '🙂'.repeat(5000) }).window(9, 1)[0];
    expect(row).toMatchObject({ key: 'é'.repeat(300), keyLength: 5000, isPreviewWhole: false });
    expect(row?.preview).toBe(`"${'🙂'.repeat(199)}`);
  });
});

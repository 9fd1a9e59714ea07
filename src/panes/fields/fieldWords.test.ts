import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { FieldRow } from '../../response/rows.ts';
import { newDocument } from '../../state/documents.ts';
import { fieldsLine, fieldWords } from './fieldWords.ts';

function field(key: string, change: Partial<FieldRow>): FieldRow {
  return {
    key,
    pointer: pointerOf(key),
    presence: 'set',
    isDocumented: true,
    preview: '',
    isPreviewWhole: true,
    childCount: 0,
    ...change,
  };
}

describe('words of a field', () => {
  it('tell absent, null and empty apart', () => {
    expect(fieldWords(field('suffix', { presence: 'absent' }))).toEqual({ remark: 'not set' });
    expect(fieldWords(field('suffix', { presence: 'null', kind: 'null', preview: 'null' }))).toEqual({ value: 'null' });
    expect(fieldWords(field('suffix', { presence: 'empty', kind: 'string', preview: '""' }))).toEqual({
      value: '""',
      remark: 'empty text',
    });
    expect(fieldWords(field('metadata', { presence: 'empty', kind: 'object', preview: '{}' })).remark).toBe(
      'empty object',
    );
    expect(fieldWords(field('tags', { presence: 'empty', kind: 'array', preview: '[ ]' })).remark).toBe('empty list');
  });

  it('say that an absent number of samples is 1', () => {
    expect(fieldWords(field('num_samples', { presence: 'absent' }))).toEqual({ remark: '1 (not set)' });
  });

  it('show values as written, on one line, and say how much of a long one there is', () => {
    expect(fieldWords(field('logprobs', { kind: 'number', preview: '5.0' }))).toEqual({ value: '5.0' });
    const long = field('provider_request', {
      kind: 'object',
      preview: '{\n  "model": "m",\n  "n"',
      isPreviewWhole: false,
      childCount: 8,
    });
    expect(fieldWords(long)).toEqual({ value: '{ "model": "m", "n"…', remark: '8 keys' });
  });
});

describe('the closed line', () => {
  const pointer = pointerOf('usage');
  const count = (lexeme: string) => ({ value: Number(lexeme), lexeme, pointer });
  const document = {
    ...newDocument('a', 'a.json'),
    fields: [field('num_samples', { preview: '8' }), field('logprobs', { presence: 'null', preview: 'null' })],
    providers: tableOf([{ vendor: 'Azure', model: { text: 'gpt-4', pointer } }]),
  };

  function lineOf(prompt: string, generation: string, total?: string): string {
    const usage = {
      pointer,
      prompt: count(prompt),
      generation: count(generation),
      ...(total !== undefined && { total: count(total) }),
    };
    const parts = fieldsLine({ ...document, usage: { pointer, usage } });
    return parts.map(({ name, value }) => (name === undefined ? value : `${name} ${value}`)).join(' · ');
  }

  it('holds what is set: model, samples and tokens', () => {
    expect(lineOf('38', '412', '450')).toBe('Azure gpt-4 · num_samples 8 · prompt 38 + generation 412 = 450 tokens');
  });

  it('claims no sum that is none', () => {
    expect(lineOf('24', '81', '120')).toContain('prompt 24 + generation 81, 120 tokens');
    expect(lineOf('24', '81')).toContain('prompt 24 + generation 81 tokens');
  });
});

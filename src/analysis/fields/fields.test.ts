import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pointer, rootPointer } from '../../json/pointer.ts';
import type { ToolCall } from '../../response/model.ts';
import { compareAnswers } from './compareAnswers.ts';
import { compareFields, type Field, type FieldTable, lexemeOf } from './fields.ts';
import { jsonPartsOf, likelySource } from './jsonParts.ts';
import { numberKey } from './numberKey.ts';

function compared(...texts: readonly (string | undefined)[]): FieldTable {
  return compareFields(texts.map((text) => (text === undefined ? [] : [{ text }])));
}

function fieldAt(table: FieldTable, pointer: string): Field {
  const field = table.fields.find((one) => one.pointer === pointer);
  if (field === undefined) throw new Error(`No field ${pointer}.`);
  return field;
}

const call = (name: string, argumentsText: string): ToolCall => ({
  name,
  argumentsText,
  pointer: rootPointer,
  argumentsPointer: rootPointer as Pointer,
});

/** The variants of a field as `lexeme: samples`. */
function variants(table: FieldTable, pointer: string): readonly string[] {
  return fieldAt(table, pointer).variants.map(({ kind, lexeme, samples }) => {
    return `${kind === 'missing' ? 'missing' : lexeme}: ${samples}`;
  });
}

describe('fields', () => {
  test('are the union of all paths, in the order of the texts', () => {
    const table = compared('{"a":1,"c":{"x":[1,2]}}', '{"b":2,"c":{"y":0,"x":[1]},"d":3}');
    expect(table.fields.map(({ pointer }) => pointer)).toEqual([
      '/b',
      '/a',
      '/c',
      '/c/y',
      '/c/x',
      '/c/x/0',
      '/c/x/1',
      '/d',
    ]);
    expect(fieldAt(table, '/c/x')).toMatchObject({ depth: 1, memberCounts: { least: 1, most: 2, isArray: true } });
  });

  test('tell missing, null, empty texts, empty containers and false apart', () => {
    const table = compared('{"a":null}', '{"a":""}', '{"a":[]}', '{"a":{}}', '{"a":false}', '{}', '{"a":0}');
    expect(variants(table, '/a')).toEqual(['null: 0', '"": 1', '[]: 2', '{}: 3', 'false: 4', 'missing: 5', '0: 6']);
  });

  test('compare numbers by value and keep how each is written', () => {
    const table = compared('{"n":129}', '{"n":129.0}', '{"n":1.29e2}', '{"n":"129"}', '{"n":119}');
    expect(variants(table, '/n')).toEqual(['129: 0,1,2', '"129": 3', '119: 4']);
    const field = fieldAt(table, '/n');
    expect(field.agreement).toBe(3);
    expect([0, 1, 2, 3, 4].map((sample) => lexemeOf(field, sample))).toEqual([
      '129',
      '129.0',
      '1.29e2',
      '"129"',
      '119',
    ]);
    expect(field.figures).toEqual({
      min: { value: 119, lexeme: '119' },
      median: { value: 129, lexeme: '129' },
      max: { value: 129, lexeme: '1.29e2' },
    });
  });

  test('have a mean of two as the median of an even count, and no figures without numbers', () => {
    const table = compared('{"n":1,"s":"a"}', '{"n":4,"s":"b"}');
    expect(fieldAt(table, '/n').figures?.median).toEqual({ value: 2.5, lexeme: undefined });
    expect(fieldAt(table, '/s').figures).toBeUndefined();
  });

  test('ignore the order of keys and how strings are escaped', () => {
    const table = compared('{"a":1,"b":"é"}', '{"b":"\\u00e9","a":1}');
    expect(table.disagreeing).toBe(0);
  });

  test('count a value that most lack as a minority', () => {
    const table = compared('{"f":["x"]}', '{"f":[]}', '{"f":[]}');
    expect(variants(table, '/f')).toEqual(['[]: 1,2', '[: 0']);
    expect(variants(table, '/f/0')).toEqual(['missing: 1,2', '"x": 0']);
  });

  test('of texts that do not parse show the error and its place, and count for nothing', () => {
    const table = compared('{"a":1}', '{"a":\n  "cut', undefined, '{"a":1}');
    expect(table.parsed).toEqual([0, 3]);
    expect(table.without).toEqual([2]);
    expect(table.errors).toMatchObject([{ sample: 1, part: 0, problem: { line: 2, isEndOfText: true } }]);
    expect(fieldAt(table, '/a').variantOf).toEqual(Int32Array.of(0, -1, -1, 0));
    expect(table.disagreeing).toBe(0);
  });

  test('of values that are no objects are one field without a key', () => {
    const table = compared('1', '[]', '1');
    expect(variants(table, '')).toEqual(['1: 0,2', '[]: 1']);
    expect(table.majorityText).toBe('1');
  });

  test('may be called anything, and of duplicates the last counts', () => {
    const table = compared('{"__proto__":1,"a/b":{"":2},"x":{"y":1},"x":3}', '{"0":1}');
    expect(table.fields.map(({ pointer }) => pointer)).toEqual(['/0', '/__proto__', '/a~1b', '/a~1b/', '/x', '/x/y']);
    expect(variants(table, '/x')).toEqual(['3: 0', 'missing: 1']);
    expect(variants(table, '/x/y')).toEqual(['missing: 0,1']);
  });

  test('deeper than a screen are compared as text', () => {
    const deep = '['.repeat(3000) + ']'.repeat(3000);
    const table = compared(deep, deep, deep.replace('[]', '[1]'));
    expect(table.fields.length).toBeLessThan(100);
    expect(table.disagreeing).toBe(1);
  });

  test('of several texts of one sample stand below their labels', () => {
    const table = compareFields([
      [
        { label: 'find', text: '{"q":"a"}' },
        { label: 'find 2', text: '{"q":"b"}' },
      ],
      [{ label: 'find', text: '{"q":"a"}' }],
    ]);
    expect(variants(table, '/find/q')).toEqual(['"a": 0,1']);
    expect(variants(table, '/find 2/q')).toEqual(['"b": 0', 'missing: 1']);
  });
});

describe('the majority as one text', () => {
  test('takes members from the samples that have the majority of their container', () => {
    const table = compared(
      '{"a":{"x":1,"y":2},"f":[1,2]}',
      '{"a":{"x":1},"f":[1,3]}',
      '{"a":null,"f":[9],"g":true}',
      '{"a":{"x":5},"f":[1,3]}',
    );
    expect(table.majorityText).toBe('{\n  "a": {\n    "x": 1\n  },\n  "f": [\n    1,\n    3\n  ]\n}');
  });

  test('of samples that agree is their value, whatever it is', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 4 }), (text, count) => {
        const table = compared(...new Array<string>(count).fill(text));
        expect(JSON.parse(table.majorityText)).toEqual(JSON.parse(text));
        expect(table.disagreeing).toBe(0);
      }),
    );
  });

  test('is valid JSON for any samples', () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 5 }), (texts) => {
        const table = compared(...texts);
        expect(() => JSON.parse(table.majorityText)).not.toThrow();
        for (const field of table.fields) {
          const samples = field.variants.flatMap((variant) => variant.samples).sort((one, other) => one - other);
          expect(samples).toEqual(table.parsed);
        }
      }),
    );
    expect(compared('{').majorityText).toBe('');
  });
});

test('numbers have one key for one value, exactly', () => {
  for (const same of [
    ['0', '-0', '0.0', '0e99'],
    ['100', '1e2', '100.000', '1E+2', '0.1e3'],
    ['-0.5', '-5e-1', '-0.50'],
  ]) {
    expect(new Set(same.map(numberKey)).size).toBe(1);
  }
  expect(numberKey('9007199254740993')).not.toBe(numberKey('9007199254740992'));
  expect(numberKey('1')).not.toBe(numberKey('-1'));
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(numberKey(value.toExponential())).toBe(numberKey(String(value)));
    }),
  );
});

describe('JSON of a sample', () => {
  test('is the whole output, its fenced blocks or the arguments of its tool calls', () => {
    const output = 'Here:\n\n```json\n{"a": 1}\n```\n\nand\n\n~~~\n[2]\n~~~\n\n```python\n{}\n```\n';
    const answer = { output, toolCalls: [call('f', '{}'), call('g', '1'), call('f', '2')] };
    expect(jsonPartsOf(answer, 'output')).toEqual([{ text: output }]);
    expect(jsonPartsOf(answer, 'fenced')).toEqual([
      { label: 'block', text: '{"a": 1}' },
      { label: 'block 2', text: '[2]' },
    ]);
    expect(jsonPartsOf(answer, 'toolCalls')).toEqual([
      { label: 'f', text: '{}' },
      { label: 'g', text: '1' },
      { label: 'f 2', text: '2' },
    ]);
    expect(jsonPartsOf({ output: ' \n', toolCalls: [] }, 'output')).toEqual([]);
  });

  test('in a fence that is never closed goes to the end', () => {
    expect(jsonPartsOf({ output: '```json\n{"a":\n``', toolCalls: [] }, 'fenced')).toEqual([{ text: '{"a":\n``' }]);
  });

  test('is looked for where most samples have it', () => {
    const none: readonly ToolCall[] = [];
    expect(
      likelySource([
        { output: ' {"a":1}', toolCalls: none },
        { output: 'no', toolCalls: none },
      ]),
    ).toBe('output');
    expect(likelySource([{ output: 'See\n```\n{}\n```', toolCalls: none }])).toBe('fenced');
    expect(likelySource([{ output: '', toolCalls: [call('f', '{"a":1}')] }])).toBe('toolCalls');
    expect(likelySource([{ output: 'text', toolCalls: none }])).toBeUndefined();
  });
});

describe('the fields of answers', () => {
  const both = [
    { output: '{"a": 1}', toolCalls: [call('f', '{"b": 2}')] },
    { output: '{"a": 2}', toolCalls: [] },
  ];

  test('are read from the likely place, which is one of those that hold JSON', () => {
    const { source, sources, table } = compareAnswers(both);
    expect([source, sources]).toEqual(['output', ['output', 'toolCalls']]);
    expect(table.fields.map(({ pointer }) => pointer)).toEqual(['/a']);
  });

  test('are read from the wanted place where it holds JSON', () => {
    expect(compareAnswers(both, 'toolCalls').table).toMatchObject({ parsed: [0], without: [1] });
    expect(compareAnswers(both, 'fenced').source).toBe('output');
  });

  test('are none, without an error, where nothing is JSON', () => {
    const { source, table } = compareAnswers([{ output: 'text', toolCalls: [] }]);
    expect(source).toBeUndefined();
    expect(table).toMatchObject({ fields: [], errors: [], without: [0] });
  });
});

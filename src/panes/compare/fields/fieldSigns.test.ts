import { describe, expect, test } from 'vitest';
import { compareFields } from '../../../analysis/fields/fields.ts';
import { kindWords, memberWords, pathWords, shownFields, signOf, standingOf } from './fieldSigns.ts';

/** The field "a" of the given JSON texts. */
const fieldA = (...outputs: readonly string[]) => table(...outputs).fields.find(({ key }) => key === 'a');
const table = (...outputs: readonly string[]) => compareFields(outputs.map((text) => [{ text }]));

describe('signs', () => {
  test('of missing, null, empty string, empty array, empty object and values are all different', () => {
    const field = fieldA(
      '{"a": null}',
      '{"a": ""}',
      '{"a": []}',
      '{"a": {}}',
      '{}',
      '{"a": [1, 2]}',
      '{"a": "null"}',
      '{"a": {"b": 1}}',
    );
    const texts = field?.variants.map((variant) => signOf(variant).text);
    expect(texts?.toSorted()).toEqual(['""', '"null"', '[ ]', '[2]', 'missing', 'null', '{ }', '{…}']);
    expect(new Set(field?.variants.map((variant) => signOf(variant).words)).size).toBe(8);
  });

  test('show a number as its sample writes it', () => {
    const [field] = table('{"a": 129}', '{"a": 129.0}').fields;
    const [variant] = field?.variants ?? [];
    expect(variant && signOf(variant, variant.otherwise[0]?.lexeme).text).toBe('129.0');
  });
});

test('a variant is of most samples, of some or of one alone', () => {
  const [field] = table('{"a":1}', '{"a":1}', '{"a":1}', '{"a":2}', '{"a":2}', '{"a":3}').fields;
  expect(field && [0, 1, 2].map((variant) => standingOf(field, variant))).toEqual(['majority', 'minority', 'single']);
});

test('containers say how many members they have', () => {
  const { fields } = table('{"a": [1], "b": {"c": 1}}', '{"a": [1, 2, 3], "b": {"c": 2}}');
  expect(fields.map(memberWords)).toEqual(['[1–3]', '', '', '', '{1}', '']);
});

test('a value of another kind says so, but not beside null or nothing', () => {
  const field = fieldA('{"a":1}', '{"a":1}', '{"a":"1"}', '{"a":null}', '{}');
  const [majority] = field?.variants ?? [];
  expect(field?.variants.map((variant) => majority && kindWords(variant, majority))).toEqual([
    undefined,
    'a string, not a number',
    undefined,
    undefined,
  ]);
});

describe('only fields that disagree', () => {
  test('are those, with what they lie in', () => {
    const { fields, parsed } = table(
      '{"same": 1, "a": {"b": {"c": 1, "same": 2}, "same": 3}, "d": 4, "e": {"f": 5}}',
      '{"same": 1, "a": {"b": {"c": 9, "same": 2}, "same": 3}, "d": 5, "e": {"f": 5}}',
    );
    const shown = shownFields(fields, parsed.length, true);
    expect(shown.map(({ pointer }) => pointer)).toEqual(['/a', '/a/b', '/a/b/c', '/d']);
    expect(shownFields(fields, parsed.length, false)).toBe(fields);
  });

  test('are none where all agree', () => {
    const { fields, parsed } = table('{"a": {"b": 1}}', '{"a": {"b": 1.0}}');
    expect(shownFields(fields, parsed.length, true)).toEqual([]);
  });
});

test('a path is written as people write it, that of an argument with its call and the place among equal calls', () => {
  const paths = table('{"price": {"amount": [1]}, "of day": 2}').fields.map((field) => pathWords(field));
  expect(paths).toEqual(['price', 'price.amount', 'price.amount[0]', '["of day"]']);
  const calls = compareFields([
    [
      { label: 'get_weather', text: '{"city": "Oslo"}' },
      { label: 'get_weather 2', text: '{"city": "Bergen"}' },
    ],
  ]);
  expect(calls.fields.map((field) => pathWords(field, true))).toEqual([
    'get_weather',
    'get_weather.city',
    'get_weather 2',
    'get_weather 2.city',
  ]);
});

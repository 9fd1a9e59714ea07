import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partEnd } from '../json/search/parts.ts';
import { findInPart } from './patternInPart.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function foundTexts(text: string, source: string, isCaseMatched = true): readonly string[] {
  const bytes = encoder.encode(text);
  const hits = findInPart({ source, isCaseMatched }, bytes);
  return Array.from({ length: hits.length / 2 }, (_, at) =>
    decoder.decode(bytes.subarray(hits[2 * at] ?? 0, hits[2 * at + 1] ?? 0)),
  );
}

describe('a regular expression finds', () => {
  test('what keys, strings, numbers and words say, as a person reads them', () => {
    const text = String.raw`{"finish": "caf\u00e9\n2 🌱", "n": -12.50, "ok": true}`;
    expect(foundTexts(text, 'fin.')).toEqual(['fini']);
    expect(foundTexts(text, 'é\\n\\d')).toEqual([String.raw`\u00e9\n2`]);
    expect(foundTexts(text, '🌱$')).toEqual(['🌱']);
    expect(foundTexts(text, '^-?\\d+\\.\\d+$')).toEqual(['-12.50']);
    expect(foundTexts(text, '^(true|false)$')).toEqual(['true']);
    expect(foundTexts(text, 'OK', false)).toEqual(['ok']);
  });

  test('nothing across two values, and no empty match', () => {
    expect(foundTexts('{"a": "b"}', 'a.*b')).toEqual([]);
    expect(foundTexts('{"a": "bb"}', 'b*')).toEqual(['bb']);
    expect(foundTexts('["aa aa"]', 'a+')).toEqual(['aa', 'aa']);
  });

  test('what a text that breaks off says so far', () => {
    expect(foundTexts('{"a": "cut of', 'of$')).toEqual(['of']);
    expect(foundTexts('["\\ud83c\\udf31x', 'x')).toEqual(['x']);
  });
});

test('parts of any size hold the whole text, and each value is in one of them', () => {
  const value = fc.oneof(
    fc.json(),
    fc.string().map((text) => JSON.stringify(text)),
  );
  fc.assert(
    fc.property(
      value,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('[a-m]+', '\\d+', '.', 'e'),
      (text, size, source) => {
        const bytes = encoder.encode(text);
        const whole = [...findInPart({ source, isCaseMatched: false }, bytes)];
        const found: number[] = [];
        for (let from = 0; from < bytes.length; ) {
          const to = partEnd(bytes, from, size);
          expect(to).toBeGreaterThan(from);
          for (const byte of findInPart({ source, isCaseMatched: false }, bytes.subarray(from, to)))
            found.push(from + byte);
          from = to;
        }
        expect(found).toEqual(whole);
      },
    ),
    { numRuns: 500 },
  );
});

test('the matches in a string are those in its decoded text, at the bytes that say them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('.', '[^a-z]+', '\\p{L}', '[\\ud800-\\udfff]'),
      (text, source) => {
        const written = JSON.stringify(text);
        const found = foundTexts(written, source).map((one) => JSON.parse(`"${one}"`));
        expect(found).toEqual(Array.from(JSON.parse(written).matchAll(new RegExp(source, 'gu')), ([match]) => match));
      },
    ),
  );
});

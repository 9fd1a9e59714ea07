import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOfUnit, isBoundary, lengthOfUnit, unitAt, unitBefore, writtenAt, writtenBefore } from './units.ts';

const encoder = new TextEncoder();
const escaped = fc.constantFrom(
  ...[
    '\\n',
    '\\"',
    '\\\\',
    '\\u00e9',
    '\\ud83c\\udf31',
    '\\ud83c',
    '\\udf31',
    '\\',
    '\\x',
    '\\u00',
    '\\u5c5c',
    '\\u005c',
  ],
);
const text = fc.constantFrom('a', 'u', 'n', '5', 'c', 'é', '漢', '🌱', '"');
const bytes = fc
  .array(
    fc.oneof(
      fc.oneof(escaped, text).map((one) => encoder.encode(one)),
      fc.uint8Array({ min: 0x80, minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 16 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

test('characters are the same forward and backward, and no boundary lies in the middle of one', () => {
  fc.assert(
    fc.property(bytes, (text) => {
      const boundaries = new Set([text.length]);
      for (let at = 0; at < text.length; ) {
        boundaries.add(at);
        const unit = unitAt(text, at);
        at += lengthOfUnit(unit);
        expect(unitBefore(text, at)).toBe(unit);
      }
      const told = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isBoundary(text, at));
      expect(told).toEqual([...boundaries].sort((a, b) => a - b));
    }),
    { numRuns: 2000 },
  );
});

test('code points as they are written are the same forward and backward, and those of the platform', () => {
  fc.assert(
    fc.property(bytes, (text) => {
      const codes: number[] = [];
      for (let at = 0; at < text.length; ) {
        const unit = writtenAt(text, at);
        codes.push(codeOfUnit(unit));
        at += lengthOfUnit(unit);
        expect(writtenBefore(text, at)).toBe(unit);
      }
      expect(String.fromCodePoint(...codes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(text));
    }),
    { numRuns: 1000 },
  );
});

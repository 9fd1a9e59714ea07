import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readString } from '../text.ts';
import { textCounter } from './countText.ts';
import { foldedText } from './foldedText.ts';

const encoder = new TextEncoder();

/** The way that decodes first, which all counts are held against: character by character. */
function countDecoded(written: Uint8Array, wanted: string, isCaseMatched: boolean): number {
  const fold = isCaseMatched ? (text: string) => text : foldedText;
  const where = Array.from(fold(readString(written, 0, written.length)));
  const what = Array.from(fold(wanted));
  let count = 0;
  for (let at = 0; at + what.length <= where.length; ) {
    const isHere = what.every((character, i) => where[at + i] === character);
    count += isHere ? 1 : 0;
    at += isHere ? what.length : 1;
  }
  return count;
}

const piece = fc.constantFrom(
  ...['a', 'A', 'n', 'N', 'k', 'i', 'u', '/', '"', '\\', '\n', '\t', '\u0001', 'é', 'É', '茶', '\u0130', '\u212a'],
  ...['\u0307', 'ß', 'Σ', 'σ', 'ς', '😀', '\ud83d', '\ufffd', ' '],
);
const textOf = (maxLength: number, minLength = 0) =>
  fc.array(piece, { minLength, maxLength }).map((pieces) => pieces.join(''));
/** A string of JSON in one of the ways in which it can be written, and damaged ones. */
const written = fc
  .tuple(
    textOf(14),
    fc.constantFrom(
      (one: string) => one,
      (one: string) => one.replaceAll('/', '\\/'),
      (one: string) => one.replaceAll('a', '\\u0061'),
      (one: string) => one.replaceAll('\\n', '\n'),
      (one: string) => one.replaceAll('\\t', '\\N'),
    ),
  )
  .map(([text, spell]) => encoder.encode(spell(JSON.stringify(text))));
/** Behind a backslash that stands alone a quote would not be the end. */
const bytes = fc
  .uint8Array({ maxLength: 14 })
  .filter((inner) => inner.reduce((run, byte) => (byte === 0x5c ? run + 1 : 0), 0) % 2 === 0)
  .map((inner) => Uint8Array.of(0x22, ...inner, 0x22));

test('counts what stands in the decoded text, however it is written', () => {
  fc.assert(
    fc.property(fc.oneof(written, bytes), textOf(3, 1), fc.boolean(), (string, wanted, isCaseMatched) => {
      // What stands around it is none of it.
      const before = encoder.encode('["aAnNé\\\\","",');
      const from = before.length;
      const around = Uint8Array.of(...before, ...string, ...encoder.encode(',"n茶😀"]'));
      const count = textCounter(around, wanted, isCaseMatched)(from, from + string.length, 1000);
      expect(count).toBe(countDecoded(string, wanted, isCaseMatched));
    }),
    { numRuns: 20_000 },
  );
});

test('counts no more than it is told to', () => {
  const string = encoder.encode('"tea\\ntea tea"');
  expect([1, 2, 5].map((most) => textCounter(string, 'TEA', false)(0, string.length, most))).toEqual([1, 2, 3]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesByRank, type TextRanks, textRanks } from './textRanks.ts';

const encoder = new TextEncoder();

function ranked(texts: readonly (string | undefined)[], fromBytes: boolean): TextRanks {
  const bytesAt = (place: number) => {
    const text = texts[place];
    if (text?.isWellFormed() !== true) return undefined;
    // Something stands around it.
    const bytes = encoder.encode(`Z${text}z`);
    return { bytes, from: 1, length: bytes.length - 2 };
  };
  const textAt = (place: number) => texts[place]?.toLowerCase();
  const steps = textRanks(texts.length, { textAt, ...(fromBytes && { bytesAt }) });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'A', 'b', '[', ' ', '\u0000', 'é', 'É', '\u0130', 'Σ', '😀', '\ud83d') }),
  fc.string({ unit: 'binary' }),
  fc.nat(20).map((times) => 'The same beginning '.repeat(times)),
  fc.constant(undefined),
);

test('texts in any case have the ranks of their order by code units, from bytes and from texts', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.boolean(), fc.boolean(), (texts, fromBytes, isDescending) => {
      const { ranks, count } = ranked(texts, fromBytes);
      const small = texts.map((one) => one?.toLowerCase());
      const different = [...new Set(small.filter((one) => one !== undefined))].sort((a, b) => (a < b ? -1 : 1));
      expect([...ranks]).toEqual(small.map((one) => (one === undefined ? 0 : different.indexOf(one) + 1)));
      expect(count).toBe(different.length);
      const sign = isDescending ? -1 : 1;
      const expected = texts
        .map((_, at) => at)
        .sort((one, other) => {
          const [left = 0, right = 0] = [ranks[one], ranks[other]];
          return left === right ? 0 : left === 0 ? 1 : right === 0 ? -1 : sign * (left - right);
        });
      expect([...placesByRank({ ranks, count }, isDescending)]).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

test('many equal and many long texts are ranked too, in steps', () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `${'the same for long '.repeat(9)}${(at * 7919) % 10_000}`);
  const steps = textRanks(texts.length, { textAt: (place) => texts[place] });
  let rests = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) rests++;
  expect(step.value.count).toBe(10_000);
  expect(rests).toBeGreaterThan(10);
});

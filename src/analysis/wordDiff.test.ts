import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSequences } from './sequenceDiff.ts';
import { diffWords, type Span } from './wordDiff.ts';
import { wordTokens } from './wordTokens.ts';

/** A text with its different spans in brackets. */
function marked(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ from, to, isShared }) => (isShared ? text.slice(from, to) : `[${text.slice(from, to)}]`))
    .join('');
}

function both(baseline: string, other: string): readonly [string, string] {
  const diff = diffWords(baseline, other);
  return [marked(baseline, diff.baseline), marked(other, diff.other)];
}

test('words that were changed, added or left out are marked', () => {
  expect(both('The cat sat down.', 'The dog sat down.')).toEqual(['The [cat] sat down.', 'The [dog] sat down.']);
  expect(both('one two', 'one big two')).toEqual(['one two', 'one [big ]two']);
  expect(both('a, b', 'a b')).toEqual(['a[,] b', 'a b']);
});

test('white space alone between two differences does not break the mark', () => {
  expect(both('x y z', 'p q z')).toEqual(['[x y] z', '[p q] z']);
  expect(both('a\n\nb', 'a\nb')).toEqual(['a\n[\n]b', 'a\nb']);
});

test('white space that both texts start or end with is shared', () => {
  expect(both(' x\n', ' y\n')).toEqual([' [x]\n', ' [y]\n']);
});

test('equal and empty texts have no difference to mark', () => {
  expect(both('same text', 'same text')).toEqual(['same text', 'same text']);
  expect(both('', 'new')).toEqual(['', '[new]']);
  expect(diffWords('', '')).toEqual({ baseline: [], other: [], isApproximate: false });
});

const words = fc.array(
  fc.constantFrom('a', 'b', 'cat', ' ', '\n', '.', '  ', '漢字', '👩‍👩‍👧', 'e\u0301', '🇳🇴', "don't", '\ud83d'),
);
const text = fc.oneof(
  words.map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('spans cover each text in turn, and what is shared is the same text on both sides', () => {
  fc.assert(
    fc.property(text, text, (baseline, other) => {
      const diff = diffWords(baseline, other);
      for (const [whole, spans] of [
        [baseline, diff.baseline],
        [other, diff.other],
      ] as const) {
        expect(spans.map(({ from, to }) => whole.slice(from, to)).join('')).toBe(whole);
        expect(spans.every(({ from, to }) => from < to)).toBe(true);
        expect(spans.every(({ isShared }, at) => isShared !== spans[at - 1]?.isShared)).toBe(true);
      }
      const shared = (whole: string, spans: readonly Span[]): string =>
        spans
          .filter(({ isShared }) => isShared)
          .map(({ from, to }) => whole.slice(from, to))
          .join('');
      expect(shared(baseline, diff.baseline)).toBe(shared(other, diff.other));
    }),
    { numRuns: 1000 },
  );
});

test('tokens are the text and cut no visible character in two', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const unit = fc.constantFrom(
    'a',
    '1',
    ' ',
    '\t',
    '\r\n',
    '\n',
    '.',
    '漢',
    'ひ',
    'カ',
    '한',
    'क्षि',
    'e\u0301',
    '\u0301',
    '👩',
    '🏽',
    '\u200d',
    '👧',
    '❤\ufe0f',
    '1\ufe0f\u20e3',
    '🇳',
    '🇴',
    'ﾞ',
    'ส',
    'า',
    '_',
    "'",
    '’',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const whole = units.join('');
      const tokens = wordTokens(whole);
      expect(tokens.join('')).toBe(whole);
      const boundaries = new Set(Array.from(segmenter.segment(whole), ({ index }) => index));
      let at = 0;
      for (const token of tokens) {
        expect([...boundaries], JSON.stringify(whole)).toContain(at);
        at += token.length;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a word is one token, a Chinese character is one, and so is a line end', () => {
  expect(wordTokens("I don't\r\n  know_it, 漢字!")).toEqual([
    'I',
    ' ',
    "don't",
    '\r\n',
    '  ',
    'know_it',
    ',',
    ' ',
    '漢',
    '字',
    '!',
  ]);
});

/** Length of the longest common subsequence, by the textbook table. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  let above: readonly number[] = new Array(b.length + 1).fill(0);
  for (const item of a) {
    const row = [0];
    b.forEach((other, at) => {
      row.push(item === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}

const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 });

function matchedPairs(a: readonly number[], b: readonly number[], matches: Int32Array): number {
  let last = -1;
  let count = 0;
  matches.forEach((place, at) => {
    if (place < 0) return;
    expect(place).toBeGreaterThan(last);
    expect(b[place]).toBe(a[at]);
    last = place;
    count++;
  });
  return count;
}

test('as many items are matched as can be', () => {
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      const { matches, isApproximate } = diffSequences(Int32Array.from(a), Int32Array.from(b));
      expect(isApproximate).toBe(false);
      expect(matchedPairs(a, b, matches)).toBe(commonLength(a, b));
    }),
    { numRuns: 2000 },
  );
});

test('without a budget the matches are fewer but right, and it is said', () => {
  const random = (seed: number): number[] =>
    Array.from({ length: 3000 }, (_, at) => (Math.imul(at + seed, 2654435761) >>> 8) % 2000);
  const a = random(1);
  const b = random(90_001);
  const diff = diffSequences(Int32Array.from(a), Int32Array.from(b), 0);
  expect(diff.isApproximate).toBe(true);
  expect(matchedPairs(a, b, diff.matches)).toBeGreaterThan(0);
});

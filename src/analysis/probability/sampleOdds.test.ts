import { expect, test } from 'vitest';
import { chat, completion, item, place, type Row, read, utf8 } from '../../../e2e/fixtures/testTokens.ts';
import { valueCursor } from '../../json/cursor.ts';
import type { JsonValue } from '../../json/value.ts';
import { readProvider } from '../../response/provider/read.ts';
import { tokenIndexOf } from '../../response/tokens/tokenIndex.ts';
import { oneFork, surpriseOf } from './forkOdds.ts';
import type { OddsFork } from './forkWays.ts';
import type { OddsSample } from './oddsShapes.ts';

const log = Math.log;

interface Said {
  readonly text: string;
  readonly body?: JsonValue;
  readonly from: number;
  readonly to: number;
  readonly ends?: boolean;
  /** Where its text begins in that of the choice. */
  readonly byte?: number;
}

/** The odds at one fork; the ways are what is said there. */
function oddsOf(all: readonly Said[]) {
  const ways = [...new Set(all.map(({ text, from, to }) => text.slice(from, to)))];
  const fork: OddsFork = {
    from: all.map(({ from }) => from),
    to: all.map(({ to }) => to),
    wayOf: all.map(({ text, from, to }) => ways.indexOf(text.slice(from, to))),
  };
  const samples = all.flatMap(({ body, text, byte = 0 }, at): OddsSample[] => {
    if (body === undefined) return [];
    const [choice] = readProvider(valueCursor(body, place)).reading.choices;
    const index = tokenIndexOf(read(body), choice?.text ?? '');
    return [{ sample: at, text: at, index, place: { from: 0, to: text.length, byte } }];
  });
  const texts = all.map(({ text, ends = true }) => ({ text, length: text.length, ends }));
  return oneFork({ texts, counts: all.map(() => 1), samples }, fork);
}

const reads: readonly Row[] = [
  ['The', log(1), {}],
  [' lamp', log(1), {}],
  [' reads', log(0.5), { ' reads': log(0.5), ' follows': log(0.3), ' senses': log(0.1), ' fol': log(0.05) }],
  ['.', log(0.9), { '.': log(0.9) }],
];
const others = [
  { text: 'The lamp follows.', from: 9, to: 16 },
  { text: 'The lamp senses.', from: 9, to: 15 },
];

test('what the others said has the odds of the sample’s own list, in every cut of it, with white space and without', () => {
  const body = completion('The lamp reads.', reads);
  const { samples, odds } = oddsOf([{ text: 'The lamp reads.', body, from: 9, to: 14 }, ...others]);
  expect(samples).toHaveLength(1);
  expect(samples[0]?.own).toBeCloseTo(0.5, 12);
  expect(Array.from(samples[0]?.odds ?? [])).toEqual([0.5, 0.35, 0.1].map((value) => expect.closeTo(value, 12)));
  expect(Array.from(samples[0]?.ranks ?? [])).toEqual([1, 2, 3]);
  expect(samples[0]).toMatchObject({ ownRank: 1, listCount: 4, undecided: 0, unsaid: [], token: 2 });
  expect(samples[0]?.listed).toBeCloseTo(0.95, 12);
  expect(Array.from(odds.said)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(odds.surprise).toBeCloseTo(0.5 - 1 / 3 + (0.35 - 1 / 3), 12);
});

test('a way that is not in the list has rank 0 and no odds; a word that only begins with the way is another', () => {
  const body = completion('A cat', [
    ['A', 0, {}],
    [' cat', log(0.4), { ' cat': log(0.4), ' cats': log(0.3), ' category': log(0.2) }],
  ]);
  const { samples } = oddsOf([
    { text: 'A cat', body, from: 1, to: 5 },
    { text: 'A dog', from: 1, to: 5 },
    { text: 'A cats', from: 1, to: 6 },
  ]);
  expect(Array.from(samples[0]?.odds ?? [])).toEqual([0.4, 0, 0.3].map((value) => expect.closeTo(value, 12)));
  expect(Array.from(samples[0]?.ranks ?? [])).toEqual([1, 0, 2]);
  expect(samples[0]?.unsaid).toEqual([{ bytes: ' category', probability: expect.closeTo(0.2, 12) }]);
});

test('the end of a text has the odds of its control token', () => {
  const body = completion('Yes, sure', [
    ['Yes', 0, {}],
    [',', log(0.6), { ',': log(0.6), '<|endoftext|>': log(0.4) }],
    [' sure', 0, {}],
  ]);
  const { samples } = oddsOf([
    { text: 'Yes, sure', body, from: 3, to: 9 },
    { text: 'Yes', from: 3, to: 3 },
  ]);
  expect(Array.from(samples[0]?.odds ?? [])).toEqual([0.6, 0.4].map((value) => expect.closeTo(value, 12)));
  // One that was cut off there did not choose to end.
  const cut = oddsOf([
    { text: 'Yes, sure', body, from: 3, to: 9 },
    { text: 'Yes', from: 3, to: 3, ends: false },
  ]);
  expect(Array.from(cut.samples[0]?.odds ?? [])).toEqual([expect.closeTo(0.6, 12), Number.NaN]);
});

test.each([
  ['belowTop', -9999],
  ['noValue', null],
] as const)(
  'a value that is none (%s) gives no odds of its own, and those of the others all the same',
  (problem, value) => {
    const rows = reads.map((row, at): Row => (at === 2 ? [row[0], value, row[2] ?? null] : row));
    const { samples, odds } = oddsOf([
      { text: 'The lamp reads.', body: completion('The lamp reads.', rows), from: 9, to: 14 },
      ...others,
    ]);
    expect(samples[0]?.problem).toBe(problem);
    expect(samples[0]?.own).toBeNaN();
    expect(samples[0]?.odds[1]).toBeCloseTo(0.35, 12);
    expect(odds.used).toBe(0);
    expect(odds.surprise).toBeNaN();
  },
);

test('characters that tokens share are parted by their bytes', () => {
  const [first, ...rest] = utf8('é');
  const body = chat('caf\u00e9 noir', [
    item('caf', 0, utf8('caf')),
    item('\ufffd', log(0.5), [first ?? 0], [item('e', log(0.4), utf8('e')), item('\ufffd', log(0.5), [first ?? 0])]),
    item('\ufffd', log(0.8), rest, [item('\ufffd', log(0.8), rest), item('\ufffd', log(0.2), [0xa8])]),
    item(' noir', 0, utf8(' noir')),
  ]);
  const { samples } = oddsOf([
    { text: 'caf\u00e9 noir', body, from: 0, to: 4 },
    { text: 'cafe noir', from: 0, to: 4 },
    { text: 'caf\u00e8 noir', from: 0, to: 4 },
  ]);
  expect(Array.from(samples[0]?.odds ?? [])).toEqual([0.4, 0.4, 0.1].map((value) => expect.closeTo(value, 12)));
});

test('a text that begins later in its choice, as a stripped one does, is followed there', () => {
  const rows: readonly Row[] = [['\n\n', log(0.2), {}], ...reads];
  const body = completion('\n\nThe lamp reads.', rows);
  const { samples } = oddsOf([{ text: 'The lamp reads.', body, from: 9, to: 14, byte: 2 }, ...others]);
  expect(samples[0]?.own).toBeCloseTo(0.5, 12);
});

test('surprise: nothing where what was said is what was expected, more for likely ways that nobody took', () => {
  expect(surpriseOf([0.5, 0.5], [0.5, 0.5])).toBe(0);
  expect(surpriseOf([1, 0], [0.1, 0.9])).toBeCloseTo(0.9, 12);
  expect(surpriseOf([1], [0.3], [0.6])).toBeCloseTo(0.6, 12);
  // What no list shows may have been what was said.
  expect(surpriseOf([1], [0.3])).toBe(0);
});

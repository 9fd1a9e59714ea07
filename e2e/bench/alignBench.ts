// The figures of the alignment: how right it is on texts whose truth is known, and what to time. Pure, so that it runs in a tab as on
// Node. Knows the alignment and invented texts.
import { align } from '../../src/analysis/align/align.ts';
import type { Alignment } from '../../src/analysis/align/alignment.ts';
import { type EditedText, editedTexts, unrelatedTexts } from './editedTexts.ts';

export interface Quality {
  /** Of all pairs of words that the alignment puts into one column, the part that comes from one word of the original. */
  readonly precision: number;
  /** Of all pairs of words that come from one word of the original, the part that the alignment puts into one column. */
  readonly recall: number;
}

/** What must be reached: samples, edits per word, and the least precision and recall. */
export const qualityCases = [2, 8, 32].flatMap((count) => [
  { count, rate: 0.05, least: 0.99 },
  { count, rate: 0.25, least: 0.95 },
]);

const wordsPerText = 500;

/** The quality over several seeds; all words count, those that are new in a text as well. */
export function alignmentQuality(count: number, rate: number, seeds: readonly number[]): Quality {
  let right = 0;
  let said = 0;
  let truth = 0;
  for (const seed of seeds) {
    const texts = editedTexts({ count, length: wordsPerText, rate, seed });
    const pairs = countPairs(texts, alignedByWord(texts.map(({ text }) => text)));
    right += pairs.right;
    said += pairs.said;
    truth += pairs.true;
  }
  return { precision: right / said, recall: right / truth };
}

/** Of the words in passages that stand elsewhere in the second of two texts, the part that is reported as moved. */
export function movedShare(seeds: readonly number[]): number {
  let found = 0;
  let all = 0;
  for (const seed of seeds) {
    const [one, other] = editedTexts({ count: 2, length: wordsPerText, rate: 0.05, seed, moves: 3 });
    if (one === undefined || other === undefined) continue;
    const alignment = alignedByWord([one.text, other.text]);
    const inOrder = longestRise(other.origins.filter((origin) => origin >= 0));
    const kept = new Set(one.origins);
    const columns = columnsOf(alignment, 1);
    other.origins.forEach((origin, word) => {
      if (origin < 0 || inOrder.has(origin) || !kept.has(origin)) return;
      all++;
      if ((alignment.movedOf[columns[word] ?? -1] ?? -1) >= 0) found++;
    });
  }
  return found / all;
}

/** What is timed: texts and the most milliseconds for all of `align`, cutting into words included. */
export const speedCases: readonly {
  readonly what: string;
  readonly limitMs: number;
  readonly texts: (seed: number) => readonly string[];
}[] = [
  { what: '8 samples × 500 words, 5 % edits', limitMs: 100, texts: (seed) => edited(8, 500, 0.05, seed) },
  { what: '50 samples × 2,000 words, 5 % edits', limitMs: 1000, texts: (seed) => edited(50, 2000, 0.05, seed) },
  { what: '2 texts × 50,000 words, 5 % edits', limitMs: 500, texts: (seed) => edited(2, 50_000, 0.05, seed) },
  {
    what: '2 unrelated texts × 20,000 words',
    limitMs: 2000,
    texts: (seed) => unrelatedTexts({ count: 2, length: 20_000, seed }),
  },
];

export function alignedByWord(texts: readonly string[]): Alignment {
  const alignment = align(texts, { granularity: 'word' });
  return alignment;
}

function edited(count: number, length: number, rate: number, seed: number): readonly string[] {
  return editedTexts({ count, length, rate, seed }).map(({ text }) => text);
}

/** The column of each word of a sample: the invented texts have one space between words. */
function columnsOf(alignment: Alignment, sample: number): readonly number[] {
  const columns = alignment.texts[alignment.textOf[sample] ?? -1]?.columnOf ?? [];
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, word) => columns[2 * word] ?? -1);
}

function countPairs(
  texts: readonly EditedText[],
  alignment: Alignment,
): { readonly right: number; readonly said: number; readonly true: number } {
  const inColumn = new Map<number, Map<number, number>>();
  const ofOrigin = new Map<number, number>();
  texts.forEach(({ origins }, sample) => {
    const columns = columnsOf(alignment, sample);
    origins.forEach((origin, word) => {
      // Each new word is an origin of its own.
      const source = origin >= 0 ? origin : -1 - word - 1e6 * sample;
      const counts = inColumn.get(columns[word] ?? -1) ?? new Map<number, number>();
      inColumn.set(columns[word] ?? -1, counts.set(source, (counts.get(source) ?? 0) + 1));
      ofOrigin.set(source, (ofOrigin.get(source) ?? 0) + 1);
    });
  });
  let right = 0;
  let said = 0;
  for (const counts of inColumn.values()) {
    let all = 0;
    for (const count of counts.values()) {
      right += pairsOf(count);
      all += count;
    }
    said += pairsOf(all);
  }
  let truth = 0;
  for (const count of ofOrigin.values()) truth += pairsOf(count);
  return { right, said, true: truth };
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** The most values that rise as they are: what was not moved. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let place = tails.findIndex((tail) => (values[tail] ?? 0) >= value);
    if (place < 0) place = tails.length;
    previous[at] = tails[place - 1] ?? -1;
    tails[place] = at;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.add(values[at] ?? -1);
  return rise;
}

// Aligns any number of texts with each other. The one entry to this folder for those who have texts; pure, and in steps,
// so that a worker can report how far it is and stop.

import { runSteps, type StepHooks } from '../steps.ts';
import type { AlignedText, Alignment, AlignOptions } from './alignment.ts';
import { arrange } from './arrange.ts';
import { type Columns, placeTokens } from './columns.ts';
import { findDivergences, textsByColumn } from './divergences.ts';
import { findMoved } from './moved.ts';
import { PairAligner } from './pairAligner.ts';
import { cutText, type Granularity } from './tokens.ts';
import { type Numbering, numberTokens } from './vocabulary.ts';
import { findWays, joinDifferences } from './ways.ts';

/** Table places for one alignment: about half a second. */
export const budgetCells = 40_000_000;
/** Above this part of uncompared tokens a coarser granularity says more. */
const mostUncompared = 0.5;

const coarser: Readonly<Record<Granularity, Granularity | undefined>> = {
  character: 'word',
  word: 'sentence',
  sentence: 'line',
  line: undefined,
};

/** Aligns texts; undefined when it was stopped. The order of the texts does not matter to what is found to be shared. */
export function align(texts: readonly string[], options: AlignOptions, hooks: StepHooks = {}): Alignment {
  return runSteps(alignInSteps(texts, options), hooks);
}

export function* alignInSteps(texts: readonly string[], options: AlignOptions): Generator<number, Alignment> {
  // Sorted, so that nothing depends on which sample comes first.
  const different = [...new Set(texts)].sort((one, other) => (one < other ? -1 : 1));
  const samplesOf = new Map(different.map((text) => [text, [] as number[]]));
  texts.forEach((text, sample) => {
    samplesOf.get(text)?.push(sample);
  });
  const samples = different.map((text) => samplesOf.get(text) ?? []);
  let granularity = options.granularity;
  let done = 0;
  for (;;) {
    const from = done;
    const attempt = attemptAt(granularity, different, samples, options);
    let step = attempt.next();
    while (!step.done) {
      done = from + (0.99 - from) * step.value;
      yield done;
      step = attempt.next();
    }
    const next = coarser[granularity];
    if (step.value.uncomparedShare <= mostUncompared || next === undefined) return step.value;
    granularity = next;
  }
}

function* attemptAt(
  granularity: Granularity,
  texts: readonly string[],
  samples: readonly (readonly number[])[],
  options: AlignOptions,
): Generator<number, Alignment> {
  const cut = [];
  for (const [at, text] of texts.entries()) {
    cut.push(cutText(text, granularity));
    yield (at / texts.length) * 0.1;
  }
  const numbering = numberTokens(cut, granularity, options);
  const weights = samples.map(({ length }) => length);
  const aligner = new PairAligner(numbering.surprise, budgetCells);
  const rows = numbering.texts.map(({ content }, text) => ({ items: content, weight: weights[text] as number }));
  const arranging = arrange(rows, aligner);
  let step = arranging.next();
  while (!step.done) {
    yield 0.1 + 0.8 * step.value;
    step = arranging.next();
  }
  const columns = placeTokens(step.value, numbering, weights);
  yield 0.93;
  const total = rows.reduce((sum, { items }) => sum + items.length, 0);
  return finish(columns, numbering, samples, granularity, options.granularity, aligner.skipped / Math.max(1, total));
}

function finish(
  columns: Columns,
  numbering: Numbering,
  samples: readonly (readonly number[])[],
  granularityUsed: Granularity,
  granularityAsked: Granularity,
  skippedShare: number,
): Alignment {
  const sampleCount = samples.reduce((sum, { length }) => sum + length, 0);
  const byColumn = textsByColumn(columns);
  const found = findDivergences(columns, byColumn, sampleCount);
  const { moved, movedOf } = findMoved(columns, byColumn, found.divergenceOf, numbering, granularityUsed);
  // Sentences, lines and characters are read one by one.
  const isJoined = granularityUsed === 'word';
  const { divergences, divergenceOf } = isJoined ? joinDifferences(found, columns, numbering, samples) : found;
  const { wayOf, counts: wayCounts } = findWays(columns, numbering, divergences, samples);
  const textOf = new Uint32Array(sampleCount);
  samples.forEach((list, text) => {
    for (const sample of list) textOf[sample] = text;
  });
  const texts = numbering.texts.map(
    ({ tokens }, text): AlignedText => ({
      samples: samples[text] ?? [],
      starts: tokens.starts,
      columnOf: columns.columnOf[text] as Int32Array,
      wayOf: wayOf[text] as Int32Array,
    }),
  );
  return {
    granularityAsked,
    granularityUsed,
    isApproximate: skippedShare > 0 || granularityUsed !== granularityAsked,
    uncomparedShare: Math.min(1, skippedShare),
    sampleCount,
    texts,
    textOf,
    columnCount: columns.columnCount,
    kinds: columns.kinds,
    support: columns.support,
    textAt: columns.textAt,
    divergences,
    wayCounts,
    divergenceOf,
    moved,
    movedOf,
  };
}

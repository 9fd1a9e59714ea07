// Aligns any number of texts with each other. The one entry to this folder for those who have texts; pure, and in steps,
// so that a worker can report how far it is and stop.

import { runSteps, type StepHooks } from '../steps.ts';
import { type AlignedText, type Alignment, type AlignOptions, countPlaces } from './alignment.ts';
import { arrange } from './arrange.ts';
import { arrangeCharacters } from './characters.ts';
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
  // Characters are compared within words that differ.
  const coarse = granularity === 'character' ? 'word' : granularity;
  const cut = [];
  for (const [at, text] of texts.entries()) {
    cut.push(cutText(text, coarse));
    yield (at / texts.length) * 0.1;
  }
  const numbering = numberTokens(cut, coarse, options);
  const weights = samples.map(({ length }) => length);
  const aligner = new PairAligner(numbering.surprise, budgetCells);
  const rows = numbering.texts.map(({ content }, text) => ({ items: content, weight: weights[text] as number }));
  const arranging = arrange(rows, aligner);
  let step = arranging.next();
  while (!step.done) {
    yield 0.1 + 0.6 * step.value;
    step = arranging.next();
  }
  const columns = placeTokens(step.value, numbering, weights);
  yield 0.75;
  const share = aligner.skipped / itemCount(numbering);
  const given = { samples, granularity, asked: options.granularity };
  if (coarse === granularity || share > mostUncompared) return finish({ ...given, columns, numbering, share });
  const sampleCount = weights.reduce((sum, weight) => sum + weight, 0);
  const found = findDivergences(columns, textsByColumn(columns), sampleCount);
  const refining = arrangeCharacters(columns, found, numbering, weights, options, budgetCells);
  let finer = refining.next();
  while (!finer.done) {
    yield 0.75 + 0.15 * finer.value;
    finer = refining.next();
  }
  const { arrangement, numbering: mixed, skipped } = finer.value;
  yield 0.93;
  return finish({
    ...given,
    columns: placeTokens(arrangement, mixed, weights),
    numbering: mixed,
    share: Math.max(share, skipped / itemCount(mixed)),
  });
}

function itemCount({ texts }: Numbering): number {
  return Math.max(
    1,
    texts.reduce((sum, { content }) => sum + content.length, 0),
  );
}

interface Placed {
  readonly columns: Columns;
  readonly numbering: Numbering;
  readonly samples: readonly (readonly number[])[];
  readonly granularity: Granularity;
  readonly asked: Granularity;
  /** The part of all tokens that was left uncompared. */
  readonly share: number;
}

function finish({ columns, numbering, samples, granularity, asked, share }: Placed): Alignment {
  const sampleCount = samples.reduce((sum, { length }) => sum + length, 0);
  const byColumn = textsByColumn(columns);
  const found = findDivergences(columns, byColumn, sampleCount);
  const { moved, movedOf } = findMoved(columns, byColumn, found.divergenceOf, numbering, granularity);
  // Sentences, lines and characters are read one by one.
  const isJoined = granularity === 'word';
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
    granularityAsked: asked,
    granularityUsed: granularity,
    isApproximate: share > 0 || granularity !== asked,
    uncomparedShare: Math.min(1, share),
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
    places: countPlaces({ kinds: columns.kinds, divergenceOf, divergences, texts }),
    moved,
    movedOf,
  };
}

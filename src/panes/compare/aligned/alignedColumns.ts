// What each column of Aligned is of, from the left, and what its head says beside the text. Pure; knows what is compared, no screen.

import { type EqualAnswers, equalSign, generationName } from '../../../analysis/equalAnswers.ts';
import { cluster, clustersAt } from '../../../analysis/similarity/clusters.ts';
import { typicality } from '../../../analysis/similarity/medoid.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { mostColumns } from '../columnGroups.ts';
import { type Compared, type Nearness, nearnessOf } from '../compared.ts';
import { similarityWords } from './columnWords.ts';

export interface ColumnFacts {
  /** The generation that stands for the column: the baseline, or the earliest of those that say the same. */
  readonly row: GenerationRow;
  /** All that say the same, that one first. */
  readonly rows: SampleList;
  /** Place from the left, from 0, which is the baseline's. */
  readonly place: number;
  readonly text: string;
  readonly totalLength: number;
  /** Place in the alignment; undefined when it takes no part in it. */
  readonly sample: number | undefined;
  readonly baseline: Baseline;
  /** How near it is to the baseline, or for the baseline to all others, in words. */
  readonly nearness: string | undefined;
  /** Who gave the same answer and is not compared. */
  readonly equals: string | undefined;
}

interface Baseline {
  readonly label: string;
  /** Undefined when it takes no part in the alignment. */
  readonly sample: number | undefined;
}

/** What the columns are made of. */
export interface ColumnSource {
  readonly compared: Compared;
  readonly nearness: Nearness | undefined;
  /** Places in `compared` by column, the baseline's first, and those of the samples that are aligned. */
  readonly groups: readonly (readonly number[])[];
  readonly places: readonly number[];
}

/** Up to so many columns stand beside each other at once; more wait until somebody asks for them. */
export const mostAtOnce = 12;

/**
 * The baseline, then the others from the nearest to it to the farthest; of more than can be seen at once those of one cluster beside each other.
 * `answers`: which generations of the document gave the same one; `clusterFrom`: the similarity from which on texts are a cluster, 0 to 1.
 */
export function columnsOf(
  { compared, nearness, groups, places }: ColumnSource,
  answers: EqualAnswers,
  clusterFrom: number,
): readonly ColumnFacts[] {
  const { rows, texts, totalLengths, part } = compared;
  const first = rows.at(0);
  if (first === undefined) return [];
  const sampleOf = new Map(places.map((place, sample) => [place, sample]));
  const baseline = { label: first.label, sample: sampleOf.get(0) };
  const mean = meanWords(nearness);
  const isCompared = new Set(rows.positions);
  return columnOrder(compared, groups.slice(0, mostColumns), nearness, clusterFrom).flatMap(
    (group, place): readonly ColumnFacts[] => {
      const [source = -1] = group;
      const row = rows.at(source);
      if (row === undefined) return [];
      return [
        {
          row,
          rows: rows.pick(group),
          place,
          text: texts[source] ?? '',
          totalLength: totalLengths[source] ?? 0,
          sample: sampleOf.get(source),
          baseline,
          nearness: place === 0 ? mean(row.position) : nearnessWords(nearness, row, first),
          equals: part === 'answer' ? equalElsewhere(row, answers, isCompared) : undefined,
        },
      ];
    },
  );
}

function columnOrder(
  { rows }: Compared,
  groups: readonly (readonly number[])[],
  nearness: Nearness | undefined,
  clusterFrom: number,
): readonly (readonly number[])[] {
  const [baseline] = rows.positions;
  if (nearness === undefined || baseline === undefined) return groups;
  const near = new Map(
    groups.map((group, at) => {
      const position = rows.positions[group[0] ?? -1] ?? -1;
      return [group, at === 0 ? 2 : (nearnessOf(nearness, baseline, position) ?? -1)];
    }),
  );
  const nearOf = (group: readonly number[]): number => near.get(group) ?? -1;
  const order = [...groups].sort((one, other) => nearOf(other) - nearOf(one));
  if (groups.length <= mostAtOnce) return order;
  const clusterOf = new Map<number, number>();
  const { matrix, positions } = nearness;
  clustersAt(cluster(matrix), clusterFrom).forEach((texts, number) => {
    for (const text of texts) {
      for (const sample of matrix.samples[text] ?? []) clusterOf.set(positions[sample] ?? -1, number);
    }
  });
  // Clusters in the order of their nearest columns; what is in none stands alone.
  const together = new Map<number | readonly number[], (readonly number[])[]>();
  for (const group of order) {
    const key = clusterOf.get(rows.positions[group[0] ?? -1] ?? -1) ?? group;
    const same = together.get(key);
    if (same) same.push(group);
    else together.set(key, [group]);
  }
  return [...together.values()].flat();
}

/** `= #2 #5`: others with the same answer that are not among the compared ones. */
function equalElsewhere(
  row: GenerationRow,
  answers: EqualAnswers,
  isCompared: ReadonlySet<number>,
): string | undefined {
  return equalSign(row, answers, isCompared);
}

function nearnessWords(
  nearness: Nearness | undefined,
  { position }: GenerationRow,
  baseline: GenerationRow,
): string | undefined {
  const value = nearness && nearnessOf(nearness, baseline.position, position);
  if (nearness === undefined || value === undefined) return undefined;
  return `${similarityWords(value, nearness.matrix.isApproximate)} to ${generationName(baseline.label)}`;
}

/** `similarity 0.62 on average`: how near a generation is to all others. */
export function meanWords(nearness: Nearness | undefined): (position: number) => string | undefined {
  if (nearness === undefined) return () => undefined;
  const { means } = typicality(nearness.matrix);
  return (position) => {
    const mean = means[nearness.positions.indexOf(position)];
    return mean === undefined
      ? undefined
      : `similarity ${similarityWords(mean, nearness.matrix.isApproximate)} on average`;
  };
}

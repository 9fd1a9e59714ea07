// What each column of Aligned is of, from the left, and what its head says beside the text. Pure; knows what is compared, no screen.

import { type EqualAnswers, equalSign, generationName } from '../../../analysis/equalAnswers.ts';
import { typicality } from '../../../analysis/similarity/medoid.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { type Compared, mostColumns, type Nearness, nearnessOf } from '../compared.ts';
import { similarityWords } from './columnWords.ts';

export interface ColumnFacts {
  readonly row: GenerationRow;
  /** Place from the left, from 0, which is the baseline's. */
  readonly place: number;
  readonly text: string;
  readonly totalLength: number;
  /** Place in the alignment; undefined when it takes no part in it. */
  readonly sample: number | undefined;
  readonly baseline: Baseline;
  /** How near it is to the baseline, or for the baseline to all others, in words. */
  readonly nearness: string | undefined;
  readonly equals: string | undefined;
  /** Then `equals` says so, and how near it is need not be said. */
  readonly isEqualToBaseline: boolean;
}

interface Baseline {
  readonly label: string;
  /** Undefined when it takes no part in the alignment. */
  readonly sample: number | undefined;
}

/** What the columns are made of. `places`: in `compared`, of the samples that are aligned. */
export interface ColumnSource {
  readonly compared: Compared;
  readonly nearness: Nearness | undefined;
  readonly places: readonly number[];
}

/** The baseline, then the others from the nearest to it to the farthest. */
export function columnsOf({ compared, nearness, places }: ColumnSource, groups: EqualAnswers): readonly ColumnFacts[] {
  const { rows, texts, totalLengths } = compared;
  const [first] = rows;
  if (first === undefined) return [];
  const sampleOf = new Map(places.map((place, sample) => [place, sample]));
  const baseline = { label: first.label, sample: sampleOf.get(0) };
  const mean = meanWords(nearness);
  return columnOrder(compared, nearness).flatMap((source, place): readonly ColumnFacts[] => {
    const row = rows[source];
    if (row === undefined) return [];
    return [
      {
        row,
        place,
        text: texts[source] ?? '',
        totalLength: totalLengths[source] ?? 0,
        sample: sampleOf.get(source),
        baseline,
        nearness: source === 0 ? mean(row.position) : nearnessWords(nearness, row, first),
        equals: equalSign(row, groups),
        isEqualToBaseline: source > 0 && isEqualTo(row, first),
      },
    ];
  });
}

function columnOrder({ rows }: Compared, nearness: Nearness | undefined): readonly number[] {
  const places = [...rows.slice(0, mostColumns).keys()];
  const baseline = rows[0]?.position;
  if (nearness === undefined || baseline === undefined) return places;
  const near = places.map((place) => nearnessOf(nearness, baseline, rows[place]?.position ?? -1) ?? -1);
  return places.sort((one, other) =>
    one === 0 ? -1 : other === 0 ? 1 : (near[other] ?? -1) - (near[one] ?? -1) || one - other,
  );
}

/** The same answer, byte for byte. */
function isEqualTo(row: GenerationRow, other: GenerationRow): boolean {
  return row.group !== undefined && row.group === other.group && !row.isBroken;
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

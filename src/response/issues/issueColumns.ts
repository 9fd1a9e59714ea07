// Issues as columns: what a list of them is made of, as the worker hands it to the page. Numbers and bytes but for a group per check. Knows no
// writer and no reader.

import type { Severity } from '../model.ts';
import { placeWidth } from '../samples/placeCells.ts';
import { noStretches, type StretchColumns, type Stretches } from './stretches.ts';
import type { TextPool } from './textPool.ts';

/** All findings of one check: a range of the table, with what a list says of it. */
export interface IssueGroup {
  /** `HL050` */
  readonly check: string;
  readonly severity: Severity;
  /** Number of its first issue in the table. */
  readonly from: number;
  readonly count: number;
  /** What is counted below: generations where every finding lies in one, else places. */
  readonly about: 'generations' | 'places';
  /** How many different ones, those of related places included. */
  readonly distinct: number;
  /** The first of them, `mostFirst` at most: positions of generations in ascending order, or numbers of issues that lie in different places. */
  readonly first: readonly number[];
}

export const mostFirst = 6;

export const sharedText = 0x80000000;
export const placeHole = '~#';

/**
 * In reading order: errors first, then by id of the check, equal ones as they were found. Those that follow each other in generations of one shape are runs
 * (`stretches.ts`); the columns here are those of the others, the single ones, in reading order.
 */
export interface IssueColumns extends StretchColumns {
  readonly groups: readonly IssueGroup[];
  /** `placeWidth` cells for each (`placeCells.ts`); the first is the number of the word in the pool. */
  readonly places: Uint32Array<ArrayBuffer>;
  /**
   * Two cells for each: the number of its message, and of its detail + 1, where 0 says that it has none. A number from `sharedText` on is that of a
   * message which many share, and in which the first position of the issue's place stands where `placeHole` is.
   */
  readonly texts: Uint32Array<ArrayBuffer>;
  /** The generation that each place lies in; -1 for none. */
  readonly positions: Int32Array<ArrayBuffer>;
  /** Which of them, by those positions, the ones in none first; equal ones ascending. */
  readonly byPosition: Uint32Array<ArrayBuffer>;
  /** Where the related places of each end in `related`; without cells where none has any. */
  readonly relatedEnds: Uint32Array<ArrayBuffer>;
  /** As `places`. */
  readonly related: Uint32Array<ArrayBuffer>;
  readonly pool: TextPool;
}

/** The start of the word of a place in a generation: `/data/3`. */
const inData = '/data/~#';

/** Whether a place with this word lies in the generation that its first position says. */
export function isInGeneration(word: string): boolean {
  return word.startsWith(inData) && (word.length === inData.length || word[inData.length] === '/');
}

/** The word of the place of an issue for 0 (by its number), then its positions: as `placeCells.ts` has them. */
export function placeCell(
  { places, shared }: Pick<IssueColumns, 'places' | 'shared'>,
  stretches: Stretches,
  n: number,
  at: number,
): number {
  const single = stretches.single(n);
  if (single >= 0) return places[single * placeWidth + at] ?? 0;
  if (at === 1) return stretches.position(n);
  return shared[stretches.sharedAt(n) + (at === 0 ? 0 : at - 1)] ?? 0;
}

export const noIssueColumns: IssueColumns = {
  ...noStretches,
  groups: [],
  places: new Uint32Array(0),
  texts: new Uint32Array(0),
  positions: new Int32Array(0),
  byPosition: new Uint32Array(0),
  relatedEnds: new Uint32Array(0),
  related: new Uint32Array(0),
  pool: { cells: new Uint32Array(0), bytes: new Uint8Array(0) },
};

/** The buffers of the columns, to be transferred with them. */
export function buffersOfIssues(columns: IssueColumns): ArrayBuffer[] {
  const { stretches, shared, places, texts, positions, byPosition, relatedEnds, related, pool } = columns;
  const singles = [places, texts, positions, byPosition, relatedEnds, related];
  return [stretches, shared, ...singles, pool.cells, pool.bytes].map(({ buffer }) => buffer);
}

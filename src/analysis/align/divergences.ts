// Finds the places where samples do not agree. Knows columns; no texts.

import { type ColumnRange, columnKind } from './alignment.ts';
import type { Columns } from './columns.ts';

export interface Divergences {
  readonly divergences: readonly ColumnRange[];
  readonly divergenceOf: Int32Array;
}

/** The texts in each column: those of column c are `texts[starts[c]]` to `texts[starts[c + 1]]`, rising. */
export interface ColumnTexts {
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
}

/** Lists the texts of each column. */
export function textsByColumn({ columnCount, columnOf }: Pick<Columns, 'columnCount' | 'columnOf'>): ColumnTexts {
  const starts = new Uint32Array(columnCount + 1);
  for (const columns of columnOf) for (const column of columns) starts[column + 1] = (starts[column + 1] as number) + 1;
  for (let column = 0; column < columnCount; column++) {
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number);
  }
  const texts = new Uint32Array(starts[columnCount] as number);
  const next = starts.slice();
  columnOf.forEach((columns, text) => {
    for (const column of columns) {
      texts[next[column] as number] = text;
      next[column] = (next[column] as number) + 1;
    }
  });
  return { starts, texts };
}

/**
 * Runs of columns between those that all samples share. A run is split where a word that most samples have begins or
 * ends, unless what stands beside it is of other samples only: then it is the alternative.
 */
export function findDivergences(columns: Columns, byColumn: ColumnTexts, sampleCount: number): Divergences {
  const { columnCount, kinds, support } = columns;
  const divergenceOf = new Int32Array(columnCount).fill(-1);
  const divergences: ColumnRange[] = [];
  // By text: the divergence in which it was seen last.
  const seenIn = new Int32Array(columns.columnOf.length).fill(-1);
  const isStrong = (column: number): boolean => {
    const count = support[column] as number;
    return count > 1 && 2 * count > sampleCount;
  };
  let from = -1;
  let to = -1;
  let last = -1;
  const close = (): void => {
    if (from < 0) return;
    divergenceOf.fill(divergences.length, from, to);
    divergences.push({ fromColumn: from, toColumn: to });
    from = -1;
  };
  for (let column = 0; column < columnCount; column++) {
    if (kinds[column] === columnKind.ignored) continue;
    if (support[column] === sampleCount) {
      close();
      continue;
    }
    if (from >= 0 && kinds[column] === columnKind.content) {
      const isEdge = last >= 0 && (isStrong(column) || isStrong(last)) && !hasSameTexts(byColumn, last, column);
      if (isEdge && hasTextOf(byColumn, column, seenIn, divergences.length)) close();
    }
    if (from < 0) {
      from = column;
      last = -1;
    }
    to = column + 1;
    if (kinds[column] === columnKind.content) last = column;
    const end = byColumn.starts[column + 1] as number;
    for (let at = byColumn.starts[column] as number; at < end; at++) {
      if (kinds[column] === columnKind.content) seenIn[byColumn.texts[at] as number] = divergences.length;
    }
  }
  close();
  return { divergences, divergenceOf };
}

function hasSameTexts({ starts, texts }: ColumnTexts, one: number, other: number): boolean {
  const from = starts[one] as number;
  const otherFrom = starts[other] as number;
  const length = (starts[one + 1] as number) - from;
  if ((starts[other + 1] as number) - otherFrom !== length) return false;
  for (let at = 0; at < length; at++) if (texts[from + at] !== texts[otherFrom + at]) return false;
  return true;
}

function hasTextOf({ starts, texts }: ColumnTexts, column: number, seenIn: Int32Array, divergence: number): boolean {
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at++) if (seenIn[texts[at] as number] === divergence) return true;
  return false;
}

/** Whether two columns have a text in common. */
export function hasCommonText({ starts, texts }: ColumnTexts, one: number, other: number): boolean {
  let atOne = starts[one] as number;
  let atOther = starts[other] as number;
  const endOne = starts[one + 1] as number;
  const endOther = starts[other + 1] as number;
  while (atOne < endOne && atOther < endOther) {
    const difference = (texts[atOne] as number) - (texts[atOther] as number);
    if (difference === 0) return true;
    if (difference < 0) atOne++;
    else atOther++;
  }
  return false;
}

// What differs between the calls that several responses came from: of each field its values, and which response has which. Pure; knows no screen.

import type { Pointer } from '../../json/pointer.ts';

/** A field of one call: where it stands in it, and its value as it is written, both cut where they are long. */
export interface CallField {
  readonly path: string;
  readonly value: string;
  readonly place?: Pointer;
}

/** One field over all responses. */
export interface FieldRow {
  readonly path: string;
  /** Each value once, the most frequent first; of equally many the one that comes first. */
  readonly values: readonly string[];
  /** By response: place in `values`; -1 where the call does not have the field. */
  readonly cells: Int32Array<ArrayBuffer>;
  /** How many responses have each value, by place in `values`. */
  readonly counts: readonly number[];
}

export interface CallMatrix {
  readonly responses: number;
  /** Fields that are not the same in all, those of the fewest values first. */
  readonly differing: readonly FieldRow[];
  /** Fields that every call has with one value. */
  readonly equal: readonly CallField[];
  /** Fields beyond the most that are kept. */
  readonly leftOut: number;
}

/** Fields that are told apart; a call with more is no call that a person compares. */
const mostFields = 2000;

/** Gathers call by call, so that no more than the different values are held. */
export class CallGatherer {
  readonly #rows = new Map<string, { readonly numbers: Map<string, number>; readonly cells: number[] }>();
  #count = 0;
  #leftOut = 0;

  /** The fields of the next response. Of a path that comes twice the last holds. */
  add(fields: readonly CallField[]): void {
    const at = this.#count++;
    for (const { path, value } of fields) {
      let row = this.#rows.get(path);
      if (row === undefined) {
        if (this.#rows.size >= mostFields) {
          this.#leftOut++;
          continue;
        }
        row = { numbers: new Map(), cells: [] };
        this.#rows.set(path, row);
      }
      let number = row.numbers.get(value);
      if (number === undefined) {
        number = row.numbers.size;
        row.numbers.set(value, number);
      }
      row.cells[at] = number;
    }
  }

  finish(): CallMatrix {
    const rows = [...this.#rows].map(([path, { numbers, cells }]) =>
      rowOf(path, [...numbers.keys()], this.#count, (at) => cells[at] ?? -1),
    );
    return sorted(rows, [], this.#count, this.#leftOut);
  }
}

/** The matrix of some of its responses, in this order: what these share is no longer what differs. Its cells are by place in `listed`. */
export function matrixOf(matrix: CallMatrix, listed: readonly number[]): CallMatrix {
  const rows = matrix.differing.map(({ path, values, cells }) =>
    rowOf(path, values, listed.length, (at) => cells[listed[at] ?? -1] ?? -1),
  );
  // What none of them has is no field of theirs.
  const had = rows.filter(({ values }) => values.length > 0);
  return sorted(had, listed.length > 0 ? matrix.equal : [], listed.length, matrix.leftOut);
}

/** `numberAt`: place in `values` of what the call at a place has; -1 for nothing. */
function rowOf(path: string, values: readonly string[], calls: number, numberAt: (place: number) => number): FieldRow {
  const counts = values.map(() => 0);
  for (let at = 0; at < calls; at++) {
    const number = numberAt(at);
    if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
  }
  const order = [...values.keys()]
    .filter((number) => (counts[number] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const placeOf = new Int32Array(values.length);
  order.forEach((number, place) => {
    placeOf[number] = place;
  });
  return {
    path,
    values: order.map((number) => values[number] ?? ''),
    counts: order.map((number) => counts[number] ?? 0),
    cells: Int32Array.from({ length: calls }, (_, at) => {
      const number = numberAt(at);
      return number < 0 ? -1 : (placeOf[number] ?? -1);
    }),
  };
}

/** Rows of one value that every call has, behind the `equal` before, and those that differ, of the fewest values first. */
function sorted(rows: readonly FieldRow[], equal: readonly CallField[], calls: number, leftOut: number): CallMatrix {
  const isEqual = ({ counts }: FieldRow) => counts.length === 1 && counts[0] === calls;
  const differing = rows.filter((row) => !isEqual(row)).sort((one, other) => one.values.length - other.values.length);
  const more = rows.filter(isEqual).map(({ path, values }): CallField => ({ path, value: values[0] ?? '' }));
  return { responses: calls, differing, equal: [...equal, ...more], leftOut };
}

/** The value that more than half of the responses have, as a place in `values`; undefined where there is none. */
export function majorityOf({ counts, cells }: FieldRow): number | undefined {
  return (counts[0] ?? 0) * 2 > cells.length ? 0 : undefined;
}

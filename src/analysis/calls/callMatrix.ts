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
    const differing: FieldRow[] = [];
    const equal: CallField[] = [];
    for (const [path, { numbers, cells }] of this.#rows) {
      const [only] = numbers.keys();
      const isEverywhere = cells.length === this.#count && !holds(cells);
      if (numbers.size === 1 && only !== undefined && isEverywhere) equal.push({ path, value: only });
      else differing.push(this.#row(path, [...numbers.keys()], cells));
    }
    differing.sort((one, other) => one.values.length - other.values.length);
    return { responses: this.#count, differing, equal, leftOut: this.#leftOut };
  }

  #row(path: string, values: readonly string[], cells: readonly number[]): FieldRow {
    const counts = values.map(() => 0);
    for (let at = 0; at < this.#count; at++) {
      const number = cells[at];
      if (number !== undefined) counts[number] = (counts[number] ?? 0) + 1;
    }
    const order = values.map((_, number) => number).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
    const placeOf = new Int32Array(values.length);
    order.forEach((number, place) => {
      placeOf[number] = place;
    });
    return {
      path,
      values: order.map((number) => values[number] ?? ''),
      counts: order.map((number) => counts[number] ?? 0),
      cells: Int32Array.from({ length: this.#count }, (_, at) => {
        const number = cells[at];
        return number === undefined ? -1 : (placeOf[number] ?? -1);
      }),
    };
  }
}

/** Whether a place of a list was never set. */
function holds(cells: readonly number[]): boolean {
  for (let at = 0; at < cells.length; at++) if (cells[at] === undefined) return true;
  return false;
}

/** The value that more than half of the responses have, as a place in `values`; undefined where there is none. */
export function majorityOf({ counts, cells }: FieldRow): number | undefined {
  return (counts[0] ?? 0) * 2 > cells.length ? 0 : undefined;
}

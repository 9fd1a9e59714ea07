// What the roots of many responses hold, as columns of places in their text: their two lists and the members beside them. A response costs some numbers
// and no object. Knows the keys of a response's lists and nothing of what is in them.

import { ContainerStack } from '../json/containerStack.ts';
import { kindCode, type NodeTable, NodeTableBuilder } from '../json/nodeTable.ts';
import { skimInto } from '../json/skim.ts';
import { readString } from '../json/text.ts';

/** Rows of a table of places. */
export type Rows = Omit<NodeTable, 'count'>;

/** Cells of a response: of each list its first byte, its last and its items (-1: no list), where its other members end, what its root is. */
const cells = 8;
const [dataFrom, dataCount, bodiesFrom, bodiesTo, bodyCount, othersEnd, rootKind] = [0, 2, 3, 4, 5, 6, 7];
const [isObject, isValue] = [0, 1];

/** Bytes `[from, to)` of the text. */
export type ToldRange = (from: number, to: number) => void;

/** Used again for each response, of which there may be tens of thousands. */
const skimmed = new NodeTableBuilder();
const stack = new ContainerStack();

export class RootColumns {
  count = 0;
  #cells = new Float64Array(64 * cells);
  /** Members beside the lists, neighbours together: where each begins and ends. */
  readonly #others: number[] = [];

  /** The response at a row of a table that lists its members; `shift` is added to the places of the table, `bytes` are those of the table. */
  addResponse(bytes: Uint8Array, table: Rows, row: number, shift = 0): void {
    const at = this.#begin(table.kind[row] === kindCode.object ? isObject : isValue);
    if (table.kind[row] !== kindCode.object) {
      this.#others.push((table.from[row] as number) + shift, (table.to[row] as number) + shift);
      this.#end(at);
      return;
    }
    const data = listAt(bytes, table, row, 'data');
    const bodies = listAt(bytes, table, row, 'provider_responses');
    this.#setList(at + dataFrom, bytes, table, data, shift);
    this.#setList(at + bodiesFrom, bytes, table, bodies, shift);
    let from = -1;
    let to = 0;
    for (let child = table.firstChild[row] as number; child >= 0; child = table.nextSibling[child] as number) {
      // Of equal keys the last counts.
      const isTaken =
        (data >= 0 && isKey(bytes, table, child, 'data')) ||
        (bodies >= 0 && isKey(bytes, table, child, 'provider_responses'));
      if (!isTaken) {
        if (from < 0) from = table.keyFrom[child] as number;
        to = table.to[child] as number;
      } else if (from >= 0) {
        this.#others.push(from + shift, to + shift);
        from = -1;
      }
    }
    if (from >= 0) this.#others.push(from + shift, to + shift);
    this.#end(at);
  }

  /** A response that is sound JSON, in the bytes `[from, to)`; of what is no JSON nothing. */
  addText(bytes: Uint8Array, from = 0, to = bytes.length): void {
    skimInto(skimmed, stack, bytes, 1, from, to);
    if (skimmed.count > 0) this.addResponse(bytes, skimmed, 0);
    else this.#end(this.#begin(isObject));
  }

  /** A response that is made of one provider response, `[from, to)` of the text. */
  addBody(from: number, to: number): void {
    const at = this.#begin(isObject);
    this.#cells[at + dataCount] = -1;
    this.#cells[at + bodiesFrom] = from;
    this.#cells[at + bodiesTo] = to;
    this.#cells[at + bodyCount] = 1;
    this.#end(at);
  }

  hasData(response: number): boolean {
    return (this.#cells[response * cells + dataCount] as number) >= 0;
  }

  hasProviders(response: number): boolean {
    return (this.#cells[response * cells + bodyCount] as number) >= 0;
  }

  /** How many items a list has; 0 where there is none. */
  itemCount(list: 'data' | 'providers', response: number): number {
    return Math.max(0, this.#cells[response * cells + (list === 'data' ? dataCount : bodyCount)] as number);
  }

  /** Its items, from the first to the last, as one range; there is at least one. */
  list(list: 'data' | 'providers', response: number, tell: ToldRange): void {
    const at = response * cells + (list === 'data' ? dataFrom : bodiesFrom);
    tell(this.#cells[at] as number, this.#cells[at + 1] as number);
  }

  /** Members beside the lists, neighbours together; of what is no object all of it. */
  others(response: number, tell: ToldRange): void {
    const first = response === 0 ? 0 : (this.#cells[(response - 1) * cells + othersEnd] as number);
    const end = this.#cells[response * cells + othersEnd] as number;
    for (let at = first; at < end; at += 2) tell(this.#others[at] as number, this.#others[at + 1] as number);
  }

  isValue(response: number): boolean {
    return this.#cells[response * cells + rootKind] === isValue;
  }

  #begin(kind: number): number {
    const at = this.count * cells;
    if (at === this.#cells.length) {
      const larger = new Float64Array(2 * at);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.count++;
    this.#cells.fill(0, at, at + cells);
    this.#cells[at + dataCount] = -1;
    this.#cells[at + bodyCount] = -1;
    this.#cells[at + rootKind] = kind;
    return at;
  }

  #end(at: number): void {
    this.#cells[at + othersEnd] = this.#others.length;
  }

  #setList(at: number, bytes: Uint8Array, table: Rows, row: number, shift: number): void {
    this.#cells[at + 2] = row < 0 ? -1 : (table.childCount[row] as number);
    if (row < 0) return;
    let from = (table.from[row] as number) + 1;
    let to = (table.to[row] as number) - 1;
    while (from < to && isSpace(bytes[from] as number)) from++;
    while (to > from && isSpace(bytes[to - 1] as number)) to--;
    this.#cells[at] = from + shift;
    this.#cells[at + 1] = to + shift;
  }
}

/** The row of a list under a key, of equal keys the last; -1 where there is none. */
function listAt(bytes: Uint8Array, table: Rows, row: number, key: string): number {
  let found = -1;
  for (let child = table.firstChild[row] as number; child >= 0; child = table.nextSibling[child] as number)
    if (isKey(bytes, table, child, key)) found = child;
  return found >= 0 && table.kind[found] === kindCode.array ? found : -1;
}

/** Whether a member has this key, which is ASCII. */
export function isKey(bytes: Uint8Array, table: Rows, row: number, key: string): boolean {
  const from = table.keyFrom[row] as number;
  const to = table.keyTo[row] as number;
  // A key may be written with escapes, which take more room.
  if (to - from < key.length + 2) return false;
  for (let at = 0; at < key.length; at++) {
    const byte = bytes[from + 1 + at] as number;
    if (byte === 0x5c) return readString(bytes, from, to) === key;
    if (byte !== key.charCodeAt(at)) return false;
  }
  return to - from === key.length + 2;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

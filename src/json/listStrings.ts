// Where strings of the items of one list stand, by key, for somebody who goes through all of them: straight from the node table, without a pointer and
// an object for each. What the table does not list is found the usual way. Decodes nothing.

import type { JsonDocument } from './document.ts';
import { childrenNotInTable, kindCode } from './nodeTable.ts';
import { childPointer, type Pointer, pointerKeys } from './pointer.ts';

/** Bytes `[from, to)`, quotes included. */
export interface StringRange {
  readonly from: number;
  readonly to: number;
}

export interface ListStrings {
  /** Items of the list; 0 where there is none. */
  readonly count: number;
  /** The string at a key of an item, of duplicate keys the last; undefined where there is none, or no string. */
  find(item: number, key: string): StringRange | undefined;
  /** The same at several keys: pairs of `from` and `to`, in the order of the keys; 0 and 0 where there is none. The same list each time. */
  findAll(item: number, keys: readonly string[]): Float64Array;
}

const backslash = 0x5c;

/** Of the list at a key of the root. */
export function listStrings(document: JsonDocument, list: Pointer): ListStrings {
  const { bytes, table } = document;
  const items = rowsOf(document, list);
  const encoder = new TextEncoder();
  const wanted = new Map<string, Uint8Array>();
  const nameOf = (key: string): Uint8Array => {
    const known = wanted.get(key) ?? encoder.encode(key);
    wanted.set(key, known);
    return known;
  };
  let places = new Float64Array(0);

  const slowly = (item: number, keys: readonly string[]): void => {
    for (const [at, key] of keys.entries()) {
      const node = document.find(childPointer(childPointer(list, item), key));
      places[2 * at] = node?.kind === 'string' ? node.from : 0;
      places[2 * at + 1] = node?.kind === 'string' ? node.to : 0;
    }
  };

  const findAll = (item: number, keys: readonly string[]): Float64Array => {
    if (places.length !== 2 * keys.length) places = new Float64Array(2 * keys.length);
    places.fill(0);
    const row = items[item];
    if (row === undefined || ((table.flags[row] as number) & childrenNotInTable) !== 0) slowly(item, keys);
    else if (table.kind[row] === kindCode.object) {
      for (let member = table.firstChild[row] as number; member >= 0; member = table.nextSibling[member] as number) {
        const [from, to] = [table.keyFrom[member] as number, table.keyTo[member] as number];
        if (isEscaped(bytes, from, to)) {
          slowly(item, keys);
          break;
        }
        for (let at = 0; at < keys.length; at++) {
          if (!isKey(bytes, from, to, nameOf(keys[at] as string))) continue;
          const isString = table.kind[member] === kindCode.string;
          places[2 * at] = isString ? (table.from[member] as number) : 0;
          places[2 * at + 1] = isString ? (table.to[member] as number) : 0;
        }
      }
    }
    return places;
  };

  return {
    count: document.find(list)?.childCount ?? 0,
    findAll,
    find(item, key) {
      const [from = 0, to = 0] = findAll(item, [key]);
      return to === 0 ? undefined : { from, to };
    },
  };
}

/** Rows of the items in the document's own table; none where it does not list them. */
function rowsOf({ bytes, table }: JsonDocument, list: Pointer): Uint32Array {
  const none = new Uint32Array(0);
  const [key, ...deeper] = pointerKeys(list);
  if (key === undefined || deeper.length > 0 || table.count === 0 || table.kind[0] !== kindCode.object) return none;
  const name = new TextEncoder().encode(key);
  let found = -1;
  for (let member = table.firstChild[0] as number; member >= 0; member = table.nextSibling[member] as number) {
    const [from, to] = [table.keyFrom[member] as number, table.keyTo[member] as number];
    if (isEscaped(bytes, from, to)) return none;
    if (isKey(bytes, from, to, name)) found = member;
  }
  if (found < 0 || table.kind[found] !== kindCode.array) return none;
  const rows = new Uint32Array(table.firstChild[found] === -1 ? 0 : (table.childCount[found] as number));
  let at = 0;
  for (let row = table.firstChild[found] as number; row >= 0; row = table.nextSibling[row] as number) rows[at++] = row;
  return rows;
}

/** Whether only decoding tells what a key (range with quotes) is. */
function isEscaped(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) if (bytes[at] === backslash) return true;
  return false;
}

function isKey(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  if (to - from - 2 !== name.length) return false;
  for (let at = 0; at < name.length; at++) if (bytes[from + 1 + at] !== name[at]) return false;
  return true;
}

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
}

const backslash = 0x5c;

/** Of the list at a key of the root. */
export function listStrings(document: JsonDocument, list: Pointer): ListStrings {
  const { bytes, table } = document;
  const items = rowsOf(document, list);
  const wanted = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();

  const slowly = (item: number, key: string): StringRange | undefined => {
    const node = document.find(childPointer(childPointer(list, item), key));
    return node?.kind === 'string' ? node : undefined;
  };

  return {
    count: document.find(list)?.childCount ?? 0,
    find(item, key) {
      const row = items[item];
      if (row === undefined || ((table.flags[row] as number) & childrenNotInTable) !== 0) return slowly(item, key);
      if (table.kind[row] !== kindCode.object) return undefined;
      const name = wanted.get(key) ?? encoder.encode(key);
      wanted.set(key, name);
      let found = -1;
      for (let member = table.firstChild[row] as number; member >= 0; member = table.nextSibling[member] as number) {
        const is = isKey(bytes, table.keyFrom[member] as number, table.keyTo[member] as number, name);
        if (is === undefined) return slowly(item, key);
        if (is) found = member;
      }
      if (found < 0 || table.kind[found] !== kindCode.string) return undefined;
      return { from: table.from[found] as number, to: table.to[found] as number };
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
    const is = isKey(bytes, table.keyFrom[member] as number, table.keyTo[member] as number, name);
    if (is === undefined) return none;
    if (is) found = member;
  }
  if (found < 0 || table.kind[found] !== kindCode.array) return none;
  const rows = new Uint32Array(table.firstChild[found] === -1 ? 0 : (table.childCount[found] as number));
  let at = 0;
  for (let row = table.firstChild[found] as number; row >= 0; row = table.nextSibling[row] as number) rows[at++] = row;
  return rows;
}

/** Whether a key (range with quotes) is this one; undefined where only decoding can tell. */
function isKey(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean | undefined {
  let isSame = to - from - 2 === name.length;
  for (let at = from + 1; at < to - 1; at++) {
    const byte = bytes[at] as number;
    if (byte === backslash) return undefined;
    isSame &&= byte === name[at - from - 1];
  }
  return isSame;
}

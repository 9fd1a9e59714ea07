// Values and node tables put together and held against each other, in every bit. For the laws only.

import { kindOf, type NodeTable } from '../../src/json/nodeTable.ts';
import { childPointer, type Pointer, rootPointer } from '../../src/json/pointer.ts';
import { lexeme, readString } from '../../src/json/text.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { bytesOf, type Draft } from './lawDocuments.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Pointers of all rows, in order. */
export function pointersOf(bytes: Uint8Array, table: NodeTable): readonly Pointer[] {
  const pointers: Pointer[] = [];
  const counts = new Uint32Array(table.count);
  for (let node = 0; node < table.count; node++) {
    const parent = table.parent[node] as number;
    if (parent < 0) {
      pointers.push(rootPointer);
      continue;
    }
    const index = counts[parent] as number;
    counts[parent] = index + 1;
    const key = kindOf(table, parent) === 'array' ? index : keyOf(bytes, table, node);
    pointers.push(childPointer(pointers[parent] as Pointer, key));
  }
  return pointers;
}

function keyOf(bytes: Uint8Array, table: NodeTable, node: number): string {
  return readString(bytes, table.keyFrom[node] as number, table.keyTo[node] as number);
}

/** The value of a row, put together from the rows below it. */
export function valueOfTable(bytes: Uint8Array, table: NodeTable, root = 0): JsonValue {
  const members: [string, JsonValue][] = [];
  const kind = kindOf(table, root);
  const text = () => lexeme(bytes, table.from[root] as number, table.to[root] as number);
  if (kind === 'object' || kind === 'array') {
    for (let node = table.firstChild[root] as number; node >= 0; node = table.nextSibling[node] as number) {
      members.push([kind === 'object' ? keyOf(bytes, table, node) : '', valueOfTable(bytes, table, node)]);
    }
    return kind === 'object' ? Object.fromEntries(members) : members.map(([, value]) => value);
  }
  if (kind === 'string') return readString(bytes, table.from[root] as number, table.to[root] as number);
  if (kind === 'number' || kind === 'literal') return Number(text());
  return kind === 'null' ? null : kind === 'true';
}

export function valueOfDraft(draft: Draft): JsonValue {
  if (draft.kind === 'array') return draft.items.map(valueOfDraft);
  if (draft.kind === 'leaf') return leafValue(draft.lexeme);
  return Object.fromEntries(draft.members.map(([key, value]) => [leafValue(key) as string, valueOfDraft(value)]));
}

function leafValue(written: string): JsonValue {
  const isLiteral = written === 'NaN' || written.endsWith('Infinity');
  return isLiteral ? Number(written) : (JSON.parse(decoder.decode(bytesOf(written))) as JsonValue);
}

/** Equal in every bit, `-0`, NaN, own `__proto__` and the order of keys included. */
export function isSame(left: JsonValue, right: JsonValue): boolean {
  if (typeof left !== 'object' || left === null) return Object.is(left, right);
  if (typeof right !== 'object' || right === null || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  const others = Object.keys(right);
  if (keys.length !== others.length) return false;
  return keys.every((key, index) => key === others[index] && isSame(ownMember(left, key), ownMember(right, key)));
}

function ownMember(container: object, key: string): JsonValue {
  return Object.getOwnPropertyDescriptor(container, key)?.value as JsonValue;
}

export function isSameTable(left: NodeTable, right: NodeTable): boolean {
  const columns = [
    'kind',
    'from',
    'to',
    'keyFrom',
    'keyTo',
    'parent',
    'firstChild',
    'nextSibling',
    'childCount',
  ] as const;
  return (
    left.count === right.count &&
    columns.every((column) => isSameColumn(left[column], right[column])) &&
    isSameColumn(left.flags, right.flags)
  );
}

export function isSameColumn(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

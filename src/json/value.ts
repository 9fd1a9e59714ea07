// Byte ranges as JavaScript values. Iterative, so that no nesting overflows; never throws.
// Takes ranges that a pass has found; must not report problems (the strict pass does).

import { kindCode, type NodeTable } from './nodeTable.ts';
import { skim } from './skim.ts';
import { lexeme, readString } from './text.ts';
import { decodeUtf8 } from './utf8.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * The value of a range. `__proto__` is an ordinary own key, the last of duplicate keys wins, NaN and the infinities
 * become those numbers, other numbers the nearest double. Of broken or cut text it gives what is there; text that is no
 * value reads as null.
 */
export function readValue(bytes: Uint8Array, from: number, to: number): JsonValue {
  try {
    // The engine's parser is several times faster than ours and agrees with it on all legal text.
    return JSON.parse(decodeUtf8(bytes, from, to)) as JsonValue;
  } catch {
    return buildValue(bytes, from, to);
  }
}

/** As `readValue`, without the engine's parser: for text that is not strictly JSON. */
export function buildValue(bytes: Uint8Array, from: number, to: number): JsonValue {
  const table = skim(bytes, { depth: Number.POSITIVE_INFINITY, from, to });
  if (table.count === 0) return null;
  const values: JsonValue[] = [];
  // Rows are in document order, so a container comes before its members and earlier duplicates before later ones.
  for (let node = 0; node < table.count; node++) {
    const value = ownValue(bytes, table, node);
    values.push(value);
    const parent = node === 0 ? undefined : values[table.parent[node] as number];
    if (Array.isArray(parent)) parent.push(value);
    else if (typeof parent === 'object' && parent !== null) setOwn(parent, keyText(bytes, table, node), value);
  }
  return values[0] ?? null;
}

function ownValue(bytes: Uint8Array, table: NodeTable, node: number): JsonValue {
  const from = table.from[node] as number;
  const to = table.to[node] as number;
  switch (table.kind[node]) {
    case kindCode.object:
      return {};
    case kindCode.array:
      return [];
    case kindCode.string:
      return readString(bytes, from, to);
    case kindCode.true:
      return true;
    case kindCode.false:
      return false;
    case kindCode.number:
      return Number(lexeme(bytes, from, to));
    case kindCode.literal:
      return literalValue(lexeme(bytes, from, to));
    default:
      return null;
  }
}

function literalValue(word: string): JsonValue {
  if (word === 'NaN') return Number.NaN;
  if (word === 'Infinity') return Number.POSITIVE_INFINITY;
  return word === '-Infinity' ? Number.NEGATIVE_INFINITY : null;
}

function keyText(bytes: Uint8Array, table: NodeTable, node: number): string {
  const to = table.keyTo[node] as number;
  return to === 0 ? '' : readString(bytes, table.keyFrom[node] as number, to);
}

function setOwn(target: object, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (target as Record<string, JsonValue>)[key] = value;
  }
}

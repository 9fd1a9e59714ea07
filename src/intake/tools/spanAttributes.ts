// Attributes of a span by their key: a list of keys and typed values (OTLP JSON, `AnyValue`), or an object. Knows no key.

import type { JsonCursor } from '../../json/cursor.ts';
import { list, numeral, type Origin, object, type Piece, RecordText } from './record.ts';

/** Values that are typed stand for what is in them: `{"stringValue": "a"}` for `"a"`; lists and objects as they are, see `plainValue`. */
export type Attributes = ReadonlyMap<string, JsonCursor>;

export function attributesOf(origin: Origin, attributes: JsonCursor | undefined): Attributes {
  const found = new Map<string, JsonCursor>();
  for (const [key, value] of attributes?.entries() ?? []) found.set(key, value);
  for (const item of attributes?.items() ?? []) {
    const key = item.get('key')?.text();
    const value = plainValue(origin, item.get('value'));
    if (key !== undefined && value !== undefined) found.set(key, value);
  }
  return found;
}

const scalars = ['stringValue', 'intValue', 'doubleValue', 'boolValue', 'bytesValue'];

/** What a typed value holds; a list or an object written anew as JSON. A value that is not typed is itself. */
export function plainValue(origin: Origin, value: JsonCursor | undefined): JsonCursor | undefined {
  if (value?.kind !== 'object') return value;
  const scalar = scalarOf(value);
  if (scalar !== undefined) return scalar;
  const range = value.range();
  const piece =
    value.get('arrayValue') !== undefined || value.get('kvlistValue') !== undefined ? plainPiece(value, 0) : undefined;
  if (piece === undefined || range === undefined) return value;
  const text = new RecordText(origin, range);
  text.piece(piece);
  // The map of what was written leads to the file already.
  return origin.derived(text.finish(), origin.bytes);
}

function scalarOf(value: JsonCursor): JsonCursor | undefined {
  for (const key of scalars) {
    const found = value.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A list that is nested deeper than people write is left as it is. */
const deepest = 32;

function plainPiece(value: JsonCursor, depth: number): Piece {
  const items = value.get('arrayValue')?.get('values') ?? value.get('arrayValue');
  const members = value.get('kvlistValue')?.get('values') ?? value.get('kvlistValue');
  if (depth === deepest) return value;
  if (members?.kind === 'array') {
    const found: Record<string, Piece | undefined> = {};
    for (const member of members.items()) {
      const inner = member.get('value');
      const key = member.get('key')?.text();
      if (key !== undefined && inner !== undefined) found[key] = plainPiece(inner, depth + 1);
    }
    return object(found) ?? ((to) => to.write('{}'));
  }
  if (items !== undefined) return list(Array.from(items.items(), (item) => plainPiece(item, depth + 1)));
  const scalar = scalarOf(value) ?? value;
  return value.get('intValue') === undefined ? scalar : (numeral(scalar) ?? scalar);
}

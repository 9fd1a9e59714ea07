// One text for equal values, to compare and group them. Knows JSON only.

import type { JsonCursor } from '../json/cursor.ts';

// Below this depth a value is taken as it is written.
const deepest = 200;

/**
 * JSON text with keys sorted and no white space; equal for values that are equal, whatever their spelling (`1.0` and
 * `1`, order of keys). Numbers that a double cannot hold exactly keep their source text.
 */
export function canonicalText(cursor: JsonCursor, depth = 0): string {
  switch (cursor.kind) {
    case 'object': {
      if (depth === deepest) return cursor.lexeme();
      const members: [string, string][] = [];
      for (const [key, member] of cursor.entries()) members.push([key, canonicalText(member, depth + 1)]);
      members.sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
    }
    case 'array': {
      if (depth === deepest) return cursor.lexeme();
      const items: string[] = [];
      for (const item of cursor.items()) items.push(canonicalText(item, depth + 1));
      return `[${items.join(',')}]`;
    }
    case 'string':
      return JSON.stringify(cursor.text());
    case 'number': {
      const number = cursor.number();
      if (number === undefined || (Number.isInteger(number) && !Number.isSafeInteger(number))) return cursor.lexeme();
      return String(number);
    }
    default:
      return cursor.lexeme();
  }
}

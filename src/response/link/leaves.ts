// Every string in a provider response whose shape nobody knows: what a generation may have come from. Knows JSON only.

import type { JsonCursor } from '../../json/cursor.ts';
import { type LinkableText, linkableText } from './linkable.ts';

/** Strings looked at in one response, and how deep. */
const mostLeaves = 20_000;
const deepest = 60;

/** The strings below a cursor that are not empty, in document order. */
export function linkableLeaves(body: JsonCursor): readonly LinkableText[] {
  const leaves: LinkableText[] = [];
  const open: { readonly cursor: JsonCursor; readonly depth: number }[] = [{ cursor: body, depth: 0 }];
  for (let next = open.pop(); next !== undefined && leaves.length < mostLeaves; next = open.pop()) {
    const { cursor, depth } = next;
    const text = cursor.text();
    if (text) leaves.push(linkableText(text, [cursor.pointer]));
    if (depth === deepest) continue;
    const below = cursor.kind === 'array' ? [...cursor.items()] : Array.from(cursor.entries(), ([, member]) => member);
    for (const inner of below.reverse()) open.push({ cursor: inner, depth: depth + 1 });
  }
  return leaves;
}

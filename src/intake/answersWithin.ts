// Responses and provider bodies that stand somewhere in another JSON value: under keys of its own, in a list, as a text in a string. Knows no form; what an
// answer is is told by its keys.

import { cursorOver } from '../json/byteCursor.ts';
import type { JsonCursor } from '../json/cursor.ts';
import { isJson } from '../json/isJson.ts';
import { recogniseProvider } from '../response/provider/read.ts';
import { isPiece } from './chunkParts.ts';
import { isWholeAnswer } from './wholeAnswer.ts';

export interface AnswerWithin {
  /** The value with its quotes where it is a string. */
  readonly from: number;
  readonly to: number;
  /** `results[0].response` */
  readonly path: string;
  readonly isText: boolean;
}

/** Levels that are looked through, and values that are looked at. */
const deepest = 4;
const mostLookedAt = 200_000;

/** Those of an object or a list, in the order of the text; none lies in another. */
export function answersWithin(root: JsonCursor): readonly AnswerWithin[] {
  const found: AnswerWithin[] = [];
  let looked = 0;
  const look = (value: JsonCursor, path: string, depth: number): void => {
    if (++looked > mostLookedAt) return;
    const range = value.range();
    if (range === undefined) return;
    const isText = value.kind === 'string';
    if (isText ? holdsAnswer(value) : isAnswer(value)) {
      found.push({ from: range.from, to: range.to, path, isText });
      return;
    }
    if (depth === deepest) return;
    if (value.kind === 'object')
      for (const [key, member] of value.entries()) look(member, path === '' ? key : `${path}.${key}`, depth + 1);
    else if (value.kind === 'array') {
      let at = 0;
      for (const item of value.items()) look(item, `${path}[${at++}]`, depth + 1);
    }
  };
  look(root, '', 0);
  return found;
}

function isAnswer(value: JsonCursor): boolean {
  if (value.kind === 'array') return isStream(value);
  if (value.kind !== 'object' || !isWholeAnswer(value)) return false;
  // `{"data": [...]}` is how many services wrap a list of anything.
  return value.get('provider_responses') !== undefined || value.get('data') === undefined || isGenerations(value);
}

/** The events of one answer: a whole body in the list is one of its own. */
function isStream(list: JsonCursor): boolean {
  let count = 0;
  for (const item of list.items()) {
    if (!isPiece(item)) return false;
    if (++count === 4) break;
  }
  return count > 1 && recogniseProvider(list) !== undefined;
}

function isGenerations(value: JsonCursor): boolean {
  for (const first of value.get('data')?.items() ?? [])
    return first.get('output') !== undefined || first.get('raw_output') !== undefined;
  return false;
}

function holdsAnswer(value: JsonCursor): boolean {
  const { bytes, from, to } = value.range() ?? { bytes: new Uint8Array(0), from: 0, to: 0 };
  let at = from + 1;
  while (bytes[at] === 0x20 || (bytes[at] === 0x5c && (bytes[at + 1] === 0x6e || bytes[at + 1] === 0x74)))
    at += bytes[at] === 0x20 ? 1 : 2;
  if (bytes[at] !== 0x7b || to - from < 20) return false;
  const text = value.text() ?? '';
  const root = isJson(text) ? cursorOver(new TextEncoder().encode(text)) : undefined;
  return root !== undefined && isAnswer(root);
}

// Ratings, scores and verdicts that a response holds of its generations beside what the platform itself writes: where they stand, and their values.
// Reads cursors; must not judge what a value means.

import type { JsonCursor } from '../json/cursor.ts';
import { childPointer, type Pointer, pointerOf } from '../json/pointer.ts';
import { chatGenerationSchema, chatRootSchema, documentedRootKeys } from './schema.ts';
import { everyPosition } from './scorePath.ts';

/** One value for each generation: a pointer in which the key `*` stands for its position in `data`. */
export interface ScoreField {
  readonly path: Pointer;
  readonly kind: ScoreKind;
}

export type ScoreKind = 'boolean' | 'number' | 'word';
export type ScoreValue = boolean | number | string | null;

/** So many generations are looked at for fields. */
const mostLookedAt = 50;
const mostFields = 40;
/** A longer text is no word of a verdict. */
const longestWord = 24;
/** Names of what is a verdict; fields of numbers and words without such a name come after them, or not at all. */
const verdictNames = /pass|correct|success|score|rating|reward|grade|verdict|feedback|eval|quality|thumbs|accepted/i;

const ownKeys = new Set(Object.keys(chatGenerationSchema.entries));
const rootKeys = new Set([...documentedRootKeys, ...Object.keys(chatRootSchema.entries), 'data', 'provider_responses']);

/** The fields that may say how good each generation is: of the generations themselves, then lists beside them. Those with a telling name first. */
export function scoreFields(root: JsonCursor): readonly ScoreField[] {
  const found = new Map<Pointer, ScoreKind>();
  const note = (path: Pointer, value: JsonCursor): void => {
    const kind = kindOf(value, path);
    if (kind !== undefined && !found.has(path)) found.set(path, kind);
  };
  const data = root.get('data');
  let looked = 0;
  for (const generation of data?.items() ?? []) {
    if (looked++ === mostLookedAt) break;
    const place = pointerOf('data', everyPosition);
    for (const [key, value] of generation.entries()) {
      if (ownKeys.has(key)) continue;
      note(childPointer(place, key), value);
      for (const [inner, member] of value.entries()) note(childPointer(childPointer(place, key), inner), member);
    }
  }
  for (const [path, list] of listsBeside(root)) {
    if (list.kind !== 'array' || list.length !== data?.length) continue;
    let at = 0;
    for (const item of list.items()) {
      if (at++ === mostLookedAt) break;
      note(childPointer(path, everyPosition), item);
    }
  }
  const fields = [...found].map(([path, kind]) => ({ path, kind }));
  return fields.sort((one, other) => rankOf(one) - rankOf(other)).slice(0, mostFields);
}

/** Lists that may have one item per generation: in `metadata`, and under keys of one's own at the root. */
function* listsBeside(root: JsonCursor): Iterable<readonly [Pointer, JsonCursor]> {
  for (const [key, value] of root.entries()) {
    const path = pointerOf(key);
    if (!rootKeys.has(key)) yield [path, value];
    if (key !== 'metadata' && rootKeys.has(key)) continue;
    for (const [inner, member] of value.entries()) yield [childPointer(path, inner), member];
  }
}

function kindOf(value: JsonCursor, path: Pointer): ScoreKind | undefined {
  const hasName = verdictNames.test(path);
  switch (value.kind) {
    case 'true':
    case 'false':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return hasName && (value.text() ?? '').length <= longestWord ? 'word' : undefined;
    default:
      return undefined;
  }
}

function rankOf({ path, kind }: ScoreField): number {
  return (verdictNames.test(path) ? 0 : 2) + (kind === 'boolean' ? 0 : 1);
}

/** A value as it is judged; null for none, and for what is no single value. */
export function readScore(cursor: JsonCursor | undefined): ScoreValue {
  switch (cursor?.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'number':
      return cursor.number() ?? null;
    case 'string':
      return (cursor.text() ?? '').slice(0, longestWord);
    default:
      return null;
  }
}

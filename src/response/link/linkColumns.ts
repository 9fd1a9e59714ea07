// What was linked, in columns: codes and numbers, no sentence and no object. Knows places and counts; no texts.

import { type Pointer, pointerOf } from '../../json/pointer.ts';
import type { LinkWord } from '../model.ts';

/** What a code says: its place in the list. */
export const linkWords: readonly LinkWord[] = ['none', 'certain', 'by text', 'by position', 'ambiguous', 'conflict'];

/** What speaks for a link, which is what its sentence is made of. */
export const grounds = {
  nothing: 0,
  uniqueText: 1,
  sameText: 2,
  takenText: 3,
  leaf: 4,
  uniqueCalls: 5,
  sameCalls: 6,
  place: 7,
} as const;

/** What is equal in the members of a class. */
export const classKinds = ['text', 'tool calls'] as const;

/** All typed arrays, so that they can be transferred. Rows are places in `data`. */
export interface LinkColumns {
  readonly words: Uint8Array<ArrayBuffer>;
  /** Number of the choice, on the ground `leaf` that of the leaf; −1 for none. */
  readonly choices: Int32Array<ArrayBuffer>;
  readonly grounds: Uint8Array<ArrayBuffer>;
  /** Place in `relations`. */
  readonly relations: Uint8Array<ArrayBuffer>;
  /** Place in `matchedWords`. */
  readonly matched: Uint8Array<ArrayBuffer>;
  /** 1 where the text of the generation is its `output`, 0 where it is its `raw_output`. */
  readonly isOutput: Uint8Array<ArrayBuffer>;
  /** Code points of that text. */
  readonly characters: Uint32Array<ArrayBuffer>;
  /** The place in `places` of that part of the choice's text that it is; −1 for all of it. */
  readonly parts: Int32Array<ArrayBuffer>;
  /** Code points by which the texts differ, negative where it is at their start; 0 for none. */
  readonly differences: Int32Array<ArrayBuffer>;
  /** Class of equal ones; −1 for none. */
  readonly classes: Int32Array<ArrayBuffer>;
  /** The choice that the structure points at, and by what (place in `opinions`). */
  readonly opinions: Int32Array<ArrayBuffer>;
  readonly opinionBy: Uint8Array<ArrayBuffer>;
  /** 1 for generations whose index another one has too. */
  readonly repeated: Uint8Array<ArrayBuffer>;
  /** Members of class c: `classGenerations[classStarts[c]]` to the start of the next. */
  readonly classStarts: Int32Array<ArrayBuffer>;
  readonly classGenerations: Int32Array<ArrayBuffer>;
  readonly classChoiceCounts: Int32Array<ArrayBuffer>;
  readonly classKinds: Uint8Array<ArrayBuffer>;
  /** Of each leaf: its provider response, its place in `places`, the next equal one (−1 for none) and how many equal ones follow. */
  readonly leafProviders: Int32Array<ArrayBuffer>;
  readonly leafWords: Int32Array<ArrayBuffer>;
  readonly leafNext: Int32Array<ArrayBuffer>;
  readonly leafFollowing: Int32Array<ArrayBuffer>;
  /** Words (`choices/placeWords.ts`). */
  readonly places: readonly string[];
}

/** The buffers of all columns, to be transferred with them. */
export function buffersOfLinks(columns: LinkColumns): ArrayBuffer[] {
  return Object.values(columns).flatMap((column) =>
    Array.isArray(column) ? [] : [(column as Int32Array<ArrayBuffer>).buffer],
  );
}

/** What linking gives. */
export interface LinkResult {
  readonly columns: LinkColumns;
  /** For each choice the generation linked to it; −1 for leftovers. */
  readonly generationOf: Int32Array<ArrayBuffer>;
  /** The choices of class c, by response and index: from `starts[c]` to the start of the next. */
  readonly classChoices: { readonly starts: readonly number[]; readonly choices: readonly number[] };
  /** For each generation the first class that it was in, linked there or not; −1 for none. */
  readonly firstClass: Int32Array<ArrayBuffer>;
}

export function isSharedLink(columns: LinkColumns, position: number): boolean {
  const ground = columns.grounds[position];
  return ground === grounds.takenText || (ground === grounds.sameText && columns.matched[position] === sharedMatch);
}

/** Place of "it is shared" in `matchedWords`. */
export const sharedMatch = 4;

/** The pointer of a generation's own text. */
export function ownTextPlace(columns: LinkColumns, position: number): Pointer {
  return pointerOf('data', position, columns.isOutput[position] === 1 ? 'output' : 'raw_output');
}

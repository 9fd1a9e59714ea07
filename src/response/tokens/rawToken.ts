// What a reader hands over of a list of tokens, before it is held against the text: places, spellings, nothing judged.
// Types only, so that providers can say what they list without this folder knowing any of them.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { ItemShape } from './itemShape.ts';

export interface RawAlternative {
  readonly place: JsonCursor;
  readonly text: string;
  /** The list of bytes, where there is one. */
  readonly bytes?: JsonCursor | undefined;
  readonly logprob: JsonCursor | undefined;
}

export interface RawToken {
  readonly place: JsonCursor;
  readonly text: string;
  readonly bytes?: JsonCursor | undefined;
  readonly logprob: JsonCursor | undefined;
  /** A second value beside it (AI21). */
  readonly sampled?: JsonCursor | undefined;
  readonly id?: number | undefined;
  readonly isSpecial?: boolean;
  /** Where the provider says that it stands in the text, in code points. */
  readonly range?: { readonly start: number; readonly end: number } | undefined;
  /** Undefined where the provider lists none for this token. May be read only now: it is most of the work. */
  readonly alternatives: readonly RawAlternative[] | undefined;
}

export interface RawTokens {
  readonly pointer: Pointer;
  readonly tokens: readonly RawToken[];
  readonly promptTokens: readonly RawToken[];
  /** `text_offset`, when it is a list of numbers as long as the tokens. */
  readonly offsets?: readonly number[];
  /** Values are probabilities, not their logarithms. */
  readonly isProbability: boolean;
  /** The first token of a repeated prompt has no value, or a 0 that stands for none. */
  readonly canEcho: boolean;
  /** Parallel lists with their lengths. */
  readonly lists: readonly { readonly name: string; readonly length: number; readonly pointer: Pointer }[];
}

/** A list of tokens that has not been read yet. */
export interface TokenList {
  readonly pointer: Pointer;
  readonly count: number;
  read(): RawTokens;
  /** How it is written, where that is one of the ways that can be read straight from the bytes (`scanTokens.ts`). */
  source?(): TokenSource | undefined;
}

/**
 * A list of objects, with lists of alternatives within them or beside; or parallel lists. Lists that are missing or no lists are undefined: what
 * `read` gives of them is the same. All that are given have as many items, or a check finds something.
 */
export type TokenSource =
  | {
      readonly kind: 'items';
      readonly shape: ItemShape;
      readonly list: JsonCursor | undefined;
      readonly beside?: JsonCursor | undefined;
      /** The key of each list beside, where the lists are within objects. */
      readonly within?: ItemShape;
    }
  | {
      readonly kind: 'lists';
      readonly tokens: JsonCursor | undefined;
      readonly values: JsonCursor | undefined;
      readonly tops: JsonCursor | undefined;
      readonly offsets: JsonCursor | undefined;
    };

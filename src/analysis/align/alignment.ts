// The shapes of an alignment and how to read it. Numbers only, in typed arrays that workers can hand over; the texts stay
// where they are.

import type { Granularity } from './tokens.ts';

export interface AlignOptions {
  readonly granularity: Granularity;
  readonly ignoresCase?: boolean;
  readonly ignoresWhiteSpace?: boolean;
  readonly ignoresPunctuation?: boolean;
}

/** One of the different texts, in tokens. */
export interface AlignedText {
  /** The samples that have this text, by their place in the texts that were given, rising. */
  readonly samples: readonly number[];
  /** Where each token begins, in code units; one more for the end of the text. */
  readonly starts: Uint32Array;
  /** The column of each token, rising. */
  readonly columnOf: Int32Array;
  /** By divergence: the number of its way there, -1 where it has nothing. */
  readonly wayOf: Int32Array;
}

/** What a column holds. */
export const columnKind = {
  /** Words, or whatever the granularity compares. */
  content: 0,
  /** White space that counts. */
  space: 1,
  /** What the options ignore: such a column never differs. */
  ignored: 2,
} as const;

/** Columns `[fromColumn, toColumn)`. */
export interface ColumnRange {
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** A passage that some samples have at one place and others at another: neither gone nor new. */
export interface MovedPassage {
  readonly places: readonly MovedPlace[];
}

export interface MovedPlace {
  /** The columns of its tokens, rising; columns of other samples may stand between them. */
  readonly columns: Int32Array;
  /** One of the texts that have the passage here (a place in `texts`). */
  readonly text: number;
}

/** Texts in common columns: equal tokens that belong together stand in one column. */
export interface Alignment {
  readonly granularityAsked: Granularity;
  /** A coarser one than asked for where the texts have too little in common for the work that is allowed. */
  readonly granularityUsed: Granularity;
  /** True when parts were left uncompared: what is said to be shared is, but there may be more. */
  readonly isApproximate: boolean;
  /** The part of all tokens that was left uncompared, 0 to 1. */
  readonly uncomparedShare: number;
  readonly sampleCount: number;
  /** The different texts, sorted. */
  readonly texts: readonly AlignedText[];
  /** For each sample the place of its text in `texts`. */
  readonly textOf: Uint32Array;
  readonly columnCount: number;
  /** By column: a `columnKind`. */
  readonly kinds: Uint8Array;
  /** By column: how many samples have a token in it. */
  readonly support: Uint32Array;
  /** By column: one of the texts that have a token in it. */
  readonly textAt: Uint32Array;
  /** Places where not all samples agree, in order. What all share lies in one only as white space or punctuation between what they do not. */
  readonly divergences: readonly ColumnRange[];
  /** By divergence: how many samples go each of its ways, the most first; the others have nothing there. */
  readonly wayCounts: readonly (readonly number[])[];
  /** By column: the number of its divergence, -1 for columns that all share. */
  readonly divergenceOf: Int32Array;
  /** See `countPlaces`. */
  readonly places: Places;
  readonly moved: readonly MovedPassage[];
  /** By column: the number of its moved passage, -1 for others. */
  readonly movedOf: Int32Array;
}

/** The token of a text in a column: its place in the text's tokens, -1 where it has none. */
export function tokenAt({ columnOf }: Pick<AlignedText, 'columnOf'>, column: number): number {
  const at = firstTokenFrom(columnOf, column);
  return columnOf[at] === column ? at : -1;
}

/** Tokens `[from, to)` of a text that stand in columns of a range. */
export function tokensIn({ columnOf }: AlignedText, { fromColumn, toColumn }: ColumnRange): readonly [number, number] {
  return [firstTokenFrom(columnOf, fromColumn), firstTokenFrom(columnOf, toColumn)];
}

/** The first token at or after a column; the number of tokens where there is none. */
function firstTokenFrom(columnOf: Int32Array, column: number): number {
  let low = 0;
  let high = columnOf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columnOf[middle] as number) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many places all samples agree on, and how many there are. */
export interface Places {
  readonly agreed: number;
  readonly all: number;
}

/** A column that all share is one place; a divergence has as many as its longest variant. Only content counts. */
export function countPlaces({
  kinds,
  divergenceOf,
  divergences,
  texts,
}: Pick<Alignment, 'kinds' | 'divergenceOf' | 'divergences'> & {
  readonly texts: readonly Pick<AlignedText, 'columnOf'>[];
}): Places {
  let agreed = 0;
  for (let column = 0; column < kinds.length; column++) {
    if (kinds[column] === columnKind.content && (divergenceOf[column] as number) < 0) agreed++;
  }
  const longest = new Uint32Array(divergences.length);
  for (const { columnOf } of texts) {
    let current = -1;
    let count = 0;
    for (const column of columnOf) {
      const divergence = divergenceOf[column] as number;
      if (divergence < 0 || kinds[column] !== columnKind.content) continue;
      count = divergence === current ? count + 1 : 1;
      current = divergence;
      longest[divergence] = Math.max(longest[divergence] as number, count);
    }
  }
  return { agreed, all: longest.reduce((sum, length) => sum + length, agreed) };
}

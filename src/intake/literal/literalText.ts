// What the forms of Python and JavaScript have in common: several values in one text, what is said when one breaks off or cannot be read. Knows no
// language.

import { indexLines, placeAt } from '../../json/lines.ts';
import { plural } from '../../words/numbers.ts';
import type { Part, Refusal } from '../form.ts';
import type { MadeBytes } from '../madeText.ts';
import { sameMap } from '../sourceMap.ts';
import type { LiteralError } from './draft.ts';

/** A value that stands by itself: `[from, to)` of what is made, its first byte in the text. */
export interface Root {
  readonly from: number;
  readonly to: number;
  readonly byte: number;
  /** A string is read on: what it holds may be a response. */
  readonly isString: boolean;
  readonly isSensitive?: boolean;
}

/** The parts that the roots are, named by their lines when there are several. */
export function partsOf({ bytes, map }: MadeBytes, roots: readonly Root[], place: PlaceWords): readonly Part[] {
  return roots.map(({ from, to, byte, isString, isSensitive }) => {
    const isAll = from === 0 && to === bytes.length;
    return {
      bytes: isAll ? bytes : bytes.subarray(from, to),
      map: isAll ? map : map.under(sameMap(to - from, from)),
      isJson: !isString,
      ...(roots.length > 1 && { name: place(byte) }),
      ...(isSensitive && { isSensitive }),
    };
  });
}

/** Where a byte is, in words: `line 3`; with its column where the line is long. */
export type PlaceWords = (byte: number) => string;

export function placeWords(bytes: Uint8Array): PlaceWords {
  let lines: ReturnType<typeof indexLines> | undefined;
  let reached = 0;
  return (byte) => {
    // What is noted stands near the start as a rule; no lines are counted behind it.
    if (lines === undefined || byte >= reached) {
      const end = bytes.indexOf(0x0a, Math.max(byte, 2 * reached));
      reached = end < 0 ? bytes.length : end + 1;
      lines = indexLines(bytes.subarray(0, reached));
    }
    const { line, column } = placeAt(bytes, lines, byte);
    return column > 200 || (lines.lineCount === 1 && reached === bytes.length)
      ? `line ${line}, column ${column}`
      : `line ${line}`;
  };
}

/** `language`: `Python`. */
export function cannotBeRead(language: string, error: LiteralError, place: PlaceWords, advice: string): Refusal {
  return {
    isRefused: true,
    title: `This is ${language} that cannot be read`,
    detail: `${error.message}: ${place(error.byte)}.`,
    advice,
    byte: error.byte,
  };
}

export function countFacts(roots: readonly Root[]): readonly string[] {
  return roots.length > 1 ? [plural(roots.length, 'value')] : [];
}

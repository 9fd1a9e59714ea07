// Counts a text in strings of a document as they read, by the search of the whole document: nothing is decoded. Must not know what the strings are.

import { needleOf, rarestOf } from './needle.ts';
import { Reading } from './reading.ts';

/** How often the text stands in the string with the range `[from, to)`, quotes included: none within another, at most `most`. */
export type CountText = (from: number, to: number, most: number) => number;

/** Counts `text`, which is not empty, in strings of these bytes; in any case unless case matters. */
export function textCounter(bytes: Uint8Array, text: string, isCaseMatched: boolean): CountText {
  const needle = needleOf(text, isCaseMatched);
  const reading = new Reading(bytes, needle, rarestOf(needle, bytes, 0, bytes.length), false);
  return (from, to, most) => {
    const end = to - 1;
    reading.begin(end, end);
    let count = 0;
    for (let at = from + 1; count < most && reading.goTo(at); at = reading.to) count++;
    return count;
  };
}

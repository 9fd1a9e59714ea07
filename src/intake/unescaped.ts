// The contents of a JSON string as a text of its own, with the way back. Knows no form.

import { type MadeBytes, MadeText } from './madeText.ts';
import { writeUnescaped } from './unescape.ts';

/** The string at `[from, to)` of `bytes`, its quotes included, without its escapes. Half of a surrogate pair alone takes three bytes (WTF-8). */
export function unescaped(bytes: Uint8Array, from: number, to: number): MadeBytes {
  const end = Math.max(from + 1, to - 1);
  const made = new MadeText(bytes, end - from);
  // A view that ends with the string keeps the native search from running on. `\/` stands for its letter.
  writeUnescaped(made, bytes.subarray(0, end), from + 1, end, { isScript: true });
  return made.finish();
}

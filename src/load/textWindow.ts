// Cuts a window out of a text for an answer. Pure.

import type { TextWindow } from '../response/questions.ts';

/** A window that splits no surrogate pair at its end. */
export function windowOf(text: string, from: number, maxLength: number): TextWindow {
  let to = Math.min(text.length, from + maxLength);
  const last = text.charCodeAt(to - 1);
  if (to < text.length && to > from + 1 && last >= 0xd800 && last < 0xdc00) to--;
  return { text: text.slice(from, to), from, totalLength: text.length };
}

// A long text in parts that can be drawn: where they begin and end, without cutting a character in two. Pure.
// All lengths are UTF-16 code units.

import type { TextWindow } from '../../response/questions.ts';

/** Up to this length a text is drawn whole. */
export const longestWhole = 1_000_000;
const partLength = 200_000;

export interface TextPart {
  readonly from: number;
  readonly to: number;
}

export function partCount(totalLength: number): number {
  return totalLength <= longestWhole ? 1 : Math.ceil(totalLength / partLength);
}

/** Part `number` from 0. */
export function textPart(totalLength: number, number: number): TextPart {
  if (totalLength <= longestWhole) return { from: 0, to: totalLength };
  return { from: number * partLength, to: Math.min(totalLength, (number + 1) * partLength) };
}

/** The number of the part in which a code unit stands. */
export function partHolding(totalLength: number, unit: number): number {
  return totalLength <= longestWhole ? 0 : Math.min(Math.floor(unit / partLength), partCount(totalLength) - 1);
}

/** What has to be asked for to draw a part: one unit more on both sides, so that `cutPart` sees pairs that cross its ends. */
export function windowAround(part: TextPart): { readonly from: number; readonly length: number } {
  const from = Math.max(0, part.from - 1);
  return { from, length: part.to + 1 - from };
}

/**
 * The text of a part out of a window that holds it, or undefined when the window does not. A surrogate pair across the end belongs to
 * the part in which it begins.
 */
export function cutPart(window: TextWindow, part: TextPart): TextWindow | undefined {
  const end = window.from + window.text.length;
  if (part.from < window.from || Math.min(part.to + 1, window.totalLength) > end) return undefined;
  const isPairAt = (at: number) =>
    at > window.from &&
    isHigh(window.text.charCodeAt(at - 1 - window.from)) &&
    isLow(window.text.charCodeAt(at - window.from));
  const from = isPairAt(part.from) ? part.from + 1 : part.from;
  const to = isPairAt(part.to) ? part.to + 1 : part.to;
  return { text: window.text.slice(from - window.from, to - window.from), from, totalLength: window.totalLength };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

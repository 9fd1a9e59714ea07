// A text that is looked for, as characters with all the code points that each may be, and which of them is the rarest in some bytes. Pure.

import { caseVariants } from './caseVariants.ts';

/** One character of the text. */
export interface Wanted {
  /** Code points that count as it. */
  readonly codes: readonly number[];
  readonly has: (code: number) => boolean;
}

/** The characters of a text; without their case unless that matters. */
export function needleOf(text: string, isCaseMatched: boolean): readonly Wanted[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const codes = isCaseMatched ? [code] : caseVariants(code);
    const [first, second] = codes;
    const has =
      codes.length <= 2 ? (one: number) => one === first || one === second : (one: number) => codes.includes(one);
    return { codes, has };
  });
}

/** A byte that stands for one of the wanted characters when it is written out. */
export interface AnchorByte {
  readonly byte: number;
  /** Bytes of the character before this one. */
  readonly offset: number;
}

export interface Anchor {
  /** Place of the character in the text. */
  readonly index: number;
  readonly bytes: readonly AnchorByte[];
  /** It may be bytes that are no UTF-8, for which any byte beyond ASCII stands. */
  readonly isAnyInvalid: boolean;
}

/** So many bytes say which ones are rare. */
const sampleSize = 4096;

/** The character of the needle that stands least often in `[from, to)`. The needle has one at least. */
export function rarestOf(needle: readonly Wanted[], bytes: Uint8Array, from: number, to: number): Anchor {
  const counts = new Uint16Array(256);
  const step = Math.max(1, Math.floor((to - from) / sampleSize));
  for (let at = from; at < to; at += step) counts[bytes[at] as number] = (counts[bytes[at] as number] as number) + 1;
  let best: Anchor = { index: 0, bytes: [], isAnyInvalid: true };
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { codes }] of needle.entries()) {
    if (codes.includes(0xfffd)) continue;
    const anchors = codes.map((code) => rarestByte(code, counts)).filter((one) => one !== undefined);
    const cost = anchors.reduce((sum, { byte }) => sum + (counts[byte] as number), 0);
    if (cost >= least) continue;
    best = { index, bytes: anchors, isAnyInvalid: false };
    least = cost;
    if (cost === 0) break;
  }
  return best;
}

const encoder = new TextEncoder();

/** Undefined for a lone surrogate, which only an escape can name. */
function rarestByte(code: number, counts: Uint16Array): AnchorByte | undefined {
  if (code >= 0xd800 && code <= 0xdfff) return undefined;
  let best: AnchorByte | undefined;
  for (const [offset, byte] of encoder.encode(String.fromCodePoint(code)).entries()) {
    if (best === undefined || (counts[byte] ?? 0) < (counts[best.byte] ?? 0)) best = { byte, offset };
  }
  return best;
}

// The tokens of one choice in typed arrays, held against the UTF-8 bytes of its text, so that samples whose tokens are cut otherwise can be held
// against each other. Handed from worker to worker; knows no screen.

import type { Pointer } from '../../json/pointer.ts';
import type { ChoiceTokens, Token, TokenAlternative } from './token.ts';
import { byteString, bytesAsString, spellingOf } from './tokenSpelling.ts';
import { bytesOfPoints, utf8Bytes } from './utf8Places.ts';

/** What a token is worth: `answer` with a usable value, or why it has none. */
export const tokenKind = {
  answer: 0,
  /** null, NaN, no value at all. */
  noValue: 1,
  /** A value that only says "not among the top" (-9999). */
  belowTop: 2,
  prompt: 3,
  afterStop: 4,
  special: 5,
  /** Its bytes are lost (U+FFFD in their place), so that it stands for no place of its own. */
  lost: 6,
} as const;

/** No byte of UTF-8: the end of a text, as a control token among the alternatives says it. */
export const endByte = 0xff;

export interface TokenIndex {
  readonly choice: Pointer;
  /** UTF-8 of the whole text of the choice. */
  readonly text: Uint8Array;
  /** By token: its place in the document. */
  readonly pointers: readonly Pointer[];
  /** By token: bytes `[from, to)` of `text`; -1 where it is not in the text. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** By token: a `tokenKind`. */
  readonly kind: Uint8Array;
  /** By token: natural logarithm, NaN where there is no usable one. */
  readonly logprob: Float64Array;
  /** By token, and the end: its alternatives are `[firstAlternative[t], firstAlternative[t + 1])`; those without a usable value are left out. */
  readonly firstAlternative: Uint32Array;
  /** By token: the alternative that is the token itself; -1 where it is not listed, which is normal. */
  readonly chosen: Int32Array;
  readonly alternativeLogprob: Float64Array;
  /** By alternative, and the end: its bytes are `[firstByte[a], firstByte[a + 1])` of `bytes`; none where they are lost. */
  readonly firstByte: Uint32Array;
  readonly bytes: Uint8Array;
}

/** The index of the tokens of a choice; `text` is the whole text of that choice. */
export function tokenIndexOf(tokens: ChoiceTokens, text: string): TokenIndex {
  const list = tokens.tokens;
  const bytes = utf8Bytes(text);
  const { from, to, isLost } = byteRanges(list, text, bytes);
  const kind = new Uint8Array(list.length);
  const logprob = new Float64Array(list.length).fill(Number.NaN);
  const firstAlternative = new Uint32Array(list.length + 1);
  const chosen = new Int32Array(list.length).fill(-1);
  const values: number[] = [];
  const firstByte: number[] = [];
  const written: number[] = [];
  list.forEach((token, at) => {
    kind[at] = isLost[at] === 1 ? tokenKind.lost : kindOf(token);
    if (token.logprob !== null) logprob[at] = token.logprob;
    firstAlternative[at] = values.length;
    for (const alternative of token.alternatives) {
      if (alternative.logprob === null) continue;
      if (alternative.isChosen) chosen[at] = values.length;
      values.push(alternative.logprob);
      firstByte.push(written.length);
      writeBytes(alternative, token, written);
    }
  });
  firstAlternative[list.length] = values.length;
  firstByte.push(written.length);
  return {
    choice: tokens.choice,
    text: bytes,
    pointers: list.map(({ pointer }) => pointer),
    from,
    to,
    kind,
    logprob,
    firstAlternative,
    chosen,
    alternativeLogprob: Float64Array.from(values),
    firstByte: Uint32Array.from(firstByte),
    bytes: Uint8Array.from(written),
  };
}

function kindOf({ isPrompt, isAfterStop, isSpecial, state }: Token): number {
  if (isPrompt) return tokenKind.prompt;
  if (isAfterStop) return tokenKind.afterStop;
  if (isSpecial) return tokenKind.special;
  if (state === 'ok') return tokenKind.answer;
  return state === 'belowTop' ? tokenKind.belowTop : tokenKind.noValue;
}

/** Bytes that an alternative stands for; a control token stands for the end. */
function writeBytes({ text, bytes, isChosen }: TokenAlternative, token: Token, written: number[]): void {
  const plain = plainBytes(text, bytes);
  if (plain !== undefined) {
    for (let at = 0; at < plain.length; at++)
      written.push(typeof plain === 'string' ? plain.charCodeAt(at) : (plain[at] as number));
    return;
  }
  const spelling = spellingOf(text, bytes);
  const isInText = isChosen && token.start !== undefined;
  if (spelling.looksSpecial && !isInText) {
    written.push(endByte);
    return;
  }
  if (spelling.lost !== undefined) return;
  for (let at = 0; at < spelling.likeliest.length; at++) written.push(spelling.likeliest.charCodeAt(at));
}

/** What may be read in no other way, which is nearly everything: bytes as they are stated, and ASCII without signs of another spelling. */
function plainBytes(text: string, bytes: readonly number[] | undefined): readonly number[] | string | undefined {
  if (bytes !== undefined && bytes.length > 0) return mayBeSpelled.test(text) ? undefined : bytes;
  return bytes === undefined && plainText.test(text) ? text : undefined;
}

/** A control token, or bytes that were lost. */
const mayBeSpelled = /^[<[]|\ufffd/;
const plainText = /^(?![<[]|bytes?:)[\0-;=-[\]-\x7f]+$/;

interface ByteRanges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly isLost: Uint8Array;
}

/** Tokens that spell characters together are parted by their own bytes where these are known. */
function byteRanges(tokens: readonly Token[], text: string, bytes: Uint8Array): ByteRanges {
  const byteOf = bytesOfPoints(text);
  const from = new Int32Array(tokens.length).fill(-1);
  const to = new Int32Array(tokens.length).fill(-1);
  const isLost = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.start === undefined || token.end === undefined) continue;
    const start = byteOf[token.start] as number;
    if (token.group === undefined) {
      from[at] = start;
      to[at] = byteOf[token.end] as number;
      continue;
    }
    let last = at;
    while (tokens[last + 1]?.group === token.group) last++;
    const end = byteOf[tokens[last]?.end ?? token.end] as number;
    if (!partByBytes(tokens, { at, last, start, end }, bytes, from, to)) {
      isLost.fill(1, at, last + 1);
      from[at] = start;
      to[at] = end;
    }
    at = last;
  }
  return { from, to, isLost };
}

interface Group {
  readonly at: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

function partByBytes(
  tokens: readonly Token[],
  { at, last, start, end }: Group,
  bytes: Uint8Array,
  from: Int32Array,
  to: Int32Array,
): boolean {
  let place = start;
  for (let one = at; one <= last; one++) {
    const token = tokens[one] as Token;
    const own = token.bytes === undefined ? byteString(token.text) : bytesAsString(token.bytes);
    // The text may end within the last one.
    const length = one === last ? Math.min(own.length, end - place) : own.length;
    if (place + length > end || own.slice(0, length) !== bytesAsString(bytes.subarray(place, place + length)))
      return false;
    from[one] = place;
    place += length;
    to[one] = place;
  }
  return place === end;
}

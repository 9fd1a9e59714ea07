// What was read of one list of tokens, in columns: a number or a byte range for each token, no object. One set of columns is used again and
// again, so whoever reads a list must be done with the last. Knows no provider.

import { viewedBytes } from '../../json/byteReader.ts';
import type { Spelling } from './tokenSpelling.ts';

/** How a value reads, in the order of `LogprobState`. */
export const stateCodes = { ok: 0, unknown: 1, belowTop: 2, negInf: 3 } as const;

/** The spelling is what the provider states in bytes. */
export const isStatedBit = 1;
/** A control token as the provider says. */
export const isSpecialBit = 2;
/** The token may be spelled in several ways: `spellings` has them. */
export const isOddBit = 4;

const most = 4_000_000;

export class TokenColumns {
  text = viewedBytes(new Uint8Array());
  count = 0;
  /** NaN where there is none. */
  logprob = new Float64Array(1024);
  state = new Uint8Array(1024);
  alternatives = new Uint32Array(1024);
  /** The string of each token, quotes included. */
  textFrom = new Float64Array(1024);
  textTo = new Float64Array(1024);
  /** The value as written; 0 where nothing is. */
  valueFrom = new Float64Array(1024);
  valueTo = new Float64Array(1024);
  bits = new Uint8Array(1024);
  /** Where the bytes of each token end in `spelled`. */
  spelledTo = new Uint32Array(1024);
  /** By token, 1 where it is not in the text. */
  isOutside = new Uint8Array(1024);
  isControl = new Uint8Array(1024);
  /** Repeated from the prompt. */
  isPrompt = new Uint8Array(1024);
  /** Which reason, if any, leaves a token out of the figures: a place in `leftOutReasons` from 1, 0 for none. */
  leftOut = new Uint8Array(1024);
  /** The likeliest bytes of all tokens one after the other. */
  spelled = new Uint8Array(16_384);
  spelledCount = 0;
  /** The tokens whose alternatives add up to more than can be, in their order, and the sums. */
  readonly tooMuchAt: number[] = [];
  readonly tooMuch: number[] = [];
  /** The ways to spell the odd ones, by token. */
  readonly spellings = new Map<number, Spelling>();

  /** Empties the columns for a list of `count` tokens. */
  begin(bytes: Uint8Array, count: number): void {
    if (this.text.bytes !== bytes) this.text = viewedBytes(bytes);
    this.count = count;
    this.spelledCount = 0;
    this.spellings.clear();
    this.tooMuchAt.length = 0;
    this.tooMuch.length = 0;
    if (this.spelled.length > most) this.spelled = new Uint8Array(16_384);
    const size = this.state.length;
    if (size < count || (size > most && count < most)) this.#make(Math.max(1024, count + (count >> 1)));
    this.alternatives.fill(0, 0, count);
    this.bits.fill(0, 0, count);
    this.isOutside.fill(0, 0, count);
    this.isControl.fill(0, 0, count);
    this.isPrompt.fill(0, 0, count);
  }

  /** Room for so many more spelled bytes. */
  reserve(count: number): void {
    const least = this.spelledCount + count;
    if (least <= this.spelled.length) return;
    const larger = new Uint8Array(2 * least);
    larger.set(this.spelled.subarray(0, this.spelledCount));
    this.spelled = larger;
  }

  #make(size: number): void {
    this.logprob = new Float64Array(size);
    this.state = new Uint8Array(size);
    this.alternatives = new Uint32Array(size);
    this.textFrom = new Float64Array(size);
    this.textTo = new Float64Array(size);
    this.valueFrom = new Float64Array(size);
    this.valueTo = new Float64Array(size);
    this.bits = new Uint8Array(size);
    this.spelledTo = new Uint32Array(size);
    this.isOutside = new Uint8Array(size);
    this.isControl = new Uint8Array(size);
    this.isPrompt = new Uint8Array(size);
    this.leftOut = new Uint8Array(size);
  }
}

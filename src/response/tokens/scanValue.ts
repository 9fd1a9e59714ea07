// One log probability straight from its bytes, as `readLogprob` reads it. Gives up on words and texts, which are rare.

import { isNull } from '../../json/byteReader.ts';
import type { Decimal } from '../../json/decimal.ts';
import { stateCodes, type TokenColumns } from './tokenColumns.ts';

/** Beyond these a check finds something, exactly where is not known: values of alternatives are read roughly. */
const mostLogprob = 0.99e-6;
const mostDistance = 0.99e-4;
const mostSum = 1.01 - 1e-6;

/** Reads the value of the token `at`, which begins at `from`, exactly; gives the byte after it, -1 where it is neither a number nor null. */
export function scanOwnValue(columns: TokenColumns, decimal: Decimal, at: number, from: number, to: number): number {
  const { bytes } = columns;
  columns.valueFrom[at] = from;
  if (isNull(bytes, from)) {
    columns.logprob[at] = Number.NaN;
    columns.state[at] = stateCodes.unknown;
    columns.valueTo[at] = from + 4;
    return from + 4;
  }
  const end = decimal.read(bytes, from, to);
  if (end < 0) return -1;
  columns.valueTo[at] = end;
  const value = decimal.exact;
  // What is no log probability is left to the checks.
  if (!(value <= mostLogprob && value > Number.NEGATIVE_INFINITY)) return -1;
  const isPlaceholder = value === -9999 || value === -1000 || value === -100;
  columns.logprob[at] = isPlaceholder ? Number.NaN : value;
  columns.state[at] = isPlaceholder ? stateCodes.belowTop : stateCodes.ok;
  return end;
}

/** A token without a value. */
export function leaveOwnValue(columns: TokenColumns, at: number): void {
  columns.logprob[at] = Number.NaN;
  columns.state[at] = stateCodes.unknown;
  columns.valueFrom[at] = 0;
  columns.valueTo[at] = 0;
}

/** What a load wants to know of the alternatives of one token: how many, and whether a check may find anything. */
export class AlternativeSums {
  count = 0;
  #sum = 0;
  #own = 0;

  /** `own` is the value of the token itself, NaN where it has none. */
  begin(own: number): void {
    this.count = 0;
    this.#sum = 0;
    this.#own = own;
  }

  /** Whether the value is one that a check wants to know of, unless it is that of another text than the token's. */
  isFar(value: number): boolean {
    const distance = value - this.#own;
    return distance > mostDistance || distance < -mostDistance;
  }

  /** Takes the value of one alternative; false where a check wants to look at it. */
  add(value: number): boolean {
    this.count++;
    if (!(value <= mostLogprob && value > -1e6)) return false;
    // e⁻³⁰ of a million alternatives is nothing; so is what stands for "not among the top".
    if (value > -30) this.#sum += Math.exp(value);
    return this.#sum <= mostSum;
  }
}

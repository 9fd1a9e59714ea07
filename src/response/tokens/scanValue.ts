// Log probabilities straight from their bytes, as `readLogprob` reads them: those of tokens exactly, those of alternatives as well as the checks
// need. Gives up on words and texts, which are rare.

import { isNull, type ViewedBytes } from '../../json/byteReader.ts';
import type { Decimal } from '../../json/decimal.ts';
import { stateCodes, type TokenColumns } from './tokenColumns.ts';

/** Beyond these a check finds something, exactly where is not known: values of alternatives are read roughly. */
const mostLogprob = 0.99e-6;
const mostDistance = 0.95e-4;
const mostSum = 1.01 - 1e-4;
/** Beyond this alternatives add up to more than can be. */
const mostExactSum = 1.01;
/** More alternatives of one token are not added up exactly. */
const mostPlaces = 256;

/** Reads the value of the token `at`, which begins at `from`, exactly; gives the byte after it, -1 where it is neither a number nor null. */
export function scanOwnValue(columns: TokenColumns, decimal: Decimal, at: number, from: number, to: number): number {
  const { bytes } = columns.text;
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
  const isPlaceholder = standsForNothing(value);
  columns.logprob[at] = isPlaceholder ? Number.NaN : value;
  columns.state[at] = isPlaceholder ? stateCodes.belowTop : stateCodes.ok;
  return end;
}

/** Values that say "not among the top". */
function standsForNothing(value: number): boolean {
  return value === -9999 || value === -1000 || value === -100;
}

/** A token without a value. */
export function leaveOwnValue(columns: TokenColumns, at: number): void {
  columns.logprob[at] = Number.NaN;
  columns.state[at] = stateCodes.unknown;
  columns.valueFrom[at] = 0;
  columns.valueTo[at] = 0;
}

/** e to the power of what is below 0, in steps that never give too little and at most 0.4 % too much. */
const steps = 256;
const leastPower = 16;
const powersOfE = Float64Array.from({ length: steps * leastPower + 1 }, (_, step) => Math.exp(-step / steps));
const tenths = Float64Array.from({ length: 7 }, (_, power) => 1 / 10 ** power);

/** What a load wants to know of the alternatives of one token: how many, and whether a check may find anything. */
export class AlternativeSums {
  count = 0;
  #sum = 0;
  #own = 0;
  #value = 0;
  /** Where the value that was read last begins, and those that were taken. */
  #place = 0;
  #taken = 0;
  readonly #places = new Float64Array(mostPlaces);
  readonly #decimal: Decimal;

  constructor(decimal: Decimal) {
    this.#decimal = decimal;
  }

  /** `own` is the value of the token itself, NaN where it has none. */
  begin(own: number): void {
    this.count = 0;
    this.#sum = 0;
    this.#taken = 0;
    this.#own = own;
  }

  /** An alternative without a value. */
  skip(): void {
    this.count++;
  }

  /** Reads a log probability but for 10⁻⁶ or a few digits; gives the byte after it, -1 where none is. Only then may it be taken or be far. */
  read({ bytes, view }: ViewedBytes, from: number, to: number): number {
    this.#place = from;
    // What is not written as usual is read in full.
    if (bytes[from] !== 0x2d) return this.#readFully(bytes, from, to);
    let at = from + 1;
    let whole = 0;
    for (; at < to; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      if (whole > 99_999_999) return this.#readFully(bytes, from, to);
      whole = whole * 10 + digit;
    }
    if (at === from + 1 || bytes[at] !== 0x2e) return this.#readFully(bytes, from, to);
    const first = ++at;
    const most = Math.min(first + 6, to);
    let part = 0;
    for (; at < most; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      part = part * 10 + digit;
    }
    const digits = at - first;
    if (digits === 6) {
      // Of the rest only the end counts. No other character of their sixteen may stand in a number or after one.
      while (at + 4 <= to && (view.getInt32(at) & 0xf0f0f0f0) === 0x30303030) at += 4;
      while (at < to && ((bytes[at] as number) & 0xf0) === 0x30) at++;
    }
    if (digits === 0 || (at < to && ((bytes[at] as number) | 0x20) === 0x65)) return this.#readFully(bytes, from, to);
    this.#value = -(whole + part * (tenths[digits] as number));
    return at;
  }

  #readFully(bytes: Uint8Array, from: number, to: number): number {
    const end = this.#decimal.read(bytes, from, to);
    if (end > 0) this.#value = this.#decimal.near;
    return end;
  }

  /** Whether the value is one that a check wants to know of, unless it is that of another text than the token's. */
  get isFar(): boolean {
    const distance = this.#value - this.#own;
    return distance > mostDistance || distance < -mostDistance;
  }

  /** Whether the value is surely none of those that stand for nothing. */
  get isValue(): boolean {
    return this.#value > -99;
  }

  /** Takes the value; false where it is none that a log probability has. */
  take(): boolean {
    const value = this.#value;
    this.count++;
    if (!(value <= mostLogprob && value > -1e6)) return false;
    if (this.#taken < mostPlaces) this.#places[this.#taken] = this.#place;
    this.#taken++;
    this.#sum += powersOfE[value < -leastPower ? steps * leastPower : value < 0 ? (-value * steps) | 0 : 0] as number;
    return true;
  }

  /** At the end of the list of token `at`: notes how many there are and a sum that is too large; false where that cannot be told here. */
  end(columns: TokenColumns, at: number, to: number): boolean {
    columns.alternatives[at] = this.count;
    if (this.#sum <= mostSum) return true;
    if (this.#taken > mostPlaces) return false;
    // As `checkTokens` adds them up, digit by digit.
    let sum = 0;
    for (let taken = 0; taken < this.#taken; taken++) {
      this.#decimal.read(columns.text.bytes, this.#places[taken] as number, to);
      const value = this.#decimal.exact;
      if (!standsForNothing(value)) sum += Math.exp(value);
    }
    if (sum > mostExactSum) {
      columns.tooMuchAt.push(at);
      columns.tooMuch.push(sum);
    }
    return true;
  }
}

// How rows are compared by one value of each: numbers, texts, or both. What a row does not have stands last, up and down. Pure.

import type { Compare } from './sortInSteps.ts';

/** By place: NaN for none. */
export function byNumber(values: Float64Array, isDescending: boolean): Compare {
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const left = values[one] as number;
    const right = values[other] as number;
    if (left < right) return -sign;
    if (left > right) return sign;
    if (left === right) return 0;
    // One of them is none, or both are.
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  };
}

/** By place: 0 for none. */
export function byRank(ranks: Uint32Array, isDescending: boolean): Compare {
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const left = ranks[one] as number;
    const right = ranks[other] as number;
    if (left === right) return 0;
    if (left === 0 || right === 0) return left === 0 ? 1 : -1;
    return left < right ? -sign : sign;
  };
}

/** By place, in the order of UTF-16 code units; undefined for none. */
function byText(texts: readonly (string | undefined)[], isDescending: boolean): Compare {
  const compareBeginnings = byNumber(Float64Array.from(texts, beginningOf), isDescending);
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const first = compareBeginnings(one, other);
    if (first !== 0) return first;
    const left = texts[one];
    const right = texts[other];
    if (left === right || left === undefined || right === undefined) return 0;
    return left < right ? -sign : sign;
  };
}

/** The first three code units as one number of 48 bits, which tells most texts apart at the cost of a number; NaN for none. */
function beginningOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  const unit = (at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
  return (unit(0) * 65_536 + unit(1)) * 65_536 + unit(2);
}

/** By place: numbers come before texts, each among themselves; undefined for none. */
export function byNumberOrText(values: readonly (number | string | undefined)[], isDescending: boolean): Compare {
  const numbers = byNumber(
    Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
    isDescending,
  );
  const texts = byText(
    values.map((value) => (typeof value === 'string' ? value : undefined)),
    isDescending,
  );
  const sign = isDescending ? -1 : 1;
  return (one, other) => {
    const left = typeof values[one];
    const right = typeof values[other];
    if (left === right) return left === 'number' ? numbers(one, other) : texts(one, other);
    if (left === 'undefined') return 1;
    if (right === 'undefined') return -1;
    return left === 'number' ? -sign : sign;
  };
}

/** The first of the comparisons that tells two places apart decides. */
export function byAll(compares: readonly Compare[]): Compare {
  const [only, ...others] = compares;
  if (only !== undefined && others.length === 0) return only;
  return (one, other) => {
    for (const compare of compares) {
      const decided = compare(one, other);
      if (decided !== 0) return decided;
    }
    return 0;
  };
}

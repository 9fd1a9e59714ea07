// The tokens of an answer from the least to the most likely, and the way along them. Pure.

import { leftOutReason } from '../../../analysis/probability/figures.ts';
import { underlinedBelow } from '../../../analysis/probability/scale.ts';
import type { ListedToken } from '../../../response/tokens/token.ts';

/** Fewer than so many below a half: the least likely of the others join them. */
const leastRows = 5;

/** Places of the usable tokens of the answer, the least likely first; equally likely ones in their order. */
export function byDoubt(tokens: readonly ListedToken[]): readonly number[] {
  const usable: number[] = [];
  tokens.forEach((token, at) => {
    if (leftOutReason(token) === undefined) usable.push(at);
  });
  const logprobAt = (at: number): number => tokens[at]?.logprob ?? 0;
  return usable.sort((one, other) => logprobAt(one) - logprobAt(other) || one - other);
}

/** How many of them are worth a row: those below a half, and at least five. */
export function doubtfulCount(tokens: readonly ListedToken[], order: readonly number[]): number {
  const below = order.findIndex((at) => Math.exp(tokens[at]?.logprob ?? 0) >= underlinedBelow);
  return Math.min(order.length, Math.max(leastRows, below < 0 ? order.length : below));
}

/** The next one on the way from the least certain on; the first from anywhere else, and again after the last. */
export function nextInDoubt(order: readonly number[], current: number | undefined): number | undefined {
  return order[((current === undefined ? -1 : order.indexOf(current)) + 1) % Math.max(1, order.length)];
}

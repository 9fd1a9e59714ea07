// What a response cost by prices that a person entered, with the formula in words. Knows counts and prices only; a price
// that is not known is never guessed.

import type { Usage } from '../response/model.ts';
import { formatAmount, formatCount } from '../words/numbers.ts';

/** Prices per million tokens, in one currency. */
export interface Price {
  /** ISO 4217, or any sign: shown as it is. */
  readonly currency: string;
  readonly prompt: number;
  readonly generation: number;
  /** For prompt tokens that were read from a cache; absent when they cost as much as others. */
  readonly cached?: number;
}

/** By model, as a person entered them. */
export type Prices = Readonly<Record<string, Price | undefined>>;

export function priceOf(prices: Prices, model: string): Price | undefined {
  return Object.hasOwn(prices, model) ? prices[model] : undefined;
}

export interface Cost {
  readonly amount: number;
  /** `38 × USD 2.5 / 1M + 412 × USD 10 / 1M = USD 0.004215` */
  readonly formula: string;
}

const million = 1_000_000;

/**
 * The cost of a usage. Undefined where prompt or generation tokens are not stated, or a price is no number of at least 0.
 * Cached tokens are part of the prompt; reasoning is part of the generation where the provider counts it there, and is
 * not added.
 */
export function cost(usage: Usage | undefined, price: Price): Cost | undefined {
  const [prompt, generation] = [usage?.prompt?.value ?? Number.NaN, usage?.generation?.value ?? Number.NaN];
  const amount = costAmount(prompt, generation, usage?.cached?.value ?? 0, price);
  if (Number.isNaN(amount)) return undefined;
  const parts = partsOf(prompt, generation, usage?.cached?.value ?? 0, price);
  const terms = parts.map(({ count, each }) => `${formatCount(count)} × ${price.currency} ${each} / 1M`);
  return { amount, formula: `${terms.join(' + ')} = ${price.currency} ${formatAmount(amount)}` };
}

/** As `cost`, of counts; NaN where there is none. */
export function costAmount(prompt: number, generation: number, cached: number, price: Price): number {
  if (Number.isNaN(prompt) || Number.isNaN(generation)) return Number.NaN;
  const prices = [price.prompt, price.generation, price.cached ?? 0];
  if (!prices.every((one) => Number.isFinite(one) && one >= 0)) return Number.NaN;
  const parts = partsOf(prompt, generation, cached, price);
  return parts.reduce((sum, { count, each }) => sum + count * each, 0) / million;
}

function partsOf(prompt: number, generation: number, ofCache: number, price: Price) {
  const cached = price.cached === undefined ? 0 : Math.min(ofCache, prompt);
  return [
    { count: prompt - cached, each: price.prompt },
    ...(cached > 0 ? [{ count: cached, each: price.cached ?? 0 }] : []),
    { count: generation, each: price.generation },
  ];
}

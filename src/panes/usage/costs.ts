// What a response cost: per provider response by the price of its model, and in all. A price or a count that is missing is said, never guessed. Pure.

import { type Cost, cost, costAmount, type Price, type Prices, priceOf } from '../../analysis/cost.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';
import type { Usage } from '../../response/model.ts';

export interface CostLine {
  readonly position: number;
  /** As the provider names it; absent where it names none. */
  readonly model?: string;
  readonly cost?: Cost;
  /** Why there is no cost. */
  readonly missing?: 'model' | 'price' | 'counts';
  /** Whose counts the cost is made of. */
  readonly from: 'provider' | 'response';
}

export interface Costs {
  /** Of the first provider responses. */
  readonly lines: readonly CostLine[];
  readonly count: number;
  /** Of how many there is a cost. */
  readonly pricedCount: number;
  /** The models that have no price. */
  readonly unpriced: readonly string[];
  /** Sum in one currency; absent where one has no cost, or currencies differ. */
  readonly total?: { readonly currency: string; readonly amount: number };
  readonly hasCurrencies: boolean;
}

/** `own`, the response's usage, stands in for a single provider response that states none. Lists at most `mostLines`. */
export function costsOf(providers: ProviderTable, own: Usage | undefined, prices: Prices, mostLines = 50): Costs {
  const { models } = providers.models;
  const length = Math.min(providers.length, mostLines);
  const lines = Array.from({ length }, (_, position) => lineOf(providers, position, own, prices));
  const unpriced = models.filter((model) => priceOf(prices, model) === undefined);
  const currencies = new Set<string>();
  let pricedCount = 0;
  let amount = 0;
  // Without a price there is nothing to add up.
  const count = unpriced.length === models.length ? 0 : providers.length;
  for (let position = 0; position < count; position++) {
    const model = providers.model(position);
    const price = model === undefined ? undefined : priceOf(prices, model);
    const listed = lines[position]?.cost?.amount;
    const counted = price && (listed ?? amountOf(providers, position, price));
    if (price === undefined || counted === undefined || Number.isNaN(counted)) continue;
    currencies.add(price.currency);
    pricedCount++;
    amount += counted;
  }
  const [currency] = currencies;
  const isWhole = providers.length > 0 && pricedCount === providers.length && currencies.size === 1;
  return {
    lines,
    count: providers.length,
    pricedCount,
    unpriced,
    hasCurrencies: currencies.size > 1,
    ...(isWhole && currency !== undefined && { total: { currency, amount } }),
  };
}

function amountOf(providers: ProviderTable, position: number, price: Price): number {
  const cached = providers.count(position, 'usage.cached');
  const [prompt, generation] = [
    providers.count(position, 'usage.prompt'),
    providers.count(position, 'usage.generation'),
  ];
  return costAmount(prompt, generation, Number.isNaN(cached) ? 0 : cached, price);
}

function lineOf(providers: ProviderTable, position: number, own: Usage | undefined, prices: Prices): CostLine {
  const usage = providers.at(position)?.usage;
  const model = providers.model(position);
  const isOwn = usage === undefined && own !== undefined && providers.length === 1;
  const from = isOwn ? 'response' : 'provider';
  if (model === undefined) return { position, missing: 'model', from };
  const named = { position, model, from } as const;
  const price = priceOf(prices, model);
  if (price === undefined) return { ...named, missing: 'price' };
  const found = cost(isOwn ? own : usage, price);
  return found === undefined ? { ...named, missing: 'counts' } : { ...named, cost: found };
}

export type PriceDraft = Readonly<Record<'currency' | 'prompt' | 'generation' | 'cached', string>>;

/** The price that was typed, or what is wrong with each field. */
export function readPrice(draft: PriceDraft): { readonly price: Price } | { readonly problems: Partial<PriceDraft> } {
  const problems: { -readonly [Key in keyof PriceDraft]?: string } = {};
  const currency = draft.currency.trim();
  if (currency === '') problems.currency = 'Enter a currency, for example USD.';
  else if (currency.length > 8) problems.currency = 'At most 8 characters.';
  const amounts = { prompt: 0, generation: 0, cached: 0 };
  for (const key of ['prompt', 'generation', 'cached'] as const) {
    const text = draft[key].trim();
    if (text === '' && key === 'cached') continue;
    amounts[key] = /^\d*\.?\d+$|^\d+\.$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(amounts[key])) problems[key] = 'Enter a number of at least 0, with a dot, for example 2.50.';
  }
  if (Object.keys(problems).length > 0) return { problems };
  const { prompt, generation, cached } = amounts;
  return { price: { currency, prompt, generation, ...(draft.cached.trim() !== '' && { cached }) } };
}

// What a response cost: per provider response by the price of its model, and in all. A price or a count that is missing is said, never guessed. Pure.

import { type Cost, cost, type Price } from '../../analysis/cost.ts';
import type { ProviderRow, UsageRow } from '../../response/rows.ts';

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
  readonly lines: readonly CostLine[];
  /** Sum in one currency; absent where a line has no cost, or currencies differ. */
  readonly total?: { readonly currency: string; readonly amount: number };
  readonly hasCurrencies: boolean;
}

export type Prices = Readonly<Record<string, Price | undefined>>;

export function priceOf(prices: Prices, model: string): Price | undefined {
  return Object.hasOwn(prices, model) ? prices[model] : undefined;
}

/** The response's own usage stands in for a single provider response that states none. */
export function costsOf(
  providers: readonly Pick<ProviderRow, 'position' | 'model' | 'usage'>[],
  rows: readonly UsageRow[],
  prices: Prices,
): Costs {
  const own = rows.find((row) => row.source === 'response')?.usage;
  const currencies = new Set<string>();
  const lines = providers.map(({ position, model, usage }): CostLine => {
    const isOwn = usage === undefined && own !== undefined && providers.length === 1;
    const from = isOwn ? 'response' : 'provider';
    if (model === undefined) return { position, missing: 'model', from };
    const named = { position, model: model.text, from } as const;
    const price = priceOf(prices, model.text);
    if (price === undefined) return { ...named, missing: 'price' };
    const found = cost(isOwn ? own : usage, price);
    if (found === undefined) return { ...named, missing: 'counts' };
    currencies.add(price.currency);
    return { ...named, cost: found };
  });
  const [currency] = currencies;
  const isWhole = lines.length > 0 && lines.every((line) => line.cost !== undefined) && currencies.size === 1;
  return {
    lines,
    hasCurrencies: currencies.size > 1,
    ...(isWhole &&
      currency !== undefined && {
        total: { currency, amount: lines.reduce((sum, line) => sum + (line.cost?.amount ?? 0), 0) },
      }),
  };
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

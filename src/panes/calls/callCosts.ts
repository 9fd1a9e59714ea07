// What each call cost by the prices that a person entered: the sum of its provider responses, or, where it has none, its own usage with the model of its
// request. A price or a count that is missing leaves it unknown. Pure.

import type { CallReport } from '../../analysis/calls/callReport.ts';
import { costAmount, type Prices, priceOf } from '../../analysis/cost.ts';
import type { ProviderTable } from '../../response/choices/choiceTable.ts';

export interface CallCosts {
  /** NaN where it is not known. */
  readonly amounts: Float64Array;
  /** Absent where none is known, or where prices are in several currencies. */
  readonly currency?: string;
}

export function callCosts(report: CallReport, providers: ProviderTable, prices: Prices): CallCosts {
  const { models, usages, providerStarts } = report;
  const currencies = new Set<string>();
  const priced = (model: string | undefined, counts: readonly [number, number, number]): number => {
    const price = model === undefined ? undefined : priceOf(prices, model);
    if (price === undefined) return Number.NaN;
    const [prompt, generation, cached] = counts;
    const amount = costAmount(prompt, generation, cached || 0, price);
    if (!Number.isNaN(amount)) currencies.add(price.currency);
    return amount;
  };
  const amounts = Float64Array.from(models, (model, response) => {
    const [from = 0, to = 0] = [providerStarts[response], providerStarts[response + 1]];
    const own = [usages.prompt, usages.generation, usages.cached].map((column) => column[response] ?? Number.NaN);
    if (from === to) return priced(model, own as [number, number, number]);
    let sum = 0;
    for (let provider = from; provider < to; provider++) {
      const counted = ['usage.prompt', 'usage.generation', 'usage.cached'] as const;
      sum += priced(
        providers.model(provider),
        counted.map((name) => providers.count(provider, name)) as [number, number, number],
      );
    }
    return sum;
  });
  const [currency] = currencies;
  return { amounts, ...(currency !== undefined && currencies.size === 1 && { currency }) };
}

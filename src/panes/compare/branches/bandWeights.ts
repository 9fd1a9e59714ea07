// How thick the band of each drawn text is: by its samples, or by how likely the model held it. Pure.

import type { DrawnTexts } from './drawnTexts.ts';

/**
 * By text: the share that the model gave it among the texts that are drawn, times all samples. With L the sum of its tokens' log probabilities (the mean
 * over its samples where several list them), its share is e^L / Σ e^L. Undefined where a text has no sample with a value for every token.
 */
export function oddsWeights({ saidBy, counts }: DrawnTexts): readonly number[] | undefined {
  const totals = saidBy.map((rows) => {
    const known = [...rows.positions.keys()].flatMap((place) => {
      const total = rows.figure('total', place);
      return Number.isNaN(total) || rows.figure('leftUnusable', place) > 0 ? [] : [total];
    });
    return known.length === 0 ? undefined : known.reduce((sum, total) => sum + total, 0) / known.length;
  });
  if (totals.length === 0 || !totals.every((total) => total !== undefined)) return undefined;
  // The greatest is 1, so that long texts do not vanish.
  const greatest = Math.max(...totals);
  const odds = totals.map((total) => Math.exp(total - greatest));
  const sum = odds.reduce((all, one) => all + one, 0);
  const sampleCount = counts.reduce((all, one) => all + one, 0);
  return odds.map((one) => (one / sum) * sampleCount);
}

// The responses of a document put in order by what is known of them. Pure.

import type { ResponseSummaries, ToldResponses } from '../../response/rows.ts';

export const sortKeys = ['name', 'model', 'temperature', 'samples', 'distinct', 'issues'] as const;
export type SortKey = (typeof sortKeys)[number];

const inNumericOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Names, models and temperatures rise, counts fall; `isReversed` turns that round. What has no value is last either way. */
export function sortedResponses(
  listed: readonly number[],
  { names }: Pick<ToldResponses, 'names'>,
  summaries: ResponseSummaries,
  key: SortKey,
  isReversed: boolean,
): readonly number[] {
  const sign = isReversed ? -1 : 1;
  const byText = (textOf: (response: number) => string | undefined) => (one: number, other: number) => {
    const [left, right] = [textOf(one), textOf(other)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return sign * inNumericOrder.compare(left, right);
  };
  const byNumber = (numberOf: (response: number) => number, rises: 1 | -1) => (one: number, other: number) => {
    const [left, right] = [numberOf(one), numberOf(other)];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * rises * (left - right);
  };
  const { models, temperatures, samples, distinct, errors, warnings } = summaries;
  const compares = {
    name: byText((at) => names[at]),
    model: byText((at) => models[at]),
    temperature: byNumber((at) => temperatures[at] ?? Number.NaN, 1),
    samples: byNumber((at) => samples[at] ?? 0, -1),
    distinct: byNumber((at) => distinct[at] ?? 0, -1),
    // One error weighs more than any warnings.
    issues: byNumber((at) => (errors[at] ?? 0) * 1e9 + (warnings[at] ?? 0), -1),
  };
  return [...listed].sort(compares[key]);
}

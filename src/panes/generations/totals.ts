// The words of the line under the table: how the rows ended, and how many answers are distinct. Pure.

import type { SampleTotals } from '../../analysis/order/orderRequest.ts';
import { formatCount } from '../../words/numbers.ts';

/** `1 length` for the ones that did not end by themselves, `all stop` when all ended alike. */
export function finishWords(ends: NonNullable<SampleTotals['finish']>): string {
  const wordOf = ({ word }: (typeof ends)[number]): string => word ?? 'without';
  const [only] = ends;
  if (ends.length === 1 && only !== undefined) return `all ${wordOf(only)}`;
  const telling = ends.filter(({ isStop }) => !isStop);
  return (telling.length > 0 ? telling : ends).map((end) => `${formatCount(end.count)} ${wordOf(end)}`).join(', ');
}

const mostTerms = 6;

/**
 * `5 distinct: 3 + 2 + 1 + 1 + 1`; equal sizes are counted when there are many: `42 distinct: 3 + 2 + 40 × 1`. Of `count` rows those in no
 * group give no answer: `2 distinct, 1 without an answer`.
 */
export function distinctWords(groups: NonNullable<SampleTotals['groups']>, count: number): string {
  const without = count - groups.reduce((sum, group) => sum + group.size * group.count, 0);
  if (without === 0) return sizesWords(groups);
  return `${groups.length === 0 ? '' : `${sizesWords(groups)}, `}${formatCount(without)} without an answer`;
}

function sizesWords(groups: NonNullable<SampleTotals['groups']>): string {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const distinct = `${formatCount(total)} distinct`;
  if (total < 2 || groups[0]?.size === 1) return distinct;
  const terms = total <= mostTerms ? groups.flatMap(eachSize) : groups.map(countedSize);
  const shown = terms.slice(0, mostTerms);
  return `${distinct}: ${shown.join(' + ')}${terms.length > shown.length ? ' + …' : ''}`;
}

type Group = NonNullable<SampleTotals['groups']>[number];

function eachSize({ size, count }: Group): readonly string[] {
  return Array<string>(count).fill(formatCount(size));
}

function countedSize({ size, count }: Group): string {
  return count > 1 ? `${formatCount(count)} × ${formatCount(size)}` : formatCount(size);
}

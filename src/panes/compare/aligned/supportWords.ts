// How the samples part at one difference, as a sum. Pure.

import type { Variants } from '../../../analysis/align/variants.ts';
import { formatCount } from '../../../words/numbers.ts';

/** More summands say less than how many there are. */
const mostSummands = 4;

/** `3 + 1`, `3, missing in 3 of 6`: the samples of each variant, the most common first, and how many of all say nothing. */
export function supportWords({ variants, absent }: Variants, sampleCount: number): string {
  const counts = variants.slice(0, mostSummands).map(({ samples }) => formatCount(samples.length));
  const more = variants.length - counts.length;
  const sum = more > 0 ? `${counts.join(' + ')} + ${formatCount(more)} more` : counts.join(' + ');
  return absent.length === 0 ? sum : `${sum}, missing in ${formatCount(absent.length)} of ${formatCount(sampleCount)}`;
}

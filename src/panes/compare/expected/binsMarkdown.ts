// What was expected and observed, as Markdown: the table of the plot. Pure.

import type { ReliabilityBin } from '../../../analysis/probability/reliability.ts';
import { tableLines } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import { rangeWords } from './expectedWords.ts';

export function* binsMarkdown(bins: readonly ReliabilityBin[], sentences: readonly string[]): Generator<string> {
  for (const sentence of sentences) yield `${sentence}\n`;
  yield* tableLines(
    ['probability', 'expected, mean', 'observed', '95 % interval', 'came'],
    bins.map((bin) => [
      rangeWords(bin),
      formatPercent(bin.expected, 1),
      formatPercent(bin.observed, 1),
      `${formatPercent(bin.interval.from, 1)} to ${formatPercent(bin.interval.to, 1)}`,
      `${formatCount(bin.came)} of ${formatCount(bin.trials)}`,
    ]),
  );
}

// The differences of an alignment as Markdown: what each sample says at each of them. Pure.

import { variantsIn } from '../../../analysis/align/variants.ts';
import { tableLines } from '../../../analysis/takeaway/markdown.ts';
import { formatCount } from '../../../words/numbers.ts';
import { firstAndCount } from '../sampleWords.ts';
import type { ListedDifferences } from './DifferencesTable.tsx';
import { supportWords } from './supportWords.ts';
import { wordsBefore } from './wordsBefore.ts';

/** `numbers`: of the differences, in the order in which they are listed. */
export function* differencesMarkdown(
  { alignment, texts, samples, baseline }: ListedDifferences,
  numbers: readonly number[],
): Generator<string> {
  if (alignment.divergences.length === 0) {
    yield 'The samples say the same.';
    return;
  }
  const heads = samples.map(({ sample, rows }) => `${firstAndCount(rows)}${sample === baseline ? ' baseline' : ''}`);
  yield* tableLines(['#', 'Support', 'After', ...heads], rows());

  function* rows(): Generator<readonly string[]> {
    for (const at of numbers) {
      const found = variantsIn(alignment, at, (sample) => texts[sample] ?? '');
      const said = new Map(found.variants.flatMap(({ samples: own, text }) => own.map((sample) => [sample, text])));
      yield [
        formatCount(at + 1),
        supportWords(found, alignment.sampleCount),
        wordsBefore(alignment, texts, at, baseline) || '(start)',
        ...samples.map(({ sample }) => said.get(sample) ?? 'missing'),
      ];
    }
  }
}

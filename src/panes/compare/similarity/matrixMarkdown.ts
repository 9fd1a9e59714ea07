// A matrix of similarities as Markdown, in the order on screen. Pure.

import { inline, tableLines } from '../../../analysis/takeaway/markdown.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import { firstAndCount } from '../sampleWords.ts';
import type { DrawnSimilarities } from '../similar.ts';
import { type MatrixShape, similarityWords, textSimilarity } from './matrixShape.ts';
import { typicalWords } from './typicalWords.ts';

export function* matrixMarkdown(
  { similarities, rows }: DrawnSimilarities,
  { order, clusterOf, clusterCount, hidden }: MatrixShape,
): Generator<string> {
  const { matrix } = similarities;
  const names = order.map((text) => firstAndCount(rows.pick(matrix.samples[text] ?? [])));
  yield* tableLines(['Sample', ...names, 'Cluster'], lines());
  yield '';
  yield `${plural(clusterCount, 'cluster')}. ${inline(typicalWords(similarities, rows))}`;
  if (hidden > 0) yield `\n${plural(hidden, 'different text is', 'different texts are')} not in the matrix.`;

  function* lines(): Generator<readonly string[]> {
    for (const [at, one] of order.entries()) {
      const values = order.map((other) => (one === other ? '–' : similarityWords(textSimilarity(matrix, one, other))));
      yield [names[at] ?? '', ...values, formatCount(clusterOf[at] ?? 0)];
    }
  }
}

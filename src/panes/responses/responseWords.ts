// What the list of open responses says about each of them. Pure.

import type { ResponseSummaries } from '../../response/rows.ts';
import { type OpenDocument, sampleWords, wholeCount } from '../../state/documents.ts';
import { formatBytes, formatCount, formatDigits, plural } from '../../words/numbers.ts';

/** Size and counts of a document: `61.8 kB · 8 generations · 1 provider response`. */
export function responseWords(document: OpenDocument): string {
  const size = document.bytes === undefined ? [] : [formatBytes(document.bytes)];
  if (!document.hasRows) return [...size, 'loading'].join(' · ');
  if (document.kind === 'plain') return [...size, 'plain JSON'].join(' · ');
  if (document.load === 'failed') return [...size, plural(wholeCount(document), 'whole generation')].join(' · ');
  if (document.isStart) return [...size, `${plural(document.generationCount, 'generation')} so far`].join(' · ');
  if (document.isBare) return [...size, sampleWords(document)].join(' · ');
  const counts = [sampleWords(document), plural(document.providerCount, 'provider response')];
  return [...size, ...counts].join(' · ');
}

/** What state a document is in where that is worth a word. */
export function stateWord(document: OpenDocument): string | undefined {
  if (document.load === 'failed') {
    const line = document.failure?.place?.line;
    return line === undefined ? 'broken' : `broken at line ${formatCount(line)}`;
  }
  return document.load === 'loading' && document.hasRows ? 'still loading' : undefined;
}

/** What one of several responses adds up to: `8 samples · 5 distinct · gpt-4o-mini · temperature 0.7`. */
export function summaryWords({ samples, distinct, models, temperatures }: ResponseSummaries, response: number): string {
  const count = samples[response] ?? 0;
  const model = models[response];
  const temperature = temperatures[response] ?? Number.NaN;
  return [
    plural(count, 'sample'),
    ...(count > 1 ? [`${formatCount(distinct[response] ?? 0)} distinct`] : []),
    ...(model === undefined ? [] : [model]),
    ...(Number.isNaN(temperature) ? [] : [`temperature ${formatDigits(temperature, 6)}`]),
  ].join(' · ');
}

/** How many are left by the filter: `3 of 1,200`. */
export function filteredWords(shown: number, all: number): string {
  return `${formatCount(shown)} of ${formatCount(all)}`;
}

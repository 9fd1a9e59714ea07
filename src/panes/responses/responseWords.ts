// What the list of open responses says about each of them. Pure.

import { type OpenDocument, wholeCount } from '../../state/documents.ts';
import { formatBytes, formatCount, plural } from '../../words/numbers.ts';

/** Size and counts of a document: `61.8 kB · 8 generations · 1 provider response`. */
export function responseWords(document: OpenDocument): string {
  const size = document.bytes === undefined ? [] : [formatBytes(document.bytes)];
  if (!document.hasRows) return [...size, 'loading'].join(' · ');
  if (document.kind === 'plain') return [...size, 'plain JSON'].join(' · ');
  if (document.load === 'failed') return [...size, plural(wholeCount(document), 'whole generation')].join(' · ');
  if (document.isStart) return [...size, `${plural(document.generationCount, 'generation')} so far`].join(' · ');
  const counts = [plural(document.generationCount, 'generation'), plural(document.providerCount, 'provider response')];
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

/** The documents whose name holds the text, whatever its case; all of them for no text. */
export function named<T extends Pick<OpenDocument, 'name'>>(documents: readonly T[], text: string): readonly T[] {
  if (text === '') return documents;
  const wanted = text.toLowerCase();
  return documents.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** How many are left by the filter: `3 of 1,200`. */
export function filteredWords(shown: number, all: number): string {
  return `${formatCount(shown)} of ${formatCount(all)}`;
}

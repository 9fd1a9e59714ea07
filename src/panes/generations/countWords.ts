// The quiet words behind the title of the pane. Pure.

import { type OpenDocument, wholeCount } from '../../state/documents.ts';
import { formatCount } from '../../words/numbers.ts';

/** `8`, `3 of 8` when a filter is on, `3 whole` of a broken text, `60 so far` while the rest is read. */
export function countWords(document: OpenDocument, found: number | undefined): string {
  const count = formatCount(document.generationCount);
  if (found !== undefined) return `${formatCount(found)} of ${count}`;
  if (document.load === 'failed') return `${formatCount(wholeCount(document))} whole`;
  return document.isStart ? `${count} so far` : count;
}

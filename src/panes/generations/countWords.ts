// The quiet words behind the title of the pane. Pure.

import { type OpenDocument, wholeCount } from '../../state/documents.ts';
import type { Arrangement } from '../../state/panes.ts';
import { formatCount } from '../../words/numbers.ts';

/** `8`, `3 of 8` when a filter is on, `3 whole` of a broken text, `8, 5 distinct` where the totals have no room. */
export function countWords(document: OpenDocument, arrangement: Arrangement, found: number | undefined): string {
  const count = formatCount(document.generationCount);
  if (found !== undefined) return `${formatCount(found)} of ${count}`;
  if (document.load === 'failed') return `${formatCount(wholeCount(document))} whole`;
  if (arrangement === 'narrow' && document.distinctCount !== undefined) {
    return `${count}, ${formatCount(document.distinctCount)} distinct`;
  }
  return count;
}

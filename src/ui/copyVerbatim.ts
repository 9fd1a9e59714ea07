// What a person marked goes to the clipboard as it is in the document. Browsers write what they drew: a no-break space as a space, a CR LF
// as a line feed, and a line end between blocks that have none. Knows no text.

import type { ClipboardEvent } from 'react';

/** For `onCopy` of an element whose textContent is verbatim. What is marked beyond the element is left to the browser. */
export function copyVerbatim(event: ClipboardEvent<HTMLElement>): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  if (!event.currentTarget.contains(range.commonAncestorContainer)) return;
  event.clipboardData.setData('text/plain', range.cloneContents().textContent ?? '');
  event.preventDefault();
}

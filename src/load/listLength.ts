// How long a list at the root of a response is. Knows a document only.

import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';

/** How many items the list at a key of the root has; 0 when it is no list. */
export function listLength(document: JsonDocument, key: string): number {
  const list = document.find(pointerOf(key));
  return list?.kind === 'array' ? list.childCount : 0;
}

// A pointer as a person reads it in a line of its own.

import { type Pointer, rootPointer } from '../../json/pointer.ts';
import { shortName } from '../../words/shortName.ts';

/** The pointer itself; the root has no text of its own and is named. */
export function placeText(pointer: Pointer): string {
  return pointer === rootPointer ? 'the whole response' : shortName(pointer, 300);
}

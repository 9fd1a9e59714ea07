// Where the texts of a sample stand in the document. Pure.

import { childPointer, type Pointer } from '../json/pointer.ts';
import type { GenerationRow } from './rows.ts';

/** Where the output stands; of a choice where the first part of its text does, or the choice itself where it has none. */
export function outputPlace({
  pointer,
  isChoice,
  link,
}: Pick<GenerationRow, 'pointer' | 'isChoice' | 'link'>): Pointer {
  return isChoice ? (link?.text ?? pointer) : childPointer(pointer, 'output');
}

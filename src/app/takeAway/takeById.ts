// Takes something away by its name, for menus, keys and the palette. What does it comes late.

import { partMissing } from '../../load/partMissing.ts';
import { showNotice } from '../../state/notice.ts';
import { type TakingWay, type WritingId, writingOf } from '../../state/writings.ts';

/** Does nothing where nothing on screen is that now. */
export function takeById(id: WritingId, way: TakingWay): void {
  const writing = writingOf(id);
  if (writing === undefined) return;
  import('./take.ts').then(
    ({ take }) => take(writing, way),
    () => showNotice({ text: `${partMissing}.`, action: { label: 'Try again', run: () => takeById(id, way) } }),
  );
}

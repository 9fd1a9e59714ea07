// Takes something away by its name, for menus, keys and the palette. What does it comes late.

import { partMissing } from '../../load/partMissing.ts';
import { showNotice } from '../../state/notice.ts';
import { activeDocument, useStore } from '../../state/store.ts';
import { isJsonId, type TakenId, type TakingWay, type Writing, writingOf } from '../../state/writings.ts';
import { canWriteJson, jsonWriting } from './jsonWritings.ts';

function writingBy(id: TakenId): Writing | undefined {
  const writing = isJsonId(id) ? jsonWriting(id) : writingOf(id);
  const mend = activeDocument(useStore.getState())?.mend;
  return writing && mend ? ofMended(writing, mend.title) : writing;
}

/** What comes from a mended text says so wherever it goes: in the name of the file, and in what is said of it. */
function ofMended(writing: Writing, title: string): Writing {
  return {
    ...writing,
    fileName: `mended-${writing.fileName}`,
    write: async (hooks) => {
      const written = await writing.write(hooks);
      return { ...written, notes: [...written.notes, `Its text was mended: ${title}.`] };
    },
  };
}

export function canTake(id: TakenId): boolean {
  return isJsonId(id) ? canWriteJson(id) : writingOf(id) !== undefined;
}

/** Where nothing on screen is that now, it says so. */
export function takeById(id: TakenId, way: TakingWay): void {
  const writing = writingBy(id);
  if (writing === undefined) {
    showNotice({ text: 'There is nothing to write yet.' });
    return;
  }
  import('./take.ts').then(
    ({ take }) => take(writing, way),
    () => showNotice({ text: `${partMissing}.`, action: { label: 'Try again', run: () => takeById(id, way) } }),
  );
}

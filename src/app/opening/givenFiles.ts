// Whether there is anything to do with files of the command line, whose part comes only then.

import { partMissing } from '../../load/partMissing.ts';
import { followedKey } from '../../state/followed.ts';
import { showNotice } from '../../state/notice.ts';

/** Call once, when the documents of before a reload are back. */
export async function openGivenFiles(): Promise<void> {
  if (!new URLSearchParams(location.search).has('open') && !wereGiven()) return;
  try {
    const { openCommandLineFiles } = await import('./commandLineFiles.ts');
    await openCommandLineFiles();
  } catch {
    showNotice({ text: `${partMissing}.`, action: { label: 'Try again', run: () => void openGivenFiles() } });
  }
}

function wereGiven(): boolean {
  try {
    return sessionStorage.getItem(followedKey) !== null;
  } catch {
    return false;
  }
}

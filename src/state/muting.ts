// Muting a check and hearing it again, each said with a way to undo it. The one place that changes the list of muted checks.

import { showNotice } from './notice.ts';
import { useStore } from './store.ts';

/** `findings`: how many of the document on screen are hidden by it. */
export function muteCheck(id: string, findings: string): void {
  change((muted) => [...muted.filter((one) => one !== id), id].sort(), `${id} is muted: ${findings} hidden.`);
}

export function unmuteCheck(id: string): void {
  change((muted) => muted.filter((one) => one !== id), `${id} is listed again.`);
}

function change(next: (muted: readonly string[]) => readonly string[], sentence: string): void {
  const { preferences, setPreferences } = useStore.getState();
  const before = preferences.mutedChecks;
  setPreferences({ mutedChecks: [...next(before)] });
  showNotice({ text: sentence, action: { label: 'Undo', run: () => setPreferences({ mutedChecks: before }) } });
}

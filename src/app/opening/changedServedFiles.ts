// Says that a file of the command line changed on disk while nobody followed it, when somebody comes back to the page, and reads it again beside what it was.

import * as v from 'valibot';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { followable, unfollowed } from './following.ts';
import { openContents } from './inputs.ts';
import { fetched, listOf, type ServedFile } from './servedFiles.ts';

const versionsSchema = v.object({
  files: v.array(v.object({ url: v.string(), version: v.optional(v.string()) })),
});

/** The states that were said, by document. */
const said = new Map<DocumentId, string>();

/** Looks from now on; call once. */
export function sayServedChanges(): void {
  window.addEventListener('focus', () => void look().catch(() => undefined));
}

async function look(): Promise<void> {
  for (const [id, files] of unfollowed()) {
    const [first] = files;
    // The command may have ended since, which is no news.
    const response = first && (await fetch(listOf(first)).catch(() => undefined));
    if (first === undefined || !response?.ok) continue;
    const now = new Map(v.parse(versionsSchema, await response.json()).files.map(({ url, version }) => [url, version]));
    const state = files.map(({ url }) => now.get(url)).join(' ');
    if (state === files.map(({ version }) => version).join(' ') || said.get(id) === state) continue;
    said.set(id, state);
    const name = useStore.getState().documents.find((one) => one.id === id)?.name ?? first.name;
    showNotice({
      text: `${name} was changed, moved or deleted since it was opened. Here it stays as it was.`,
      action: { label: 'Read again', run: () => void readAgain(files) },
    });
  }
}

async function readAgain(files: readonly ServedFile[]): Promise<void> {
  try {
    const contents = await Promise.all(files.map(async (file) => ({ ...file, ...(await fetched(file.url)) })));
    const [id] = openContents(contents);
    const now = contents.map(({ name, url, version, state }) => ({ name, url, version: state ?? version }));
    if (id !== undefined) followable(id, now);
  } catch (reason) {
    showNotice({ text: `The file cannot be had: ${reason instanceof Error ? reason.message : String(reason)}.` });
  }
}

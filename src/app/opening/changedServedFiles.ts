// Says, when somebody comes back to the page, that a file of the command line changed while nobody followed it, or that one is new in its folder, and opens it
// beside what was there.

import * as v from 'valibot';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { isKnownFile, unfollowed } from './followedFiles.ts';
import { fileWords, openServed, readAgain } from './readAgain.ts';
import { listOf, type ServedFile } from './servedFiles.ts';

const listSchema = v.object({
  files: v.array(v.object({ name: v.string(), url: v.string(), version: v.optional(v.string()) })),
});

/** The states that were said, by document. */
const said = new Map<DocumentId, string>();
/** New files that were said. */
const saidNew = new Set<string>();

/** Looks from now on; call once. */
export function sayServedChanges(): void {
  window.addEventListener('focus', () => void look().catch(() => undefined));
}

async function look(): Promise<void> {
  const lists = new Map<string, Promise<v.InferOutput<typeof listSchema>['files']>>();
  for (const [id, files] of unfollowed()) {
    const [first] = files;
    if (first === undefined) continue;
    const address = listOf(first);
    const asked = lists.get(address) ?? listAt(address);
    lists.set(address, asked);
    const list = await asked;
    if (list.length === 0) continue;
    const now = new Map(list.map(({ url, version }) => [url, version]));
    const state = files.map(({ url }) => now.get(url)).join(' ');
    if (state === files.map(({ version }) => version).join(' ') || said.get(id) === state) continue;
    said.set(id, state);
    sayChanged(id, files, now);
  }
  const added = (await Promise.all(lists.values()))
    .flat()
    .flatMap(({ name, url, version }) => (version === undefined || version === 'gone' ? [] : [{ name, url, version }]))
    .filter(({ url }) => !isKnownFile(url) && !saidNew.has(url));
  if (added.length > 0) sayNew(added);
}

/** The command may have ended since, which is no news. */
async function listAt(address: string): Promise<v.InferOutput<typeof listSchema>['files']> {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? v.parse(listSchema, await response.json()).files : [];
}

function sayChanged(id: DocumentId, files: readonly ServedFile[], now: ReadonlyMap<string, string | undefined>): void {
  const name = useStore.getState().documents.find((one) => one.id === id)?.name ?? files[0]?.name;
  if (files.every(({ url }) => now.get(url) === 'gone')) {
    showNotice({ text: `${name} was moved or deleted since it was opened. Here it stays as it was.` });
    return;
  }
  const changed = files.filter(({ url, version }) => now.get(url) !== version);
  showNotice({
    text:
      files.length === 1
        ? `${name} was changed since it was opened. Here it stays as it was.`
        : `${name}: ${fileWords(changed)} changed since they were opened. Here all stays as it was.`,
    action: { label: 'Read again', run: () => void readAgain(files) },
  });
}

function sayNew(added: readonly ServedFile[]): void {
  for (const { url } of added) saidNew.add(url);
  showNotice({
    text: `New in the folder: ${fileWords(added)}.`,
    action: { label: 'Open', run: () => void openServed(added, true) },
  });
}

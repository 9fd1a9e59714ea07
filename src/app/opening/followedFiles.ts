// Which files of the command each document came from, and how far they were read; over a reload in the session of the tab. Knows no stream of changes.

import * as v from 'valibot';
import type { DocumentId } from '../../state/documents.ts';
import { followedKey, setFollowed } from '../../state/followed.ts';
import type { ServedFile } from './servedFiles.ts';
import { isOpen } from './sessions.ts';

export interface FollowedFiles {
  files: readonly ServedFile[];
  isOn: boolean;
  /** Something on disk is newer than what was read last. */
  isStale: boolean;
  isReading: boolean;
  /** Of what was read last only the end was fetched. */
  isOnlyEnd: boolean;
  /** Files changed that do not stand at the end, and that was said. */
  isOffered: boolean;
  /** The states that were told last, by address. */
  readonly latest: Map<string, string>;
  /** What was read last, by address. */
  readonly held: Map<string, Blob>;
  /** What is done when the files have not changed for a while. */
  rest?: ReturnType<typeof setTimeout> | undefined;
}

/** Also of documents that were closed and may come back. */
export const followedFiles = new Map<DocumentId, FollowedFiles>();

const rememberedSchema = v.record(
  v.string(),
  v.object({
    files: v.array(v.object({ name: v.string(), url: v.string(), version: v.string() })),
    isOn: v.boolean(),
  }),
);

type Remembered = v.InferOutput<typeof rememberedSchema>;

/** The document was read from these files, in this order, and can follow them. `contents`: what was read of each. */
export function followable(id: DocumentId, files: readonly ServedFile[], contents: readonly Blob[] = []): void {
  noteFiles(id, files, contents);
  tellFollowed(id);
  remember();
}

export function noteFiles(id: DocumentId, files: readonly ServedFile[], contents: readonly Blob[] = []): void {
  const held = new Map(files.flatMap(({ url }, at) => (contents[at] ? [[url, contents[at]] as const] : [])));
  const still = { isOn: false, isStale: false, isReading: false, isOnlyEnd: false, isOffered: false };
  followedFiles.set(id, { files, ...still, latest: new Map(), held });
}

/** Whether a document was read from it, open or closed. */
export function isKnownFile(url: string): boolean {
  return [...followedFiles.values()].some(({ files }) => files.some((file) => file.url === url));
}

/** The files of the documents that stay as they are when those change. */
export function unfollowed(): readonly (readonly [DocumentId, readonly ServedFile[]])[] {
  return [...followedFiles].flatMap(([id, { files, isOn }]) => (isOn || !isOpen(id) ? [] : [[id, files] as const]));
}

/** Shows how it stands. `problem`: why what is on screen is older than the files. */
export function tellFollowed(id: DocumentId, problem?: string): void {
  const one = followedFiles.get(id);
  if (!one) return;
  const isSeveral = one.files.length > 1;
  setFollowed(id, { isOn: one.isOn, isSeveral, ...(problem !== undefined && { problem }) });
}

export function remembered(): Remembered {
  try {
    return v.parse(rememberedSchema, JSON.parse(sessionStorage.getItem(followedKey) ?? '{}'));
  } catch {
    return {};
  }
}

/** Those of closed documents too: what was closed is not new when it is found in its folder. */
export function remember(): void {
  const state: Remembered = Object.fromEntries(
    [...followedFiles].map(([id, { files, isOn }]) => [id, { files: [...files], isOn }]),
  );
  try {
    sessionStorage.setItem(followedKey, JSON.stringify(state));
  } catch {
    // Full or forbidden: a reload then ends the following.
  }
}

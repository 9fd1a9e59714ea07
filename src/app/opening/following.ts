// Follows files that the command serves: hears what changed, lets it be read, and opens what is new in their folders. Knows no component.

import * as v from 'valibot';
import type { DocumentId } from '../../state/documents.ts';
import { setFollowed, useFollowed } from '../../state/followed.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { catchUp, type Following } from './catchUp.ts';
import {
  type FollowedFiles,
  followable,
  followedFiles,
  isKnownFile,
  noteFiles,
  remember,
  remembered,
  tellFollowed,
} from './followedFiles.ts';
import { fileWords, openServed } from './readAgain.ts';
import { changesOf, type ServedFile } from './servedFiles.ts';
import { isOpen } from './sessions.ts';
import { wholeLines } from './wholeLines.ts';

/** By address. */
const streams = new Map<string, EventSource>();

const lostMs = 1000;
/** What comes into a folder within so long is opened together, and has been written by then as a rule. */
const gatherMs = 1000;

export function follow(id: DocumentId): void {
  const one = followedFiles.get(id);
  if (!one) return;
  one.isOn = true;
  tellFollowed(id);
  listen();
  remember();
}

/** What is on screen stays as it is. */
export function unfollow(id: DocumentId): void {
  const one = followedFiles.get(id);
  if (!one) return;
  endFollowing(one);
  tellFollowed(id);
  listen();
  remember();
}

function endFollowing(one: FollowedFiles): void {
  one.isOn = false;
  clearTimeout(one.rest);
}

/** Follows again what this tab followed before a reload. Call once, when its documents are back. */
export function resumeFollowing(): void {
  for (const [id, { files, isOn }] of Object.entries(remembered())) {
    if (!isOpen(id)) {
      noteFiles(id, files);
      continue;
    }
    // What came last may not have been kept.
    followable(id, isOn ? files.map((file, at) => (at === files.length - 1 ? { ...file, version: '' } : file)) : files);
    if (isOn) follow(id);
  }
  useStore.subscribe(({ documents, attempts }, before) => {
    // What did not open is an attempt before it is a document once more.
    if (documents !== before.documents || attempts !== before.attempts) queueMicrotask(heedClosed);
  });
}

/** A document that was closed is not followed, and can be again when it comes back. */
function heedClosed(): void {
  const { documents, attempts } = useStore.getState();
  const { byId } = useFollowed.getState();
  let isOther = false;
  for (const [id, one] of followedFiles) {
    const isThere = [...documents, ...attempts].some((document) => document.id === id);
    if (isThere === (byId[id] !== undefined)) continue;
    endFollowing(one);
    if (isThere) tellFollowed(id);
    else setFollowed(id, undefined);
    isOther = true;
  }
  if (!isOther) return;
  listen();
  remember();
}

/** One stream for each command that serves something that is followed. */
function listen(): void {
  const wanted = new Set(
    [...followedFiles.values()].flatMap(({ files, isOn }) => (isOn && files[0] ? [changesOf(files[0])] : [])),
  );
  for (const [address, stream] of streams) {
    if (wanted.has(address)) continue;
    stream.close();
    streams.delete(address);
  }
  for (const address of wanted) {
    // What is followed from now on is told of everything.
    streams.get(address)?.close();
    const stream = new EventSource(address);
    streams.set(address, stream);
    stream.onmessage = ({ data }) => onFiles(address, v.parse(filesSchema, JSON.parse(String(data))));
    stream.onerror = () => {
      stream.close();
      // A page that is left loses its streams as well, and follows again when it comes back.
      setTimeout(() => streams.get(address) === stream && onLost(address), lostMs);
    };
  }
}

const filesSchema = v.array(v.object({ name: v.string(), url: v.string(), version: v.string() }));

function onFiles(address: string, told: readonly ServedFile[]): void {
  const added = told.filter(({ url, version }) => version !== 'gone' && !isKnownFile(url));
  for (const [id, one] of followedFiles) {
    if (!one.isOn || !isServedAt(one, address)) continue;
    for (const { url, version } of told) one.latest.set(url, version);
    // What is new stands behind what was there.
    if (one.files.length > 1) one.files = [...one.files, ...added.map((file) => ({ ...file, version: '' }))];
    if (!one.files.some(({ url, version }) => (one.latest.get(url) ?? version) !== version)) continue;
    one.isStale = true;
    void catchUp(followingOf(id, one));
  }
  const alone = added.filter(({ url }) => !isKnownFile(url) && !arriving.has(url));
  if (alone.length === 0) return;
  if (arriving.size === 0) setTimeout(() => void openArrived(), gatherMs);
  for (const file of alone) arriving.set(file.url, file);
}

function followingOf(id: DocumentId, one: FollowedFiles): Following {
  return { id, one, follow };
}

function isServedAt({ files }: FollowedFiles, address: string): boolean {
  return files[0] !== undefined && changesOf(files[0]) === address;
}

/** Files that are new in a folder, by address. */
const arriving = new Map<string, ServedFile>();

async function openArrived(): Promise<void> {
  const files = [...arriving.values()];
  const ids = await openServed(files, false, wholeLines);
  arriving.clear();
  if (ids.length === 0) return;
  showNotice({ text: `New in the folder and opened: ${fileWords(files)}.` });
  ids.forEach(follow);
}

/** The command has ended, or another one has its port. */
function onLost(address: string): void {
  streams.delete(address);
  for (const [id, one] of followedFiles) {
    if (!one.isOn || !isServedAt(one, address)) continue;
    endFollowing(one);
    tellFollowed(id, 'The command that served the file does not answer any longer.');
  }
  remember();
}

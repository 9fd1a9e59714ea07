// Follows files that the command serves: what changes on disk is read anew and takes the place of what is on screen, one reading at a time. Remembers over a
// reload which files these are. Knows no component.

import * as v from 'valibot';
import type { DocumentId } from '../../state/documents.ts';
import { followedKey, setFollowed, useFollowed } from '../../state/followed.ts';
import { useStore } from '../../state/store.ts';
import { takeAttempt } from './attempts.ts';
import { whenSettled } from './inputs.ts';
import { reread } from './rereading.ts';
import { changesOf, fetched, type ServedFile } from './servedFiles.ts';
import { isOpen } from './sessions.ts';
import { keep, start } from './starting.ts';
import { wholeLines } from './wholeLines.ts';

interface FollowedFiles {
  files: readonly ServedFile[];
  isOn: boolean;
  /** Something on disk is newer than what was read last. */
  isStale: boolean;
  isReading: boolean;
  /** What is done when the files have not changed for a while. */
  rest?: ReturnType<typeof setTimeout> | undefined;
}

/** Also of documents that were closed and may come back. */
const all = new Map<DocumentId, FollowedFiles>();
/** By address. */
const streams = new Map<string, EventSource>();

/** A text that breaks off, and what a reload needs, wait for so long that nothing more comes. */
const restMs = 2000;
const lostMs = 1000;

const rememberedSchema = v.record(
  v.string(),
  v.object({
    files: v.array(v.object({ name: v.string(), url: v.string(), version: v.string() })),
    isOn: v.boolean(),
  }),
);

/** The document was read from these files, in this order; one of a single file can follow it. */
export function followable(id: DocumentId, files: readonly ServedFile[]): void {
  all.set(id, { files, isOn: false, isStale: false, isReading: false });
  if (canFollow(files)) setFollowed(id, { isOn: false });
  remember();
}

/** Where one of many files grows, the places of what a person chose behind it would be others. */
function canFollow(files: readonly ServedFile[]): boolean {
  return files.length === 1;
}

/** The files of the documents that stay as they are when those change. */
export function unfollowed(): readonly (readonly [DocumentId, readonly ServedFile[]])[] {
  return [...all].flatMap(([id, { files, isOn }]) => (isOn || !isOpen(id) ? [] : [[id, files] as const]));
}

export function follow(id: DocumentId): void {
  const one = all.get(id);
  if (!one || !canFollow(one.files)) return;
  one.isOn = true;
  setFollowed(id, { isOn: true });
  listen();
  remember();
}

/** What is on screen stays as it is. */
export function unfollow(id: DocumentId): void {
  const one = all.get(id);
  if (!one) return;
  endFollowing(one);
  setFollowed(id, { isOn: false });
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
    if (!isOpen(id)) continue;
    // What came last may not have been kept.
    followable(id, isOn ? files.map((file) => ({ ...file, version: '' })) : files);
    if (isOn) follow(id);
  }
  useStore.subscribe(({ documents, attempts }, before) => {
    // What did not open is an attempt before it is a document once more.
    if (documents !== before.documents || attempts !== before.attempts) queueMicrotask(heedClosed);
  });
}

function remembered(): v.InferOutput<typeof rememberedSchema> {
  try {
    return v.parse(rememberedSchema, JSON.parse(sessionStorage.getItem(followedKey) ?? '{}'));
  } catch {
    return {};
  }
}

function remember(): void {
  const state = Object.fromEntries(
    [...all].flatMap(([id, { files, isOn }]) => (isOpen(id) ? [[id, { files, isOn }]] : [])),
  );
  try {
    sessionStorage.setItem(followedKey, JSON.stringify(state));
  } catch {
    // Full or forbidden: a reload then ends the following.
  }
}

/** A document that was closed is not followed, and can be again when it comes back. */
function heedClosed(): void {
  const { documents, attempts } = useStore.getState();
  const { byId } = useFollowed.getState();
  let isOther = false;
  for (const [id, one] of all) {
    const isThere = [...documents, ...attempts].some((document) => document.id === id);
    if (!canFollow(one.files) || isThere === (byId[id] !== undefined)) continue;
    endFollowing(one);
    setFollowed(id, isThere ? { isOn: false } : undefined);
    isOther = true;
  }
  if (!isOther) return;
  listen();
  remember();
}

/** One stream for each command that serves something that is followed. */
function listen(): void {
  const wanted = new Set(
    [...all.values()].flatMap(({ files, isOn }) => (isOn && files[0] ? [changesOf(files[0])] : [])),
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
    stream.onmessage = ({ data }) => onVersions(v.parse(versionsSchema, JSON.parse(String(data))));
    stream.onerror = () => {
      stream.close();
      // A page that is left loses its streams as well, and follows again when it comes back.
      setTimeout(() => streams.get(address) === stream && onLost(address), lostMs);
    };
  }
}

const versionsSchema = v.record(v.string(), v.string());

function onVersions(versions: Readonly<Record<string, string>>): void {
  for (const [id, one] of all) {
    const isChanged = one.files.some(({ url, version }) => versions[url] !== undefined && versions[url] !== version);
    if (!isChanged || !one.isOn) continue;
    one.isStale = true;
    clearTimeout(one.rest);
    void catchUp(id, one, false);
  }
}

/** The command has ended, or another one has its port. */
function onLost(address: string): void {
  streams.delete(address);
  for (const [id, one] of all) {
    if (!one.isOn || !one.files.some((file) => changesOf(file) === address)) continue;
    endFollowing(one);
    setFollowed(id, { isOn: false, problem: 'The command that served the file does not answer any longer.' });
  }
  remember();
}

/** `isBrokenTaken`: what breaks off is shown as far as it goes. */
async function catchUp(id: DocumentId, one: FollowedFiles, isBrokenTaken: boolean): Promise<void> {
  if (one.isReading) return;
  one.isReading = true;
  try {
    await new Promise<void>((resolve) => whenSettled(id, resolve));
    do {
      one.isStale = false;
      await readAnew(id, one, isBrokenTaken);
    } while (one.isStale && one.isOn);
  } catch (reason) {
    say(id, `The file cannot be had: ${reason instanceof Error ? reason.message : String(reason)}.`);
  } finally {
    one.isReading = false;
  }
}

async function readAnew(id: DocumentId, one: FollowedFiles, isBrokenTaken: boolean): Promise<void> {
  const [file] = one.files;
  if (!file) return;
  const { content: whole, state } = await fetched(file.url);
  const content = await wholeLines(whole);
  one.files = [{ ...file, version: state ?? file.version }];
  if (content.size === 0 || !one.isOn) return;
  const attempt = useStore.getState().attempts.find((failed) => failed.id === id);
  if (attempt) {
    const input = takeAttempt(id);
    if (!input) return;
    const { content: _earlier, draft: _draft, ...options } = input;
    start(id, { name: attempt.name, source: { file: content } }, { ...options, isTakingScreen: true });
    return;
  }
  const result = await reread(id, content, isBrokenTaken);
  if (result === 'replaced') {
    say(id, undefined);
    one.rest = setTimeout(() => keep(id), restMs);
  } else if (result !== 'closed') {
    if (isBrokenTaken) say(id, `The file changed and cannot be read as it is now: ${result.failure.title}.`);
    else one.rest = setTimeout(() => void catchUp(id, one, true), restMs);
  }
}

function say(id: DocumentId, problem: string | undefined): void {
  const one = all.get(id);
  if (one && isOpen(id)) setFollowed(id, { isOn: one.isOn, ...(problem !== undefined && { problem }) });
}

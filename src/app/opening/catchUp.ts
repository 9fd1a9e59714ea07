// Reads what changed in the files of a followed document and puts it in the place of what is on screen, one reading at a time. Says where a file went, was
// emptied or written anew, and where what a person chose would move. Knows no stream of changes.

import { bundleInSteps } from '../../load/bundleFiles.ts';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { formatCount } from '../../words/numbers.ts';
import { takeAttempt } from './attempts.ts';
import { type FollowedFiles, remember, tellFollowed } from './followedFiles.ts';
import { type Reading, readingOf, startsWith } from './growth.ts';
import { openContents, whenSettled } from './inputs.ts';
import { renameDocument } from './keeping.ts';
import { fileWords, readAgain } from './readAgain.ts';
import { reread } from './rereading.ts';
import { fetched, NoLongerThere, type ServedFile } from './servedFiles.ts';
import { isOpen } from './sessions.ts';
import { keep, start } from './starting.ts';
import { areLines, wholeLines } from './wholeLines.ts';

/** A text that breaks off, and what a reload needs, wait for so long that nothing more comes. */
const restMs = 2000;
/** After a reading, as long as it took: a long log leaves the machine to others half of the time. */
const pauseMs = { least: 100, most: 2000 };

export interface Following {
  readonly id: DocumentId;
  readonly one: FollowedFiles;
  /** Follows a document that was opened in the place of this one. */
  follow(id: DocumentId): void;
}

/** `isBrokenTaken`: what breaks off is shown as far as it goes. */
export async function catchUp(following: Following, isBrokenTaken = false): Promise<void> {
  const { id, one } = following;
  clearTimeout(one.rest);
  if (one.isReading) return;
  one.isReading = true;
  try {
    await new Promise<void>((resolve) => whenSettled(id, resolve));
    do {
      one.isStale = false;
      const begin = performance.now();
      const read = one.files.length > 1 ? await contentOfSeveral(following) : await contentOfOne(following);
      if (read !== undefined && one.isOn) await show(following, read, isBrokenTaken);
      remember();
      if (one.isStale) await pause(performance.now() - begin);
    } while (one.isStale && one.isOn);
  } catch (reason) {
    say(following, problemWords(reason));
  } finally {
    one.isReading = false;
  }
}

function pause(tookMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs.least, Math.min(pauseMs.most, tookMs))));
}

function problemWords(reason: unknown): string {
  if (reason instanceof NoLongerThere)
    return 'The file is no longer there. What was read of it stays, and is read on when it is back.';
  return `The file cannot be had: ${reason instanceof Error ? reason.message : String(reason)}.`;
}

interface Read {
  readonly content: Blob;
  /** Lines that were there before and are not in it. */
  readonly lost?: Blob;
}

async function contentOfOne(following: Following): Promise<Read | undefined> {
  const { one } = following;
  const [file] = one.files;
  if (!file) return undefined;
  const before = one.held.get(file.url);
  const reading = await readingOf(file, before);
  one.files = [withState(file, reading)];
  const content = await wholeLines(reading.content);
  if (content.size === 0) {
    if (before?.size) say(following, 'The file is empty now. What was in it stays here until something comes.');
    return undefined;
  }
  one.held.set(file.url, reading.content);
  one.isOnlyEnd = before !== undefined;
  const isLost = before !== undefined && !reading.isGrown && (await areLines(before));
  return { content, ...(isLost && { lost: before }) };
}

/** All of them once more, where nothing but their end changed: what a person chose is known by its place. */
async function contentOfSeveral(following: Following): Promise<Read | undefined> {
  const { one } = following;
  const lastRead = one.files.findLastIndex(({ version }) => version !== '');
  const isChanged = ({ url, version }: ServedFile) => (one.latest.get(url) ?? version) !== version;
  const inside = one.files.filter((file, at) => at < lastRead && isChanged(file));
  if (inside.length > 0) offer(following, inside);
  if (!one.files.some((file, at) => at >= lastRead && (isChanged(file) || file.version === ''))) return undefined;
  const files: ServedFile[] = [];
  const contents: { readonly name: string; readonly content: Blob }[] = [];
  for (const [at, file] of one.files.entries()) {
    const held = one.held.get(file.url);
    const reading: Reading = at < lastRead && held ? { content: held, isGrown: true } : await readingOf(file, held);
    const isOther = reading.state !== undefined && reading.state !== file.version;
    if (at < lastRead && isOther) {
      // Where it is not held any longer, what it holds now is not what is on screen.
      offer(following, [file]);
      return undefined;
    }
    one.held.set(file.url, reading.content);
    files.push(withState(file, reading));
    contents.push({ name: file.name, content: await wholeLines(reading.content) });
  }
  nameByCount(following.id, files.length);
  one.files = files;
  const content = await bundleInSteps(contents, () => one.isOn, rest);
  return content && { content };
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function withState(file: ServedFile, { state }: Reading): ServedFile {
  return { ...file, version: state ?? file.version };
}

/** `25 together` is called after what it holds, unless a person named it. */
function nameByCount(id: DocumentId, count: number): void {
  const name = useStore.getState().documents.find((document) => document.id === id)?.name;
  if (name !== undefined && /^[\d,]+ together$/.test(name)) renameDocument(id, `${formatCount(count)} together`);
}

function offer(following: Following, files: readonly ServedFile[]): void {
  const { id, one } = following;
  const what = `${fileWords(files)} changed, and what stands behind would have other numbers.`;
  say(following, `${what} Here all stays as it was.`);
  if (one.isOffered) return;
  one.isOffered = true;
  const run = () =>
    void readAgain(one.files).then((next) => {
      if (next !== undefined && next !== id && one.isOn) following.follow(next);
    });
  showNotice({ text: `${what} Here all stays as it was.`, action: { label: 'Read again', run } });
}

async function show(following: Following, { content, lost }: Read, isBrokenTaken: boolean): Promise<void> {
  const { id, one } = following;
  const attempt = useStore.getState().attempts.find((failed) => failed.id === id);
  if (attempt) {
    const input = takeAttempt(id);
    if (!input) return;
    const { content: _earlier, draft: _draft, ...options } = input;
    const isTakingScreen = useStore.getState().activeId === undefined;
    start(id, { name: attempt.name, source: { file: content } }, { ...options, isTakingScreen });
    return;
  }
  const result = await reread(id, content, isBrokenTaken);
  if (result === 'replaced') {
    if (!one.isOffered) say(following, undefined);
    if (lost) sayLost(id, lost);
    one.rest = setTimeout(() => {
      keep(id);
      void check(following);
    }, restMs);
  } else if (result !== 'closed') {
    if (isBrokenTaken) say(following, `The file changed and cannot be read as it is now: ${result.failure.title}.`);
    else one.rest = setTimeout(() => void catchUp(following, true), restMs);
  }
}

/** Lines that were rotated away or overwritten can be had once more. */
function sayLost(id: DocumentId, lost: Blob): void {
  const name = useStore.getState().documents.find((document) => document.id === id)?.name ?? 'The file';
  showNotice({
    text: `${name} was written anew: what it held before is no longer in it.`,
    action: {
      label: 'Keep what it held',
      run: () => void openContents([{ name: `${name}, before`, content: lost }]),
    },
  });
}

/** Of a log that grew the start was not fetched again: when it rests, all of it is held against what was read. */
async function check(following: Following): Promise<void> {
  const { one } = following;
  const [file] = one.files;
  const held = file && one.held.get(file.url);
  if (!file || !held || !one.isOnlyEnd || !one.isOn || one.files.length > 1) return;
  const now = await fetched(file.url).catch(() => undefined);
  if (now === undefined || now.state !== file.version || one.held.get(file.url) !== held) return;
  one.isOnlyEnd = false;
  if (now.content.size === held.size && (await startsWith(now.content, held))) return;
  one.held.delete(file.url);
  void catchUp(following);
}

function say({ id }: Following, problem: string | undefined): void {
  if (isOpen(id)) tellFollowed(id, problem);
}

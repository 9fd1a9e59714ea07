// What a served file holds now, of which only the end is fetched where what was read before still stands in front of it. Knows no document.

import { fetched, type ServedFile, stateOf } from './servedFiles.ts';

export interface Reading {
  readonly content: Blob;
  readonly state?: string;
  /** What was read before is its start, as far as was looked. */
  readonly isGrown: boolean;
}

/** So much of what was read last is fetched again and held against it. */
const overlapBytes = 65_536;
const pieceBytes = 1_000_000;

/** `held`: what was read of it last. Throws as `fetched`. */
export async function readingOf(file: ServedFile, held: Blob | undefined): Promise<Reading> {
  if (held !== undefined && held.size > 0) {
    const added = await addedTo(file, held);
    if (added) return added;
  }
  const whole = await fetched(file.url);
  return { ...whole, isGrown: held === undefined || (await startsWith(whole.content, held)) };
}

/** Undefined where it is another file, shorter, or another text before its end. */
async function addedTo({ url, version }: ServedFile, held: Blob): Promise<Reading | undefined> {
  const from = Math.max(0, held.size - overlapBytes);
  const response = await fetch(url, { headers: { Range: `bytes=${from}-` }, cache: 'no-store' });
  const state = stateOf(response);
  if (response.status !== 206 || state === undefined || fileOf(state) !== fileOf(version)) return undefined;
  const end = await response.blob();
  const known = held.slice(from);
  if (!(await startsWith(end, known))) return undefined;
  return { content: new Blob([held, end.slice(known.size)]), state, isGrown: true };
}

/** Which file it is, of a state. */
function fileOf(state: string): string | undefined {
  return state.split('-')[0];
}

/** Byte by byte, a piece at a time. */
export async function startsWith(content: Blob, start: Blob): Promise<boolean> {
  if (content.size < start.size) return false;
  for (let from = 0; from < start.size; from += pieceBytes) {
    const to = Math.min(start.size, from + pieceBytes);
    const [one, other] = await Promise.all([content, start].map((blob) => blob.slice(from, to).arrayBuffer()));
    if (!one || !other || !isEqual(new Uint8Array(one), new Uint8Array(other))) return false;
  }
  return true;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return one.length === other.length;
}

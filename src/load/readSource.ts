// Gets the bytes of a source, its start first: a pasted text encoded, whole or as its pieces arrive, or a file read piece by piece into one
// array, which can be looked at as it fills. Runs in the worker.

import { encodeText } from '../intake/recognise.ts';
import type { LoadFailure } from '../response/loadEvents.ts';
import type { Source } from './protocol.ts';
import { ownSizeLimit } from './sizeLimits.ts';
import { noMemory, tooLarge, unreadable } from './sourceFailures.ts';
import type { ArrivingText } from './textPieces.ts';

export type SourceBytes = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: LoadFailure };

export interface ReadListener {
  /** The start of a large source, before the rest of it is there; `size`: all of it in bytes, where that is known. What it returns is waited for; a failure ends it. */
  onHead(head: Uint8Array<ArrayBuffer>, size: number | undefined): Promise<LoadFailure | undefined>;
  /** `bytes`: of a file, all of it, of which the first `done` are there; they stay where they are. */
  onProgress(done: number, total: number, bytes?: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The bytes of a text that came in pieces. */
  onContent(content: Blob): void;
}

/** The first rows of almost any document lie in so many bytes. */
const headBytes = 256 * 1024;
/** Smaller sources are read so fast that their start by itself is no gain. */
const largeBytes = 4_000_000;
const readBytes = 4 * 1024 * 1024;

export async function readSource(source: Source | ArrivingText, listener: ReadListener): Promise<SourceBytes> {
  try {
    if ('units' in source) return await gather(source, listener);
    if ('text' in source) {
      return { bytes: encodeText(source.text) };
    }
    const { file } = source;
    const limit = ownSizeLimit();
    if (file.size > limit.bytes) return { failure: tooLarge(file.size, limit, nameOf(file)) };
    return await readFile(file, listener);
  } catch (reason) {
    const size = 'file' in source ? source.file.size : 'units' in source ? source.units : source.text.length;
    return { failure: reason instanceof RangeError ? noMemory(size) : unreadable(reason) };
  }
}

function nameOf(file: Blob): string {
  return 'name' in file && typeof file.name === 'string' ? file.name : 'response.json';
}

async function readFile(file: Blob, { onHead, onProgress }: ReadListener): Promise<SourceBytes> {
  if (file.size > largeBytes) {
    const failure = await onHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), file.size);
    if (failure) return { failure };
  }
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const read = readerOf(file);
  let next = read(new ArrayBuffer(Math.min(readBytes, Math.max(1, file.size))));
  while (at < file.size) {
    const piece = await next;
    if (!piece?.length) break;
    bytes.set(piece.subarray(0, file.size - at), at);
    at += Math.min(piece.length, file.size - at);
    // What comes next is on its way while the listener works.
    if (at < file.size) next = read(piece.buffer);
    // It is heard of when it is waited for.
    next.catch(() => undefined);
    await onProgress(at, file.size, bytes);
  }
  return { bytes: at < file.size ? bytes.subarray(0, at) : bytes };
}

/** Reads on, and may put it into this buffer, which is not to be used by others any more; nothing or undefined at the end. */
type ReadOn = (buffer: ArrayBuffer) => Promise<Uint8Array<ArrayBuffer> | undefined>;

function readerOf(file: Blob): ReadOn {
  const stream = file.stream();
  try {
    const reader = stream.getReader({ mode: 'byob' });
    return async (buffer) => (await reader.read(new Uint8Array(buffer))).value;
  } catch {
    const reader = stream.getReader();
    return async () => (await reader.read()).value;
  }
}

/** Encodes the pieces of a text as they arrive. */
async function gather(source: ArrivingText, listener: ReadListener): Promise<SourceBytes> {
  const { units } = source;
  // Most texts have few characters of more than one byte; what is not needed is never touched.
  let bytes = new Uint8Array(Math.ceil(units * 1.1));
  let at = 0;
  let done = 0;
  for await (const piece of source) {
    const encoded = encodeText(piece);
    if (at + encoded.length > bytes.length) {
      const larger = new Uint8Array(Math.min(3 * units, Math.ceil((at + encoded.length) * 1.5)));
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    bytes.set(encoded, at);
    const failure = at === 0 ? await listener.onHead(encoded, undefined) : undefined;
    if (failure) return { failure };
    at += encoded.length;
    done += piece.length;
    await listener.onProgress(done, units);
  }
  const whole = bytes.subarray(0, at);
  listener.onContent(new Blob([whole]));
  return { bytes: whole };
}

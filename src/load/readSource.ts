// Gets the bytes of a source, its start first: a pasted text encoded, whole or as its pieces arrive, or a file read piece by piece into one
// buffer, with progress. Runs in the worker.

import { encodeText } from '../intake/recognise.ts';
import type { LoadFailure } from '../response/loadEvents.ts';
import type { Source } from './protocol.ts';
import { largestBytes } from './sizeLimits.ts';
import { noMemory, tooLarge, unreadable } from './sourceFailures.ts';
import type { ArrivingText } from './textPieces.ts';

export type SourceBytes = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: LoadFailure };

export interface ReadListener {
  /** The start of a large source, before the rest of it is there; `size`: all of it in bytes, where that is known. What it returns is waited for. */
  onHead(head: Uint8Array<ArrayBuffer>, size: number | undefined): Promise<void>;
  onProgress(done: number, total: number): Promise<void>;
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
      // One code unit is one byte at least, so that this refuses nothing that would fit.
      if (source.text.length > largestBytes) return { failure: tooLarge(source.text.length) };
      return { bytes: encodeText(source.text) };
    }
    const { file } = source;
    if (file.size > largestBytes) return { failure: tooLarge(file.size) };
    return { bytes: await readFile(file, listener) };
  } catch (reason) {
    const size = 'file' in source ? source.file.size : 'units' in source ? source.units : source.text.length;
    return { failure: reason instanceof RangeError ? noMemory(size) : unreadable(reason) };
  }
}

async function readFile(file: Blob, { onHead, onProgress }: ReadListener): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > largeBytes) await onHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), file.size);
  let buffer = new ArrayBuffer(file.size);
  let at = 0;
  const reader = readerInto(file);
  while (at < file.size) {
    const read = await reader(buffer, at, Math.min(readBytes, file.size - at));
    buffer = read.buffer;
    if (read.count === 0) break;
    at += read.count;
    await onProgress(at, file.size);
  }
  return new Uint8Array(buffer, 0, at);
}

type ReadInto = (
  buffer: ArrayBuffer,
  at: number,
  most: number,
) => Promise<{ readonly buffer: ArrayBuffer; readonly count: number }>;

/** Reads on, into a buffer that is handed back; 0 bytes at the end. Without a copy where the browser can do that. */
function readerInto(file: Blob): ReadInto {
  const stream = file.stream();
  try {
    const reader = stream.getReader({ mode: 'byob' });
    return async (buffer, at, most) => {
      const { value } = await reader.read(new Uint8Array(buffer, at, most));
      if (!value) throw new Error('the read was cancelled');
      return { buffer: value.buffer, count: value.length };
    };
  } catch {
    const reader = stream.getReader();
    return async (buffer, at) => {
      const { value } = await reader.read();
      if (value) new Uint8Array(buffer).set(value, at);
      return { buffer, count: value?.length ?? 0 };
    };
  }
}

/** Encodes the pieces of a text as they arrive. */
async function gather(source: ArrivingText, listener: ReadListener): Promise<SourceBytes> {
  const { units } = source;
  if (units > largestBytes) return { failure: tooLarge(units) };
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
    if (at === 0) await listener.onHead(encoded, undefined);
    at += encoded.length;
    done += piece.length;
    if (at > largestBytes) return { failure: tooLarge(at) };
    await listener.onProgress(done, units);
  }
  const whole = bytes.subarray(0, at);
  listener.onContent(new Blob([whole]));
  return { bytes: whole };
}

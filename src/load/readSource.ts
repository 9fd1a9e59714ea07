// Gets the bytes of a source: a pasted text encoded, or a file read piece by piece with progress. Runs in the worker.

import { encodeText } from '../intake/recognise.ts';
import type { LoadFailure } from '../response/loadEvents.ts';
import { formatBytes } from '../words/numbers.ts';
import type { Source } from './protocol.ts';

/** Above this a tab would need several times as much memory as it can count on. */
const largestBytes = 1_000_000_000;

export type SourceBytes = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failure: LoadFailure };

export async function readSource(
  source: Source,
  onProgress: (done: number, total: number) => void,
): Promise<SourceBytes> {
  if ('text' in source) {
    // One code unit is one byte at least, so that this refuses nothing that would fit.
    if (source.text.length > largestBytes) return { failure: tooLarge(source.text.length) };
    return { bytes: encodeText(source.text) };
  }
  const { file } = source;
  if (file.size > largestBytes) return { failure: tooLarge(file.size) };
  try {
    return { bytes: await readAll(file, onProgress) };
  } catch (reason) {
    return { failure: unreadable(reason) };
  }
}

async function readAll(
  file: Blob,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes.set(part.value, at);
    at += part.value.length;
    onProgress(at, file.size);
  }
  return bytes;
}

function tooLarge(bytes: number): LoadFailure {
  return {
    kind: 'too-large',
    title: 'This is too large to open',
    detail: `It has ${formatBytes(bytes)}; up to ${formatBytes(largestBytes)} can be opened.`,
    advice: 'Split it into several responses, or leave out provider_responses, which is most of it as a rule.',
    canOpenAsPlain: false,
  };
}

function unreadable(reason: unknown): LoadFailure {
  const name = reason instanceof DOMException ? reason.name : '';
  const isGone = name === 'NotFoundError' || name === 'NotReadableError';
  return {
    kind: 'unreadable',
    title: 'The file cannot be read',
    detail: isGone
      ? 'It is a folder, or it was changed, moved or locked since it was chosen.'
      : `The browser says: ${reason instanceof Error ? reason.message : String(reason)}.`,
    advice: 'Choose the file again. A folder has to be opened file by file.',
    canOpenAsPlain: false,
    canTryAgain: true,
  };
}

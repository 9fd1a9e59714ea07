// Writes pieces of text one after the other in slices of time between which the page stays free. Knows no form.

import type { WriteHooks, Written } from './writings.ts';

const sliceMs = 8;
/** Code units that become a part of the file at once. */
const partLength = 1_000_000;

export async function writtenInSlices(
  pieces: Iterable<string>,
  type: string,
  { signal }: WriteHooks,
  notes: () => readonly string[] = () => [],
): Promise<Written> {
  const parts: Blob[] = [];
  let waiting: string[] = [];
  let length = 0;
  let since = performance.now();
  const put = (): void => {
    parts.push(new Blob(waiting));
    waiting = [];
    length = 0;
  };
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length > partLength) put();
    if (performance.now() - since < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
  }
  put();
  return { content: new Blob(parts, { type }), notes: notes() };
}

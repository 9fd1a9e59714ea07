// What may be kept of a text in which values of headers were hidden: the same bytes with other letters in their place, so that it reads the same again.
// Knows Blob and no form.

import type { Origin } from '../intake/origins.ts';
import type { TakenIn } from '../intake/pipeline.ts';
import type { ByteRange } from '../intake/sourceMap.ts';
import { bundleFiles } from './bundleFiles.ts';

const asterisk = 0x2a;
/** Unlike the asterisk it means nothing in any form. */
const letter = 0x78;

/**
 * Undefined where nothing was hidden. What was hidden in an archive is kept as it was found there; a blob without bytes where that cannot be told from what
 * was unpacked of it in turn.
 */
export function keepableContent(
  { origins, hidden }: Pick<TakenIn, 'origins' | 'hidden'>,
  input: Uint8Array,
): Blob | undefined {
  if (hidden === undefined) return undefined;
  const isHiddenIn = ({ at, bytes }: Origin) => hidden.some(({ from }) => from >= at && from < at + bytes.length);
  const [first, ...others] = origins;
  // Others were unpacked from what is in it.
  const isAllInInput = first?.bytes === input && !others.some(isHiddenIn);
  const kept = isAllInInput ? [first] : origins;
  if (!kept.every(isHiddenIn)) return new Blob();
  const contents = kept.map(({ name, bytes, at }, number) => ({
    name: name ?? String(number + 1),
    content: new Blob(pieces(bytes, at, hidden)),
  }));
  const [only] = contents;
  return only && contents.length === 1 ? only.content : bundleFiles(contents);
}

/** The bytes of an origin that begins at `at` among all of them. */
function pieces(bytes: Uint8Array<ArrayBuffer>, at: number, hidden: readonly ByteRange[]): BlobPart[] {
  const parts: BlobPart[] = [];
  let done = 0;
  for (const range of [...hidden].sort((one, other) => one.from - other.from)) {
    const from = Math.max(done, range.from - at);
    const to = Math.min(bytes.length, range.to - at);
    if (to <= from) continue;
    parts.push(
      bytes.subarray(done, from),
      bytes.slice(from, to).map((byte) => (byte === asterisk ? letter : byte)),
    );
    done = to;
  }
  parts.push(bytes.subarray(done));
  return parts;
}

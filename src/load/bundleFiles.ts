// Several files as one, to be opened as one document: a tar archive (POSIX ustar, pax for long names) whose parts the browser only reads when they are
// needed. `intake/tar.ts` reads it. Knows Blob; must read no file.

export interface NamedContent {
  readonly name: string;
  readonly content: Blob;
}

const blockBytes = 512;
const longestName = 100;
const filesOfBlob = 32;
const sliceMs = 12;
const encoder = new TextEncoder();

/** Says who wrote the archive, so that its reader knows that each file was meant. */
const bundleOwner = 'completion-inspector';

export function bundleFiles(files: readonly NamedContent[]): Blob {
  const steps = bundleSteps(files);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `bundleFiles`, with rests between its steps; undefined once it is no longer wanted. The browser looks up each file for its size, which takes half a millisecond. */
export async function bundleInSteps(
  files: readonly NamedContent[],
  isWanted: () => boolean,
  rest: () => Promise<void>,
): Promise<Blob | undefined> {
  const steps = bundleSteps(files);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < sliceMs) continue;
    await rest();
    if (!isWanted()) return undefined;
    since = performance.now();
  }
}

/** A file a step. */
function* bundleSteps(files: readonly NamedContent[]): Generator<void, Blob> {
  const bundles: Blob[] = [];
  let parts: BlobPart[] = [];
  for (const [at, { name, content }] of files.entries()) {
    const bytes = encoder.encode(name);
    if (bytes.length > longestName) {
      const record = paxRecord(`path=${name}\n`);
      parts.push(header('pax', record.length, 'x'), record, padding(record.length));
    }
    parts.push(header(bytes.length > longestName ? 'long' : name, content.size, '0'), content, padding(content.size));
    // One of all files at once would take as long as all of them.
    if (at % filesOfBlob === filesOfBlob - 1) {
      bundles.push(new Blob(parts));
      parts = [];
    }
    yield;
  }
  parts.push(new Uint8Array(2 * blockBytes));
  return new Blob([...bundles, ...parts], { type: 'application/x-tar' });
}

function header(name: string, size: number, type: '0' | 'x'): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(blockBytes);
  const put = (text: string, at: number) => block.set(encoder.encode(text), at);
  put(name, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  // Eleven octal digits reach 8 GB, which is more than can be opened.
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put(' '.repeat(8), 148);
  put(type, 156);
  put('ustar\x0000', 257);
  put(bundleOwner, 265);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** `30 path=…`, whose number counts its own digits too. */
function paxRecord(text: string): Uint8Array<ArrayBuffer> {
  const { length } = encoder.encode(text);
  let total = length + 2;
  while (String(total).length + 1 + length !== total) total++;
  return encoder.encode(`${total} ${text}`);
}

function padding(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array((blockBytes - (size % blockBytes)) % blockBytes);
}

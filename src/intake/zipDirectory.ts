// The directory of a zip archive (APPNOTE 6.3.10, zip64 included): which files are in it and where their packed bytes stand. Unpacks nothing.

export interface ZipFile {
  readonly name: string;
  /** 0 stored, 8 deflate, 93 zstd. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: Uint8Array<ArrayBuffer>;
  /** As the directory says. */
  readonly size: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const mostComment = 65_535;
const mostFiles = 200_000;

/** The files in the order of the directory, folders left out; undefined when there is no directory, or what it says cannot be. */
export function readZipDirectory(bytes: Uint8Array<ArrayBuffer>): readonly ZipFile[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const files: ZipFile[] = [];
  let at = end.start;
  for (let entry = 0; entry < end.count; entry++) {
    if (entry === mostFiles || at + 46 > end.limit || view.getUint32(at, true) !== entrySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end.limit) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength);
    const packed = packedBytes(bytes, view, sizes.offset + end.shift, sizes.packed);
    if (packed === undefined) return undefined;
    if (!name.endsWith('/')) {
      const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
      files.push({ name, method: view.getUint16(at + 10, true), isEncrypted, packed, size: sizes.size });
    }
    at = next;
  }
  return files;
}

interface End {
  readonly start: number;
  readonly count: number;
  /** The directory ends before this byte. */
  readonly limit: number;
  /** What stands before the archive moves all places of it. */
  readonly shift: number;
}

function findEnd(view: DataView): End | undefined {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - mostComment); at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
      return findEnd64(view, at) ?? endOf(at, start, size, count);
    return endOf(at, start, size, count);
  }
  return undefined;
}

/** `at`: where the directory ends. */
function endOf(at: number, start: number, size: number, count: number): End | undefined {
  const shift = at - size - start;
  return shift < 0 ? undefined : { start: start + shift, count, limit: at, shift };
}

function findEnd64(view: DataView, at: number): End | undefined {
  const locator = at - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return undefined;
  // What stands before the archive moves this place too; the record is right before its locator.
  const record = locator - 56;
  if (record < 0 || view.getUint32(record, true) !== end64Signature) return undefined;
  const count = number64(view, record + 32);
  return endOf(record, number64(view, record + 48), number64(view, record + 40), count);
}

function number64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 0x100000000 + view.getUint32(at, true);
}

function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  length: number,
): { packed: number; size: number; offset: number } {
  const found = {
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    // Those that do not fit into 32 bits, in this order.
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (found[key] !== 0xffffffff || value + 8 > extra + length) continue;
      found[key] = number64(view, value);
      value += 8;
    }
  }
  return found;
}

function packedBytes(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  at: number,
  size: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (at < 0 || at + 30 > bytes.length || view.getUint32(at, true) !== localSignature) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + size > bytes.length ? undefined : bytes.subarray(from, from + size);
}

// A gzip file (RFC 1952), of one member or several. Platforms differ in what they do with what follows the first; here each is unpacked, and zeros at the end
// are padding.

import { type Unpacked, unpack } from './unpack.ts';

const nameFlag = 8;
const extraFlag = 4;
const mostName = 1024;

/** Unpacks up to `limit` bytes. Never throws. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Unpacked> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    const member = await unpack(bytes.subarray(at), 'gzip', limit - length, sizeAt(bytes, bytes.length));
    pieces.push(member.bytes);
    length += member.bytes.length;
    const next = member.isBroken ? endOfMember(bytes, at, member.bytes.length) : undefined;
    if (next === undefined || next === bytes.length) {
      const [only] = pieces;
      const isBroken = member.isBroken && next === undefined;
      return { bytes: only && pieces.length === 1 ? only : joined(pieces, length), isOver: member.isOver, isBroken };
    }
    at = next;
  }
}

/** The name of the packed file, where the header says it. */
export function gzipName(bytes: Uint8Array): string | undefined {
  const flags = bytes[3] ?? 0;
  if ((flags & nameFlag) === 0) return undefined;
  const from = (flags & extraFlag) === 0 ? 10 : 12 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  const end = bytes.indexOf(0, from);
  // ISO 8859-1, as the RFC says.
  return end > from && end - from <= mostName ? String.fromCharCode(...bytes.subarray(from, end)) : undefined;
}

/** Of a member that begins at `from` and unpacks to `size` bytes: where it ends, told by its last field and what follows. */
function endOfMember(bytes: Uint8Array, from: number, size: number): number | undefined {
  for (let at = bytes.indexOf(0x1f, from + 18); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && sizeAt(bytes, at) === size % 0x100000000) return at;
  }
  let end = bytes.length;
  while (end > from && bytes[end - 1] === 0) end--;
  // The size itself may end with zeros.
  for (let at = end; at <= Math.min(bytes.length - 1, end + 3); at++)
    if (sizeAt(bytes, at) === size % 0x100000000) return bytes.length;
  return undefined;
}

/** The size in the four bytes before `end` (ISIZE). */
function sizeAt(bytes: Uint8Array, end: number): number {
  if (end < 18) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset + end - 4, 4).getUint32(0, true);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

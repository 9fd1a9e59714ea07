// A body in chunks (RFC 9112, section 7.1), put together where every size in it is right. Knows no header.

import { type MadeBytes, MadeText } from './madeText.ts';

export interface Dechunked extends MadeBytes {
  readonly chunks: number;
}

/** Undefined when a size does not fit what follows it, or the last chunk is missing: the body is then what it is. */
export function dechunked(bytes: Uint8Array<ArrayBuffer>): Dechunked | undefined {
  const made = new MadeText(bytes);
  let chunks = 0;
  let at = 0;
  for (;;) {
    const line = bytes.indexOf(0x0a, at);
    if (line < 0 || line - at > 100) return undefined;
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?$/i.exec(
      String.fromCharCode(...bytes.subarray(at, line)),
    )?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    const from = line + 1;
    if (length === 0) return { ...made.finish(), chunks };
    if (from + length > bytes.length) return undefined;
    made.copy(from, from + length);
    chunks++;
    at = from + length;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] !== 0x0a) return undefined;
    at++;
  }
}

// UTF-8 as the WHATWG Encoding Standard decodes it: lengths of sequences, and bytes as text.
// Must not know JSON.

/** The byte order mark EF BB BF at the very start has this many bytes; 0 when there is none. */
export function bomLength(bytes: Uint8Array): 0 | 3 {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/**
 * Length of the sequence that starts at `at` (1 to 4); for an invalid one minus the number of bytes that become one
 * U+FFFD (-1 to -3), as the WHATWG decoder counts them (maximal subparts).
 */
export function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const second = at + 1 < to ? (bytes[at + 1] as number) : 0;
  if (lead < 0xe0) return second >= 0x80 && second <= 0xbf ? 2 : -1;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return -1;
  if (at + 2 >= to || !isContinuation(bytes[at + 2] as number)) return -2;
  if (lead < 0xf0) return 3;
  return at + 3 < to && isContinuation(bytes[at + 3] as number) ? 4 : -3;
}

/** Whether the byte is a continuation byte (10xxxxxx). */
export function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The byte behind the first `units` UTF-16 code units of what decodes from `at` on, also where some bytes are no UTF-8. */
export function byteAfter(bytes: Uint8Array, at: number, units: number): number {
  let byte = at;
  for (let left = units; left > 0 && byte < bytes.length; ) {
    const length = sequenceLength(bytes, byte, bytes.length);
    byte += Math.abs(length);
    left -= length === 4 ? 2 : 1;
  }
  return byte;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes `[from, to)` as text; invalid bytes become U+FFFD, nothing is skipped. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= 48) {
    const text = shortAscii(bytes, from, to);
    if (text !== undefined) return text;
  }
  return decoder.decode(bytes.subarray(from, to));
}

/** Short ASCII as text, several times faster than a decoder call: most keys and numbers are that. */
function shortAscii(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = '';
  let at = from;
  for (; at + 6 <= to; at += 6) {
    const a = bytes[at] as number;
    const b = bytes[at + 1] as number;
    const c = bytes[at + 2] as number;
    const d = bytes[at + 3] as number;
    const e = bytes[at + 4] as number;
    const f = bytes[at + 5] as number;
    if ((a | b | c | d | e | f) >= 0x80) return undefined;
    text += String.fromCharCode(a, b, c, d, e, f);
  }
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

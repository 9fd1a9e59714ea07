// Strings and numbers of a document as text: escapes decoded, invalid bytes as U+FFFD.
// Takes byte ranges that a pass has found; must not look for them.

import { decodeUtf8, sequenceLength } from './utf8.ts';

/** The bytes `[from, to)` as they are written. */
export function lexeme(bytes: Uint8Array, from: number, to: number): string {
  return decodeUtf8(bytes, from, to);
}

/** The text of a string node; the range includes its quotes. An escape that JSON does not know stays as written. */
export function readString(bytes: Uint8Array, from: number, to: number): string {
  return decodeContents(bytes, from + 1, Math.max(from + 1, to - 1));
}

/**
 * The first `maxCodePoints` code points of a string node (range with quotes), or all of it. Costs nothing for the
 * rest of a long string.
 */
export function previewString(
  bytes: Uint8Array,
  from: number,
  to: number,
  maxCodePoints: number,
): { text: string; isWhole: boolean } {
  const end = Math.max(from + 1, to - 1);
  let at = from + 1;
  for (let left = maxCodePoints; left > 0 && at < end; left--) at += unitLength(bytes, at, end);
  at = Math.min(at, end);
  return { text: decodeContents(bytes, from + 1, at), isWhole: at === end };
}

/** Bytes of the next code point, escapes included (the two escapes of a surrogate pair are one code point). */
function unitLength(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] !== 0x5c) return Math.abs(sequenceLength(bytes, at, to));
  const unit = escapedUnit(bytes, at);
  if (unit < 0) return 2;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const low = bytes[at + 6] === 0x5c ? escapedUnit(bytes, at + 6) : -1;
    if (low >= 0xdc00 && low <= 0xdfff) return 12;
  }
  return 6;
}

/** The UTF-16 unit of the `\uXXXX` escape whose backslash is at `at`; -1 when it is none. */
export function escapedUnit(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x75) return -1;
  let unit = 0;
  for (let i = at + 2; i < at + 6; i++) {
    const digit = hexDigit(bytes[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Whether the contents of a string are what they are written as: no escape, and all of it UTF-8. */
export function isPlainlyWritten(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      if (byte === 0x5c) return false;
      at++;
    } else {
      const length = sequenceLength(bytes, at, to);
      if (length < 0) return false;
      at += length;
    }
  }
  return true;
}

/**
 * The contents of a string node (range without its quotes) as UTF-8 without escapes, written to `target` from its start; gives how many bytes. Says what
 * `readString` says: invalid bytes become U+FFFD, an escape that JSON does not know stays as written; half of a surrogate pair alone takes three bytes.
 * `target` must have room for three times as many bytes.
 */
export function unescapeInto(bytes: Uint8Array, from: number, to: number, target: Uint8Array): number {
  let length = 0;
  for (let at = from; at < to; ) {
    let byte = bytes[at] as number;
    while (byte < 0x80 && byte !== 0x5c) {
      target[length++] = byte;
      if (++at === to) return length;
      byte = bytes[at] as number;
    }
    if (byte >= 0x80) {
      const sequence = sequenceLength(bytes, at, to);
      if (sequence < 0) {
        length = writePoint(target, length, 0xfffd);
      } else {
        for (let i = 0; i < sequence; i++) target[length++] = bytes[at + i] as number;
      }
      at += Math.abs(sequence);
      continue;
    }
    const next = at + 1 < to ? (bytes[at + 1] as number) : 0;
    const simple = simpleBytes[next] as number;
    if (simple !== 0) {
      target[length++] = simple;
      at += 2;
      continue;
    }
    const unit = at + 6 <= to ? escapedUnit(bytes, at) : -1;
    if (unit < 0) {
      // The backslash stands for itself, and so does what follows.
      target[length++] = 0x5c;
      at++;
      continue;
    }
    at += 6;
    const isHigh = (unit & 0xfc00) === 0xd800;
    const low = isHigh && at + 6 <= to && bytes[at] === 0x5c ? escapedUnit(bytes, at) : -1;
    if (low >= 0 && (low & 0xfc00) === 0xdc00) {
      length = writePoint(target, length, 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
      at += 6;
    } else {
      length = writePoint(target, length, unit);
    }
  }
  return length;
}

function writePoint(target: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    target[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    target[at] = 0xc0 | (point >> 6);
    target[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    target[at] = 0xe0 | (point >> 12);
    target[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    target[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  target[at] = 0xf0 | (point >> 18);
  target[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  target[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  target[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** What a letter behind a backslash stands for; 0 for all others. */
const simpleBytes = new Uint8Array(256);
for (const [letter, meaning] of Object.entries(simpleEscapes)) {
  simpleBytes[letter.charCodeAt(0)] = meaning.charCodeAt(0);
}

function decodeContents(bytes: Uint8Array, from: number, to: number): string {
  const text = decodeUtf8(bytes, from, to);
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_, unit: string | undefined, letter: string) =>
    unit === undefined ? (simpleEscapes[letter] ?? '') : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

// The text that a string literal of JSON, Python, JavaScript or a shell stands for, with the way back to its escapes. Knows no value.

import type { MadeText } from './madeText.ts';

/** `bytes`: escapes stand for bytes, as in `b'…'` of Python. `script`: an unknown escape stands for its letter, as in JavaScript; it is kept otherwise. */
export interface EscapeRules {
  readonly isBytes?: boolean;
  readonly isScript?: boolean;
  /** `""` stands for one quote, as in CSV. */
  readonly isDoubled?: boolean;
}

const letters: Readonly<Record<string, number>> = {
  '"': 0x22,
  "'": 0x27,
  '\\': 0x5c,
  '`': 0x60,
  a: 0x07,
  b: 0x08,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
};

const simple = new Uint8Array(256);
for (const [letter, byte] of Object.entries(letters)) simple[letter.charCodeAt(0)] = byte;

/** Writes what the bytes `[from, to)` of the origin stand for, which stand `shift` bytes further in `bytes`. */
export function writeUnescaped(
  made: MadeText,
  bytes: Uint8Array,
  from: number,
  to: number,
  rules: EscapeRules = {},
): void {
  const sought = rules.isDoubled ? 0x22 : 0x5c;
  let at = from;
  while (at < to) {
    let next = bytes.indexOf(sought, at);
    if (next < 0 || next > to) next = to;
    if (next > at) made.copy(at, next);
    if (next >= to) return;
    at = rules.isDoubled ? doubled(made, next, to) : escapeAt(made, bytes, next, to, rules);
  }
}

function doubled(made: MadeText, at: number, to: number): number {
  made.byte(0x22, at, Math.min(at + 2, to));
  return Math.min(at + 2, to);
}

/** Writes one escape; gives the byte behind it. */
function escapeAt(
  made: MadeText,
  bytes: Uint8Array,
  at: number,
  to: number,
  { isBytes, isScript }: EscapeRules,
): number {
  const letter = at + 1 < to ? (bytes[at + 1] as number) : 0;
  const byte = simple[letter] as number;
  if (byte !== 0) {
    made.byte(byte, at, at + 2);
    return at + 2;
  }
  // A line that goes on in the next.
  if (letter === 0x0a) return at + 2;
  if (letter === 0x0d) return bytes[at + 2] === 0x0a && at + 2 < to ? at + 3 : at + 2;
  const written = numberAt(bytes, at, to);
  if (written && !(isBytes && letter !== 0x78 && !isOctal(letter))) {
    const low = isHigh(written.code) ? numberAt(bytes, written.end, to) : undefined;
    const pair = low && bytes[written.end] === 0x5c && (low.code & 0xfc00) === 0xdc00 ? low : undefined;
    const end = pair?.end ?? written.end;
    const code = pair ? 0x10000 + ((written.code & 0x3ff) << 10) + (pair.code & 0x3ff) : written.code;
    if (isBytes && code < 0x100) made.byte(code, at, end);
    else made.write(utf8Of(code), at, end);
    return end;
  }
  if (isScript && letter !== 0) {
    made.copy(at + 1, at + 2);
    return at + 2;
  }
  made.copy(at, Math.min(at + 2, to));
  return Math.min(at + 2, to);
}

interface WrittenNumber {
  readonly code: number;
  readonly end: number;
}

/** `\x41`, `\u0041`, `\u{41}`, `\U00000041`, `\101`. */
function numberAt(bytes: Uint8Array, at: number, to: number): WrittenNumber | undefined {
  if (bytes[at] !== 0x5c) return undefined;
  const text = String.fromCharCode(...bytes.subarray(at + 1, Math.min(to, at + 11)));
  const hex = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8}))/.exec(text);
  const octal = hex ? null : /^[0-7]{1,3}/.exec(text);
  const digits = hex?.[1] ?? (text[0] === 'u' ? (hex?.[2] ?? hex?.[3]) : text[0] === 'U' ? hex?.[4] : undefined);
  const code = octal ? Number.parseInt(octal[0], 8) : digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
  if (Number.isNaN(code) || code > 0x10ffff) return undefined;
  return { code, end: at + 1 + (octal ?? hex ?? [''])[0].length };
}

function isOctal(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x37;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

const encoder = new TextEncoder();

/** UTF-8 of a code point; half a surrogate pair alone becomes its three bytes (WTF-8), so that the strict pass reports it. */
export function utf8Of(code: number): Uint8Array {
  if (code >= 0xd800 && code < 0xe000) {
    return Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return encoder.encode(String.fromCodePoint(code));
}

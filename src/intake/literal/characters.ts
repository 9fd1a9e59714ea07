// What bytes mean in the literals of Python and JavaScript, and characters as JSON writes them. Knows no grammar.

export const quote = 0x22;
export const apostrophe = 0x27;
export const backtick = 0x60;
export const backslash = 0x5c;
export const comma = 0x2c;
export const colon = 0x3a;
export const equals = 0x3d;
export const space = 0x20;
export const newline = 0x0a;
export const dot = 0x2e;
export const plus = 0x2b;
export const slash = 0x2f;
export const star = 0x2a;
export const dollar = 0x24;
export const semicolon = 0x3b;
export const escapeByte = 0x1b;
export const less = 0x3c;
export const more = 0x3e;
export const openParen = 0x28;
export const closeParen = 0x29;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** 1 for a byte that stands for itself in every string: no quote of any kind, no backslash, no control. */
export const plain = new Uint8Array(256);
for (let byte = 0x20; byte < 256; byte++) plain[byte] = 1;
for (const byte of [quote, apostrophe, backtick, backslash]) plain[byte] = 0;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Letters, digits, underscore, dollar and all beyond ASCII. */
export function isNamePart(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    ((byte >= 0x61 && byte <= 0x7a) ||
      (byte >= 0x41 && byte <= 0x5a) ||
      isDigit(byte) ||
      byte === 0x5f ||
      byte === 0x24 ||
      byte >= 0x80)
  );
}

export function beginsName(byte: number | undefined): boolean {
  return isNamePart(byte) && !isDigit(byte);
}

/** The number that `count` hexadecimal digits at `at` say; -1 where one is missing. */
export function hexAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const byte = bytes[i] ?? 0;
    const lower = byte | 0x20;
    let digit = -1;
    if (isDigit(byte)) digit = byte - 0x30;
    else if (lower >= 0x61 && lower <= 0x66) digit = lower - 0x57;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** A code point within a JSON string; controls and halves of pairs as `\u` and four digits. */
export function jsonCharacter(point: number): string {
  if (point === quote) return '\\"';
  if (point === backslash) return '\\\\';
  if (point < 0x20 || (point >= 0x7f && point < 0xa0) || (point >= 0xd800 && point <= 0xdfff)) {
    return `\\u${point.toString(16).padStart(4, '0')}`;
  }
  return String.fromCodePoint(point);
}

/** Whether `word`, ASCII, stands at `at`. */
export function isAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** The byte behind the colour of a terminal at `at` (ECMA-48, SGR); -1 where none stands. */
export function colourEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== escapeByte || bytes[at + 1] !== openBracket) return -1;
  let end = at + 2;
  while ((bytes[end] ?? 0) >= 0x30 && (bytes[end] ?? 0) <= 0x3b) end++;
  return bytes[end] === 0x6d ? end + 1 : -1;
}

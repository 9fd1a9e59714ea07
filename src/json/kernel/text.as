// White space and strings, 16 bytes at once. Knows where they end; must not know what they are for.

import { linesAt, mostLines, put32 } from './memory';

/** What is added to an address to have its place in the text. */
export let delta: u32 = 0;
export let lineCount: u32 = 0;
/** Whether the string that was read last has an escape. */
export let isEscaped: u32 = 0;

export function startText(textFrom: u32, wasEscaped: u32): void {
  delta = textFrom;
  lineCount = 0;
  isEscaped = wasEscaped;
}

export function beginString(): void {
  isEscaped = 0;
}

/** The first byte from `p` on that is no white space, or `end` or a little more; a white one where there is no room for another line. */
export function skipSpaces(p: usize, end: usize): usize {
  while (true) {
    const b = load<u8>(p);
    if (b > 0x20 || p >= end) return p;
    if (b == 0x20 || b == 9) {
      p++;
      continue;
    }
    if (b != 0x0a && b != 0x0d) return p;
    if (lineCount == mostLines) return p;
    p++;
    if (b == 0x0d && load<u8>(p) == 0x0a) p++;
    put32(linesAt, lineCount++, <u32>p + delta);
    // Lines of a document that is written to be read begin with many of them.
    while (true) {
      const others = ~i8x16.bitmask(i8x16.eq(v128.load(p), i8x16.splat(0x20))) & 0xffff;
      if (others != 0) {
        p += ctz(others);
        break;
      }
      p += 16;
      if (p >= end) return p;
    }
  }
}

/** Of 16 bytes those that a string does not hold as they are, or that are not ASCII. */
@inline
function oddBytes(p: usize): i32 {
  const v = v128.load(p);
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.lt_s(v, i8x16.splat(0x20)), i8x16.eq(v, i8x16.splat(0x22))),
      i8x16.eq(v, i8x16.splat(0x5c)),
    ),
  );
}

/** Four hexadecimal digits; more than 0xffff where they are none. */
function hexAt(p: usize): u32 {
  let unit: u32 = 0;
  for (let i: usize = 0; i < 4; i++) {
    const b: u32 = load<u8>(p + i);
    let digit = b - 0x30;
    if (digit > 9) {
      digit = (b | 0x20) - 0x61;
      if (digit > 5) return 0xffffffff;
      digit += 10;
    }
    unit = (unit << 4) | digit;
  }
  return unit;
}

/** Length of the sequence at `p`, 0 where it is none (WHATWG Encoding Standard). */
@inline
function sequenceAt(p: usize, lead: u32): usize {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second: u32 = load<u8>(p, 1);
  if (lead < 0xe0) return (second & 0xc0) == 0x80 ? 2 : 0;
  const low: u32 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  const high: u32 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high || (load<u8>(p, 2) & 0xc0) != 0x80) return 0;
  if (lead < 0xf0) return 3;
  return (load<u8>(p, 3) & 0xc0) == 0x80 ? 4 : 0;
}

@inline
function isSimpleEscape(letter: u32): bool {
  return (
    letter == 0x6e ||
    letter == 0x22 ||
    letter == 0x5c ||
    letter == 0x74 ||
    letter == 0x2f ||
    letter == 0x72 ||
    letter == 0x62 ||
    letter == 0x66
  );
}

/** From within a string: its closing quote, or `end` and beyond, or what is not plainly right. */
export function stringRest(p: usize, end: usize): usize {
  while (true) {
    if (p >= end) return p;
    const odd = oddBytes(p);
    if (odd == 0) {
      p += 16;
      continue;
    }
    p += ctz(odd);
    if (p >= end) return p;
    let b: u32 = load<u8>(p);
    if (b == 0x22) return p;
    if (b == 0x5c) {
      const letter: u32 = load<u8>(p, 1);
      if (isSimpleEscape(letter)) {
        isEscaped = 1;
        p += 2;
        continue;
      }
      if (letter != 0x75) return p;
      const unit = hexAt(p + 2);
      if (unit > 0xffff) return p;
      if ((unit & 0xf800) == 0xd800) {
        if (unit >= 0xdc00 || load<u16>(p, 6) != 0x755c) return p;
        const low = hexAt(p + 8);
        if (low > 0xffff || (low & 0xfc00) != 0xdc00) return p;
        p += 6;
      }
      isEscaped = 1;
      p += 6;
      continue;
    }
    if (b < 0x80) return p;
    do {
      const length = sequenceAt(p, b);
      if (length == 0) return p;
      p += length;
      b = load<u8>(p);
    } while (b >= 0x80 && p < end);
  }
}

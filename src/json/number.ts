// Whether a JavaScript number holds exactly what a JSON number says.
// Knows the text of one number; must not know documents.

import { Decimal as ReadDecimal } from './decimal.ts';

/** Where the number that begins at `at` ends; when it breaks the grammar, minus one minus the byte of the mistake. */
export function numberEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x2d) at++;
  if (bytes[at] === 0x30) {
    at++;
  } else {
    if (!isDigit(bytes[at])) return -1 - at;
    while (isDigit(bytes[at])) at++;
  }
  if (bytes[at] === 0x2e) {
    at++;
    if (!isDigit(bytes[at])) return -1 - at;
    while (isDigit(bytes[at])) at++;
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
    if (!isDigit(bytes[at])) return -1 - at;
    while (isDigit(bytes[at])) at++;
  }
  return at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** White space, a bracket, comma, colon or quote: right or wrong there, the number is whole. */
export function endsNumber(byte: number): boolean {
  switch (byte) {
    case 0x20:
    case 0x09:
    case 0x0a:
    case 0x0d:
    case 0x2c:
    case 0x3a:
    case 0x22:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return true;
    default:
      return false;
  }
}

/** False only when a number is surely held exactly: up to 15 digits, two digits of exponent, 100 bytes in all. */
export function mayBeInexact(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 100) return true;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x39) {
      const sign = bytes[at + 1];
      return digits > 15 || to - at > (sign === 0x2b || sign === 0x2d ? 4 : 3);
    }
    if (byte >= 0x31 || (byte === 0x30 && digits > 0)) digits++;
  }
  return digits > 15;
}

const read = new ReadDecimal();

/** True only when a number surely is what its double prints: nearly every long one was written by a double. */
export function isAsPrinted(bytes: Uint8Array, from: number, to: number): boolean {
  return read.read(bytes, from, to) === to && read.isAsPrinted;
}

interface Decimal {
  /** Significant digits without leading and trailing zeros; '' for zero. */
  readonly digits: string;
  /** Power of ten of the last of these digits. */
  readonly exponent: number;
}

function decimalOf(lexeme: string): Decimal {
  const unsigned = lexeme.startsWith('-') ? lexeme.slice(1) : lexeme;
  const e = unsigned.search(/[eE]/);
  const mantissa = e < 0 ? unsigned : unsigned.slice(0, e);
  const point = mantissa.indexOf('.');
  const all = point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
  let from = 0;
  while (all.charCodeAt(from) === 0x30) from++;
  let to = all.length;
  while (to > from && all.charCodeAt(to - 1) === 0x30) to--;
  if (from === to) return { digits: '', exponent: 0 };
  const written = e < 0 ? 0 : Number(unsigned.slice(e + 1));
  const fraction = point < 0 ? 0 : mantissa.length - point - 1;
  return { digits: all.slice(from, to), exponent: written - fraction + (all.length - to) };
}

/**
 * What JavaScript makes of a JSON number, as text, when it is not the value as written; undefined when the value
 * is kept. An integer is kept when the double has exactly its value; a number with a point or an exponent when it is
 * the decimal value that the double prints (ECMA-262 Number::toString), since no double is exactly 0.1. Other spellings
 * of one value (`1.0`, `1E-5`, `-0`) are kept.
 */
export function roundedByDouble(lexeme: string): string | undefined {
  const value = Number(lexeme);
  const printed = String(value);
  // Most long numbers were written by a double: then this is all there is to do.
  if (printed === lexeme && (Number.isSafeInteger(value) || !Number.isInteger(value))) return undefined;
  if (!Number.isFinite(value)) return printed;
  const isInteger = /^-?\d+$/.test(lexeme);
  if (Number.isSafeInteger(value) || !isInteger) {
    const written = decimalOf(lexeme);
    const held = decimalOf(printed);
    return written.digits === held.digits && written.exponent === held.exponent ? undefined : printed;
  }
  const exact = BigInt(value);
  if (BigInt(lexeme) === exact) return undefined;
  // 10570679248326920000 prints as itself though the double is 192 more: then only all digits show the difference.
  return printed === lexeme ? String(exact) : printed;
}

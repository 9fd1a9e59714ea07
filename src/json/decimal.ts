// A number of JSON (RFC 8259) read straight from its bytes: roughly at once, and as the nearest double where somebody needs that.
// Knows the text of one number; must not know documents.

import { decodeUtf8 } from './utf8.ts';

const powers = Float64Array.from({ length: 309 }, (_, power) => Number(`1e${power}`));
/** Powers of ten up to this one are exact doubles. */
const mostExact = 22;
const mostSafe = 2 ** 53;
/** Parts a double in two halves of 26 bits (Veltkamp 1968). */
const splitter = 2 ** 27 + 1;
const alittle = 1 + 2 ** -40;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
/** Which of the two words holds the exponent: the machine decides. */
const highWord = words[1] === 0 ? 0 : 1;

/** The number that was read last; one is used again and again. */
export class Decimal {
  #bytes: Uint8Array = new Uint8Array();
  #from = 0;
  #to = 0;
  /** The first nine significant digits, and as many that follow. */
  #high = 0;
  #low = 0;
  #lowDigits = 0;
  /** Digits after these, which are left out of `near`. */
  #hasMore = false;
  #scale = 0;
  /** How far the digits are from the double that `#divided` gave. */
  #error = 0;

  /** Reads the number that begins at `at`; gives the byte after it, -1 where none is. */
  read(bytes: Uint8Array, at: number, to: number): number {
    const from = at;
    let high = 0;
    let low = 0;
    let digits = 0;
    let scale = 0;
    let isAfterPoint = false;
    let hasMore = false;
    let runStart = at;
    if (bytes[at] === 0x2d) runStart = ++at;
    for (; at < to; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit >= 0 && digit <= 9) {
        if (digits < 9) {
          high = high * 10 + digit;
          if (high !== 0) digits++;
        } else if (digits < 18) {
          low = low * 10 + digit;
          digits++;
        } else {
          hasMore = true;
          scale++;
        }
        if (isAfterPoint) scale--;
      } else if (digit === -2 && !isAfterPoint && at > runStart) {
        isAfterPoint = true;
        runStart = at + 1;
      } else break;
    }
    if (at === runStart) return -1;
    if (at < to && ((bytes[at] as number) | 0x20) === 0x65) {
      const sign = bytes[++at];
      if (sign === 0x2b || sign === 0x2d) at++;
      let exponent = 0;
      const first = at;
      for (; at < to; at++) {
        const digit = (bytes[at] as number) - 0x30;
        if (digit < 0 || digit > 9) break;
        if (exponent < 100_000) exponent = exponent * 10 + digit;
      }
      if (at === first) return -1;
      scale += sign === 0x2d ? -exponent : exponent;
    }
    this.#bytes = bytes;
    this.#from = from;
    this.#to = at;
    this.#high = high;
    this.#low = low;
    this.#lowDigits = digits > 9 ? digits - 9 : 0;
    this.#hasMore = hasMore;
    this.#scale = scale;
    return at;
  }

  /** The value but for a relative error below 10⁻¹⁴. */
  get near(): number {
    const scale = this.#scale;
    if (scale < -300 || scale > 280) return this.#parsed();
    const digits = this.#high * (powers[this.#lowDigits] as number) + this.#low;
    const value = scale < 0 ? digits / (powers[-scale] as number) : digits * (powers[scale] as number);
    return this.#bytes[this.#from] === 0x2d ? -value : value;
  }

  /** What `Number` makes of it: the nearest double, of two equally near ones the even one; infinite beyond their range. */
  get exact(): number {
    const scale = this.#scale;
    if (this.#hasMore || scale < -mostExact || scale > mostExact) return this.#parsed();
    const digits = this.#high * (powers[this.#lowDigits] as number) + this.#low;
    let value: number;
    // Both numbers are exact, so that the one operation rounds right (Clinger, How to read floating point numbers accurately, 1990).
    if (digits < mostSafe) value = scale < 0 ? digits / (powers[-scale] as number) : digits * (powers[scale] as number);
    else if (scale >= 0) return this.#parsed();
    else value = this.#divided(powers[-scale] as number);
    if (Number.isNaN(value)) return this.#parsed();
    return this.#bytes[this.#from] === 0x2d ? -value : value;
  }

  /**
   * Whether this is surely the decimal that its double prints (ECMA-262 Number::toString): no shorter one has that double, and of those of its
   * length it is the nearest. Of a number of 16 or 17 digits and a point; false says nothing.
   */
  get isAsPrinted(): boolean {
    const scale = this.#scale;
    const digits = this.#low % 10;
    if (this.#hasMore || scale >= 0 || scale < -mostExact || this.#lowDigits > 8 || digits === 0) return false;
    const divisor = powers[-scale] as number;
    const value = this.#divided(divisor);
    if (!(value > 1e-200)) return false;
    double[0] = value;
    const high = words[highWord] as number;
    // At a power of two the doubles below are nearer to one another than those above.
    if ((high & 0xfffff) === 0 && words[1 - highWord] === 0) return false;
    words[highWord] = (high & 0x7ff00000) - (53 << 20);
    words[1 - highWord] = 0;
    const half = (double[0] as number) * alittle;
    const error = this.#error;
    return (
      digits / divisor - error > half &&
      (10 - digits) / divisor + error > half &&
      Math.abs(error) * alittle < 0.5 / divisor
    );
  }

  #parsed(): number {
    return Number(decodeUtf8(this.#bytes, this.#from, this.#to));
  }

  /**
   * All digits over an exact power of ten, rounded once; NaN where that is too near to the middle of two doubles to be told. The digits are held
   * as the sum of two doubles, and the remainder of the first quotient is exact (Dekker, A floating-point technique for extending the
   * available precision, 1971).
   */
  #divided(divisor: number): number {
    const power = powers[this.#lowDigits] as number;
    const rest = this.#high & 0x7fff;
    const large = (this.#high - rest) * power;
    const small = rest * power + this.#low;
    const sum = large + small;
    const part = sum - large;
    const lost = large - (sum - part) + (small - part);
    const quotient = sum / divisor;
    const a = splitter * quotient;
    const quotientHigh = a - (a - quotient);
    const quotientLow = quotient - quotientHigh;
    const b = splitter * divisor;
    const divisorHigh = b - (b - divisor);
    const divisorLow = divisor - divisorHigh;
    const product = quotient * divisor;
    const productLost =
      quotientHigh * divisorHigh -
      product +
      quotientHigh * divisorLow +
      quotientLow * divisorHigh +
      quotientLow * divisorLow;
    const correction = (sum - product - productLost + lost) / divisor;
    const value = quotient + correction;
    const error = correction - (value - quotient);
    this.#error = error;
    return value + error * alittle === value && value - error * alittle === value ? value : Number.NaN;
  }
}

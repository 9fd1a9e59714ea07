// Numbers: their grammar (RFC 8259), and whether a double holds them. Must not know what is around them.

import { powerCount, powersAt } from './memory';
import { delta } from './text';

@external("env", "number")
declare function tellNumber(from: u32, to: u32): void;

/** Of 16 bytes those that are digits. */
@inline
function digitsAt(p: usize): u32 {
  return <u32>i8x16.bitmask(i8x16.le_u(i8x16.sub(v128.load(p), i8x16.splat(0x30)), i8x16.splat(9)));
}

/** What may follow a number or a word. */
@inline
export function endsNumber(b: u32): bool {
  return b == 0x2c || b == 0x5d || b == 0x7d || b == 0x20 || b == 0x0a || b == 0x0d || b == 9;
}

/** Eight digits as a number (Lemire, Number parsing at a gigabyte per second, 2021). */
@inline
function eight(p: usize): u64 {
  let v = load<u64>(p) - 0x3030303030303030;
  v = v * 10 + (v >> 8);
  return (((v & 0x000000ff000000ff) * 0x000f424000000064) + (((v >> 16) & 0x000000ff000000ff) * 0x0000271000000001)) >> 32;
}

/** `start` followed by so many digits. */
function digitsValue(p: usize, count: u32, start: u64): u64 {
  let v = start;
  while (count >= 8) {
    v = v * 100000000 + eight(p);
    p += 8;
    count -= 8;
  }
  while (count > 0) {
    v = v * 10 + (load<u8>(p) - 0x30);
    p++;
    count--;
  }
  return v;
}

/** Once, before the first run. */
export function prepare(): void {
  let v: f64 = 1;
  for (let i: usize = 0; i < powerCount; i++) {
    store<f64>(powersAt + (i << 3), v);
    v *= 10;
  }
}

/** What `Decimal.isAsPrinted` of decimal.ts says, with the same operations, for `digits` (16 or 17 of them) over 10^scale. */
function isAsPrinted(digits: u64, divisor: f64): bool {
  const last = <f64>(<u32>(digits % 10));
  if (last == 0) return false;
  const sum = <f64>digits;
  const lost = <f64>(<i64>digits - <i64>sum);
  const quotient = sum / divisor;
  const splitter: f64 = 134217729;
  const alittle: f64 = 1.0 + 9.094947017729282e-13;
  const a = splitter * quotient;
  const quotientHigh = a - (a - quotient);
  const quotientLow = quotient - quotientHigh;
  const b = splitter * divisor;
  const divisorHigh = b - (b - divisor);
  const divisorLow = divisor - divisorHigh;
  const product = quotient * divisor;
  const productLost =
    quotientHigh * divisorHigh - product + quotientHigh * divisorLow + quotientLow * divisorHigh + quotientLow * divisorLow;
  const correction = (sum - product - productLost + lost) / divisor;
  const value = quotient + correction;
  const error = correction - (value - quotient);
  if (value + error * alittle != value || value - error * alittle != value) return false;
  const bits = reinterpret<u64>(value);
  if ((bits & 0x000fffffffffffff) == 0) return false;
  const half = reinterpret<f64>((bits & 0x7ff0000000000000) - (<u64>53 << 52)) * alittle;
  return (
    last / divisor - error > half && (10 - last) / divisor + error > half && abs(error) * alittle < 0.5 / divisor
  );
}

/** The end of the number at `p`; 0 where it is long or not plainly right. */
export function numberEnd(p: usize): usize {
  const from = p;
  let b: u32 = load<u8>(p);
  if (b == 0x2d) b = load<u8>(++p);
  const mask = digitsAt(p) | (digitsAt(p + 16) << 16);
  const whole = ctz(~mask);
  if (whole == 0 || whole > 20 || (b == 0x30 && whole > 1)) return 0;
  let q = p + whole;
  let fraction: u32 = 0;
  let next: u32 = load<u8>(q);
  if (next == 0x2e) {
    const rest = mask >> (whole + 1);
    fraction = ctz(~rest);
    if (fraction == 0 || whole + fraction > 28) return 0;
    q += 1 + fraction;
    next = load<u8>(q);
  }
  let isSure = true;
  if ((next | 0x20) == 0x65) {
    q++;
    next = load<u8>(q);
    if (next == 0x2b || next == 0x2d) q++;
    const more = ctz(~digitsAt(q));
    if (more == 0 || more > 8) return 0;
    q += more;
    next = load<u8>(q);
    isSure = more <= 2;
    if (whole + fraction > 15) isSure = false;
  } else if (whole + fraction > 15) {
    const start = p + whole + 1;
    let zeros: u32 = 0;
    if (b == 0x30) while (zeros < fraction && load<u8>(start + zeros) == 0x30) zeros++;
    const digits = b == 0x30 ? fraction - zeros : whole + fraction;
    if (digits > 15) {
      isSure = false;
      if (digits <= 17 && fraction > 0 && fraction <= 22) {
        const all = digitsValue(start + zeros, fraction - zeros, b == 0x30 ? 0 : digitsValue(p, whole, 0));
        isSure = isAsPrinted(all, load<f64>(powersAt + (<usize>fraction << 3)));
      }
    }
  }
  if (!endsNumber(next)) return 0;
  if (!isSure) tellNumber(<u32>from + delta, <u32>q + delta);
  return q;
}

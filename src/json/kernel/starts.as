// Looks for the few texts of ASCII that keys begin with, 16 bytes at once. Knows these texts; must not know what follows them.

import { linesAt, mostLines, put32 } from './memory';

/**
 * Writes the addresses in `[from, to)` at which `hl_`, `sk-`, `AKI` or `Bea` stands to where lines are written else; gives how many there are, at most
 * as many as there is room for. 32 bytes behind `to` are looked at.
 */
export function findStarts(from: usize, to: usize): u32 {
  let count: u32 = 0;
  for (let p = from; p < to; p += 16) {
    const first = v128.load(p);
    const second = v128.load(p, 1);
    const pairs = v128.or(
      v128.or(
        v128.and(i8x16.eq(first, i8x16.splat(0x68)), i8x16.eq(second, i8x16.splat(0x6c))),
        v128.and(i8x16.eq(first, i8x16.splat(0x73)), i8x16.eq(second, i8x16.splat(0x6b))),
      ),
      v128.or(
        v128.and(i8x16.eq(first, i8x16.splat(0x41)), i8x16.eq(second, i8x16.splat(0x4b))),
        v128.and(i8x16.eq(first, i8x16.splat(0x42)), i8x16.eq(second, i8x16.splat(0x65))),
      ),
    );
    if (!v128.any_true(pairs)) continue;
    for (let bits = i8x16.bitmask(pairs); bits != 0; bits &= bits - 1) {
      const at = p + <usize>ctz(bits);
      if (at >= to) break;
      const third: u32 = load<u8>(at, 2);
      const letter: u32 = load<u8>(at);
      const wanted: u32 = letter == 0x68 ? 0x5f : letter == 0x73 ? 0x2d : letter == 0x41 ? 0x49 : 0x61;
      if (third != wanted) continue;
      if (count == mostLines) return count;
      put32(linesAt, count++, <u32>at);
    }
  }
  return count;
}

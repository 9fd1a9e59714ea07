// Base64 (RFC 4648, section 4) as the bytes that it stands for, with the way back: every three bytes to their four characters. Knows no form.

import { type MadeBytes, MadeText } from './madeText.ts';

const digits = new Int8Array(256).fill(-1);
Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((digit, value) => {
  digits[digit.charCodeAt(0)] = value;
});

/** Larger texts have one piece of the map for so many bytes, so that the map is not larger than the text. */
const coarse = 3072;
const small = 1_000_000;

/** The bytes `[from, to)` of `bytes` decoded; undefined when anything but digits, padding at the end, spaces and line ends is among them. */
export function decodeBase64(bytes: Uint8Array, from: number, to: number): MadeBytes | undefined {
  const step = to - from > small ? coarse : 3;
  const made = new MadeText(bytes, Math.ceil(((to - from) * 3) / 4));
  const piece = new Uint8Array(step + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  let start = from;
  let isPadded = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    const digit = digits[byte] as number;
    if (byte === 0x3d) isPadded = true;
    else if (digit >= 0 && !isPadded) {
      held = (held << 6) | digit;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        piece[length++] = (held >> bits) & 0xff;
        held &= (1 << bits) - 1;
      }
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20) return undefined;
    if (bits === 0 && length >= step) {
      made.write(piece.subarray(0, length), start, at + 1);
      start = at + 1;
      length = 0;
    }
  }
  if (length > 0) made.write(piece.subarray(0, length), start, to);
  return made.finish();
}

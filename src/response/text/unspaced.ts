// Scripts that put no space between words: what stands between white space is no word there. Knows code points only.

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Of the code points up to U+FFFF: 0 not looked at yet, 1 no, 2 yes. */
const known = new Uint8Array(0x10000);

/** Whether a code point is of a script that is written without spaces between words. */
export function isUnspaced(point: number): boolean {
  // Thai is the first of them.
  if (point < 0x0e00) return false;
  if (point > 0xffff) return unspaced.test(String.fromCodePoint(point));
  let answer = known[point] as number;
  if (answer === 0) {
    answer = unspaced.test(String.fromCharCode(point)) ? 2 : 1;
    known[point] = answer;
  }
  return answer === 2;
}

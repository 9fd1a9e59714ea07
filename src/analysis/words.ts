// Counts what a person would count in a text. Knows text only.

/** Scripts that put no space between words: what stands between white space is no word there. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{3}/u;

/** Runs of characters between white space, as `wc -w` counts them; undefined where words stand without space between them. */
export function countWords(text: string): number | undefined {
  if (unspaced.test(text)) return undefined;
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const isSpace = isWhiteSpace(text.charCodeAt(at));
    if (!isSpace && !isInWord) count++;
    isInWord = !isSpace;
  }
  return count;
}

/** Unicode code points; half of a surrogate pair alone counts as one. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++;
    count++;
  }
  return count;
}

/** The first `most` code points of a text. */
export function startOf(text: string, most: number): { readonly text: string; readonly isWhole: boolean } {
  let at = 0;
  for (let count = 0; count < most && at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { text: text.slice(0, at), isWhole: at === text.length };
}

// White_Space of the Unicode Character Database.
function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

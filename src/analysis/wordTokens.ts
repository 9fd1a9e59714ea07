// Cuts a text into words, white space and punctuation. Knows text only.

// What continues the character before it, so that no visible character is cut in two (after UAX 29).
const extend = String.raw`\p{M}\p{Emoji_Modifier}\u200c\u200d\uff9e\uff9f\u{e0020}-\u{e007f}`;
const lineEnd = String.raw`\r\n|[\n\r\u0085\u2028\u2029]`;
const blanks = String.raw`[^\S\n\r\u0085\u2028\u2029]+(?![${extend}])`;
// Scripts that put no space between words: a character at a time.
const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}][${extend}]*`;
const letter = String.raw`[[\p{L}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}]]`;
const word = `(?:${letter}[${extend}]*)+(?:['’](?:${letter}[${extend}]*)+)*`;
const flag = String.raw`\p{Regional_Indicator}{2}[${extend}]*`;
// Pictures joined into one by U+200D.
const joined = String.raw`\p{Extended_Pictographic}[${extend}]*(?:(?<=\u200d)\p{Extended_Pictographic}[${extend}]*)*`;
const other = `[^][${extend}]*`;
const token = new RegExp([lineEnd, blanks, ideograph, word, flag, joined, other].join('|'), 'gv');

/** The text in pieces, which together are the text: words, line ends, runs of blanks, and any other character alone. */
export function wordTokens(text: string): readonly string[] {
  return text.match(token) ?? [];
}

/** Whether a token is white space only. */
export function isBlankToken(token: string): boolean {
  return /^\s+$/.test(token);
}

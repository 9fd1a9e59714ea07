// Patterns for what a reader sees as one character (UAX 29, extended grapheme clusters). Knows text only. Patterns and
// not Intl.Segmenter, because that is quadratic on long texts in some engines and missing in others.

/** What continues the character before it: the inside of a character class. */
export const extend = String.raw`\p{M}\p{Emoji_Modifier}\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\u{e0020}-\u{e007f}`;
/** A line end. */
export const lineEnd = String.raw`\r\n|[\n\r\u0085\u2028\u2029]`;

/** Number signs and the like that belong to the character after them: the inside of a character class. */
export const prepend = String.raw`\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}`;
const flag = String.raw`\p{Regional_Indicator}{2}`;
// Pictures joined into one by U+200D.
const joined = String.raw`\p{Extended_Pictographic}[${extend}]*(?:(?<=\u200d)\p{Extended_Pictographic}[${extend}]*)*`;
// Korean syllables written in parts.
const syllable = String.raw`[\u1100-\u115f\ua960-\ua97c]+(?:[\uac00-\ud7a3]|[\u1160-\u11a7\ud7b0-\ud7c6])?[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[\uac00-\ud7a3\u1160-\u11a7\ud7b0-\ud7c6][\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[\u11a8-\u11ff\ud7cb-\ud7fb]+`;
// Consonants of Indian and other scripts joined by a virama.
const virama = String.raw`[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]`;
const conjunct = String.raw`\p{L}[${extend}]*(?:(?<=${virama}[${extend}]*)\p{L}[${extend}]*)+`;

/** Any one character with what belongs to it; never a line end together with something else. */
export const grapheme = String.raw`${lineEnd}|[${prepend}]*(?:${flag}|${joined}|(?:${syllable})|${conjunct}|[^\n\r\u0085\u2028\u2029])[${extend}]*|[^]`;

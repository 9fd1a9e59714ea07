// A text without its case, for comparisons: by code point, without a language. Pure.

/** Of each character what stands for it and those that differ from it in case alone (`caseVariants.ts`); as long as the text, unit for unit. */
export function foldedText(text: string): string {
  // The one letter whose small form is two, and which is therefore no other's.
  return text.includes('\u0130') ? text.split('\u0130').map(small).join('\u0130') : small(text);
}

/** At the end of a word a sigma has another form, which is no other letter. */
function small(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

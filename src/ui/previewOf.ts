// The beginning of a text for a line of its own. Pure.

/** The beginning of a text for one line: at most `maxLength` UTF-16 units, no surrogate pair cut. */
export function previewOf(text: string, maxLength: number): { readonly shown: string; readonly isCut: boolean } {
  const endsInPair = /[\ud800-\udbff]/.test(text[maxLength - 1] ?? '') && /[\udc00-\udfff]/.test(text[maxLength] ?? '');
  const shown = text.slice(0, endsInPair ? maxLength - 1 : maxLength);
  return { shown, isCut: shown.length < text.length };
}

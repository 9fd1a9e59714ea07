// The beginning of a text for a line of its own. Pure.

/**
 * The beginning of a text for one line: at most `maxLength` UTF-16 units, no surrogate pair cut; with `isFirstLine` up
 * to and with the line ends behind the first line that is not empty.
 */
export function previewOf(
  text: string,
  maxLength: number,
  isFirstLine: boolean,
): { readonly shown: string; readonly isCut: boolean } {
  const endsInPair = /[\ud800-\udbff]/.test(text[maxLength - 1] ?? '') && /[\udc00-\udfff]/.test(text[maxLength] ?? '');
  const start = text.slice(0, endsInPair ? maxLength - 1 : maxLength);
  const line = isFirstLine ? (/^[\r\n]*[^\r\n]*[\r\n]*/.exec(start)?.[0] ?? start) : start;
  return { shown: line, isCut: line.length < text.length };
}

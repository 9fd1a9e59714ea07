// The beginning of a text. Knows text only.

/** The first `most` code points of a text. */
export function startOf(text: string, most: number): { readonly text: string; readonly isWhole: boolean } {
  let at = 0;
  for (let count = 0; count < most && at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return { text: text.slice(0, at), isWhole: at === text.length };
}

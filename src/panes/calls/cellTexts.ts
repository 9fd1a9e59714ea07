// Texts of which the beginning says nothing, because all of them have it: what they differ in comes into view. Pure.

/** A beginning up to this stays. */
const mostShared = 12;
/** So much of it stays before the difference, or the word in which that begins, up to this length. */
const keptBefore = 5;
const longestWord = 16;

/** How many code units all begin with; none where there are fewer than two texts. */
export function sharedStart(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  if (others.length === 0) return 0;
  let shared = first.length;
  for (const other of others) {
    let at = 0;
    while (at < shared && other.charCodeAt(at) === first.charCodeAt(at)) at++;
    shared = at;
  }
  return shared;
}

/** The text from shortly before its difference on, behind an ellipsis; the whole text where not much of it is shared. */
export function fromDifference(text: string, shared: number): string {
  if (shared <= mostShared) return text;
  const word = /[^/\\\s.,;:_-]*$/.exec(text.slice(0, shared))?.[0].length ?? 0;
  const from = shared - (word > longestWord ? keptBefore : Math.max(word, keptBefore));
  const isHalf = /[\uDC00-\uDFFF]/.test(text.charAt(from));
  // What was left out of a long value is an ellipsis too.
  return `…${text.slice(isHalf ? from + 1 : from).replace(/^[^…]{0,5}… /, '')}`;
}

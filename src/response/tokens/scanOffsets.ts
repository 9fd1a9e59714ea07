// Whether stated positions of tokens grow with the text, as `readTokens` asks it, over columns. Knows bytes and code points; no provider.

import { isContinuation } from '../../json/utf8.ts';
import type { TokenColumns } from './tokenColumns.ts';

/** False where a check finds something. `text` are the bytes that the tokens are held against, where there is a text. */
export function fitOffsets(columns: TokenColumns, offsets: Float64Array, text: Uint8Array | undefined): boolean {
  const { count, spelledTo, isOutside } = columns;
  for (let at = 1; at < count; at++) if ((offsets[at] as number) < (offsets[at - 1] as number)) return false;
  if (text === undefined) return true;
  const isInside = (at: number): boolean => {
    const byte = at === 0 ? 0 : (spelledTo[at - 1] as number);
    return at < count && isOutside[at] === 0 && byte < text.length && isContinuation(text[byte] as number);
  };
  let byte = 0;
  let point = 0;
  /** Code point at which the last token begins; -1 where it is not in the text, or spells a character with others. */
  let before = -1;
  for (let at = 0; at < count; at++) {
    const from = Math.min(at === 0 ? 0 : (spelledTo[at - 1] as number), text.length);
    for (; byte < from; byte++) if (!isContinuation(text[byte] as number)) point++;
    const start = isOutside[at] === 1 || isInside(at) || isInside(at + 1) ? -1 : point;
    if (before >= 0 && start >= 0 && (offsets[at] as number) - (offsets[at - 1] as number) !== start - before)
      return false;
    before = start;
  }
  return true;
}

// Whether the text of a choice repeats its prompt, and which tokens are then the prompt's, as `readTokens` finds it, over columns.

import { firstMember } from '../../json/byteReader.ts';
import type { ByteRange } from '../../json/cursor.ts';
import type { TokenContext } from './readTokens.ts';
import { stateCodes, type TokenColumns } from './tokenColumns.ts';
import { utf8Length } from './utf8Places.ts';

/** Whether the first token has nothing before it that could make it likely; it has no value then. */
export function scanEcho(columns: TokenColumns, tops: ByteRange | undefined, firstOffset: number | undefined): boolean {
  if (firstOffset !== undefined && firstOffset !== 0) return false;
  if (columns.state[0] !== stateCodes.unknown && !(columns.logprob[0] === 0 && isWithoutTop(columns, tops)))
    return false;
  columns.logprob[0] = Number.NaN;
  columns.state[0] = stateCodes.unknown;
  return true;
}

/** Whether there is a list of alternatives in which the first token has none. */
function isWithoutTop({ text }: TokenColumns, tops: ByteRange | undefined): boolean {
  if (tops === undefined) return false;
  const first = firstMember(text, tops.from, tops.to, 0x5d);
  return first > 0 && tops.bytes[first] !== 0x7b;
}

/** Marks the tokens of a repeated prompt; `unknown` where nothing says which they are, `unclear` where `readTokens` has to tell. */
export function markPrompt(
  columns: TokenColumns,
  text: string,
  { prompts, promptCount }: TokenContext,
): 'marked' | 'unknown' | 'unclear' {
  const { count, isPrompt, isOutside, spelledTo } = columns;
  let longest = '';
  for (const prompt of prompts) if (prompt.length > longest.length && text.startsWith(prompt)) longest = prompt;
  if (longest !== '') {
    // The half of a pair at its end may be a whole character in the text.
    if ((longest.charCodeAt(longest.length - 1) & 0xfc00) === 0xd800) return 'unclear';
    const end = utf8Length(longest);
    for (let at = 0; at < count && (spelledTo[at] as number) <= end; at++) if (isOutside[at] === 0) isPrompt[at] = 1;
    return 'marked';
  }
  if (promptCount === undefined || promptCount > count) return 'unknown';
  for (let at = 0; at < promptCount; at++) isPrompt[at] = 1;
  return 'marked';
}

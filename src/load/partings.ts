// Where the generations of a document part from the text of one choice: what each says is read from the bytes, held against it and let go.

import { partingOf } from '../analysis/probability/takenBy.ts';
import type { Parting, Partings } from '../response/questions.ts';
import { byteString } from '../response/tokens/tokenSpelling.ts';
import type { Samples } from './samples.ts';

/** More generations than this are a count, not a list that somebody reads. */
const mostOthers = 5000;

/** `text`: of the choice that the generation is linked to. What a generation says is its raw output, or its output where it gives none. */
export function partingsOf(
  samples: Samples,
  generation: number,
  text: string | null | undefined,
): Partings | undefined {
  const own = samples.written(generation);
  if (text == null || own === undefined || own === '') return undefined;
  const place = text.indexOf(own);
  if (place < 0) return undefined;
  const from = byteString(text.slice(0, place)).length;
  const bytes = byteString(own);
  const { count } = samples;
  const others: Parting[] = [];
  for (let at = 0; at < count && others.length < mostOthers; at++) {
    const other = at === generation ? undefined : samples.written(at);
    if (other !== undefined) others.push({ generation: at, ...partingOf(bytes, byteString(other)) });
  }
  return { from, others, leftOut: Math.max(0, count - 1 - mostOthers) };
}

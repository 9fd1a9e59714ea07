// Where the generations of a document part from the text of one choice: what each says is read from the bytes, held against it and let go.

import { partingOf } from '../analysis/probability/takenBy.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf } from '../json/pointer.ts';
import { readString } from '../json/text.ts';
import type { Parting, Partings } from '../response/questions.ts';
import { byteString } from '../response/tokens/tokenSpelling.ts';

/** More generations than this are a count, not a list that somebody reads. */
const mostOthers = 5000;

/** `text`: of the choice that the generation is linked to. What a generation says is its raw output, or its output where it gives none. */
export function partingsOf(
  document: JsonDocument,
  generation: number,
  text: string | null | undefined,
): Partings | undefined {
  const own = saidAt(document, generation);
  if (text == null || own === undefined || own === '') return undefined;
  const place = text.indexOf(own);
  if (place < 0) return undefined;
  const from = byteString(text.slice(0, place)).length;
  const bytes = byteString(own);
  const count = document.find(pointerOf('data'))?.childCount ?? 0;
  const others: Parting[] = [];
  for (let at = 0; at < count && others.length < mostOthers; at++) {
    const other = at === generation ? undefined : saidAt(document, at);
    if (other !== undefined) others.push({ generation: at, ...partingOf(bytes, byteString(other)) });
  }
  return { from, others, leftOut: Math.max(0, count - 1 - mostOthers) };
}

function saidAt(document: JsonDocument, position: number): string | undefined {
  for (const key of ['raw_output', 'output']) {
    const node = document.find(pointerOf('data', position, key));
    if (node?.kind === 'string') return readString(document.bytes, node.from, node.to);
  }
  return undefined;
}

// The first part of what a filter finds, asked for in the moment of a key press: the worker looks through the rows while the page draws the letter.
// Knows no screen.

import type { FoundPart } from '../../response/matches.ts';
import type { Questions } from '../../response/questions.ts';
import type { View } from '../../state/view.ts';
import { excerptCount } from './foundSoFar.ts';

export type TextFilter = Pick<View, 'filter' | 'isCaseMatched' | 'isPattern'>;

/** How far the document was loaded: what was found before it went on is not all. */
export interface SearchedRows {
  readonly load: string | undefined;
  readonly count: number;
}

/** The last question per document; the rendering that a key press leads to takes its answer. */
const ahead = new WeakMap<Questions, { readonly key: string; readonly part: Promise<FoundPart> }>();

/** Asks for the first part of a text; a pattern is run elsewhere. */
export function askAhead(questions: Questions, rows: SearchedRows, filter: TextFilter): void {
  if (filter.filter === '' || filter.isPattern) return;
  const part = questions.filter(requestOf(filter), 0, excerptCount);
  // Said where it is waited for.
  part.catch(() => undefined);
  ahead.set(questions, { key: keyOf(rows, filter), part });
}

/** What was asked ahead of the same rows, once; otherwise asks. */
export function firstPart(questions: Questions, rows: SearchedRows, filter: TextFilter): Promise<FoundPart> {
  const asked = ahead.get(questions);
  ahead.delete(questions);
  return asked?.key === keyOf(rows, filter) ? asked.part : questions.filter(requestOf(filter), 0, excerptCount);
}

export function requestOf({ filter, isCaseMatched }: TextFilter) {
  return { text: filter, matchCase: isCaseMatched };
}

function keyOf({ load, count }: SearchedRows, { filter, isCaseMatched }: TextFilter): string {
  return JSON.stringify([load, count, isCaseMatched, filter]);
}

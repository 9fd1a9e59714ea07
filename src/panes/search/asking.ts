// How a search is asked for: a text where the document lies; a person's pattern in a worker that is ended when it takes too long, part of the
// document by part, so that no pattern can stop the worker that holds the document.

import { type Pattern, patternProblem, problemSentence } from '../../analysis/pattern.ts';
import { type TaskRunner, TaskStopped } from '../../analysis/tasks.ts';
import type { DocumentPart, Questions } from '../../response/questions.ts';
import type { SearchState } from '../../state/search.ts';
import type { AskPiece } from './DocumentSearch.ts';

export type Sought = Pick<SearchState, 'text' | 'isCaseMatched' | 'isPattern'>;

/** What a pattern may take for one part, without the way there. */
const deadlineMs = 2000;

export function pieceAsker(sought: Sought, questions: Questions, tasks: TaskRunner): AskPiece {
  const { isCaseMatched } = sought;
  const text = withBreaks(sought.text);
  if (!sought.isPattern) return (from) => questions.findText({ text, isCaseMatched }, from);
  // The next part is on its way while the pattern goes through the one before.
  let ahead: { readonly from: number; readonly part: Promise<DocumentPart> } | undefined;
  return async (from, signal) => {
    const { bytes, next } = await (ahead?.from === from ? ahead.part : questions.documentPart(from));
    ahead = next === undefined ? undefined : { from: next, part: questions.documentPart(next) };
    // Who asks for it says what became of it.
    ahead?.part.catch(() => undefined);
    const pattern: Pattern = { source: text, isCaseMatched };
    const hits = await tasks.run('findInPart', { pattern, part: bytes }, { signal, deadlineMs });
    return { hits: hits.map((byte) => from + byte), ...(next !== undefined && { next }) };
  };
}

/** Why the text is no regular expression, as a sentence; undefined where it need be none. */
export function soughtProblem({ text, isCaseMatched, isPattern }: Sought): string | undefined {
  const problem = isPattern ? patternProblem({ source: withBreaks(text), isCaseMatched }) : undefined;
  return problem && problemSentence(problem);
}

/** Why a search ended before its end, as a sentence. */
export function failureText(reason: unknown): string {
  if (reason instanceof TaskStopped && reason.why === 'deadline') {
    return `This pattern took longer than ${deadlineMs / 1000} seconds for one part of the text and was stopped.`;
  }
  return `The search was not finished: ${reason instanceof Error ? reason.message : String(reason)}.`;
}

const breakSigns = [
  ['\r', '␍'],
  ['\n', '␊'],
] as const;

/** A search box has one line: it shows line breaks as signs. */
export function withSigns(text: string): string {
  return breakSigns.reduce((shown, [character, sign]) => shown.replaceAll(character, sign), text);
}

/** The text that a box with signs means. */
export function withBreaks(shown: string): string {
  return breakSigns.reduce((text, [character, sign]) => text.replaceAll(sign, character), shown);
}

// The questions of one document whose answers are kept, so that equal ones share one promise. Knows no worker, only a way to ask.

import type { Questions } from '../response/questions.ts';
import type { Question } from './protocol.ts';

/** Answers kept per document: enough for what is on screen and a walk back. */
const cachedAnswers = 400;
/** Windows of a huge text are not worth their memory. */
const cachedTextLength = 200_000;

/** Questions whose answers are kept, least recently used first out; equal questions share one promise. */
export function cachedQuestions(ask: (question: Question) => Promise<unknown>): Questions & { forget(): void } {
  const answers = new Map<string, Promise<unknown>>();
  const cached = (question: Question): Promise<unknown> => {
    const key = JSON.stringify(question);
    const known = answers.get(key);
    if (known) {
      answers.delete(key);
      answers.set(key, known);
      return known;
    }
    const answer = ask(question);
    answers.set(key, answer);
    answer.then(
      (value) => isLarge(value) && answers.delete(key),
      () => answers.delete(key),
    );
    if (answers.size > cachedAnswers) {
      const oldest = answers.keys().next();
      if (!oldest.done) answers.delete(oldest.value);
    }
    return answer;
  };
  const questionOf =
    <Name extends keyof Questions>(name: Name) =>
    (...args: Parameters<Questions[Name]>): ReturnType<Questions[Name]> =>
      // Sound: the worker answers each question with what the interface says of its name.
      cached({ name, args } as Question) as ReturnType<Questions[Name]>;
  return {
    forget: () => answers.clear(),
    node: questionOf('node'),
    children: questionOf('children'),
    text: questionOf('text'),
    source: questionOf('source'),
    lines: questionOf('lines'),
    // Asked once per search, and too much to keep.
    findText: (...args) => ask({ name: 'findText', args }) as ReturnType<Questions['findText']>,
    documentPart: (...args) => ask({ name: 'documentPart', args }) as ReturnType<Questions['documentPart']>,
    foundPlace: questionOf('foundPlace'),
    pointerAt: questionOf('pointerAt'),
    generation: questionOf('generation'),
    parts: questionOf('parts'),
    partText: questionOf('partText'),
    toolCalls: questionOf('toolCalls'),
    // Asked once for a copy, and too much to keep.
    toolsText: (...args) => ask({ name: 'toolsText', args }) as ReturnType<Questions['toolsText']>,
    outputs: questionOf('outputs'),
    said: questionOf('said'),
    filter: questionOf('filter'),
    outputMatches: questionOf('outputMatches'),
    // Asked once per search, and too much to keep.
    searchTexts: (...args) => ask({ name: 'searchTexts', args }) as ReturnType<Questions['searchTexts']>,
    tokens: questionOf('tokens'),
    tokenListing: questionOf('tokenListing'),
    tokensAt: questionOf('tokensAt'),
    tokenMeasures: questionOf('tokenMeasures'),
    partings: questionOf('partings'),
    askedLogprobs: questionOf('askedLogprobs'),
    sampleTokens: questionOf('sampleTokens'),
    sampling: questionOf('sampling'),
    surprisals: questionOf('surprisals'),
    choice: questionOf('choice'),
    reasoning: questionOf('reasoning'),
    fields: questionOf('fields'),
    scoreFields: questionOf('scoreFields'),
    scores: questionOf('scores'),
    wholeText: questionOf('wholeText'),
  };
}

function isLarge(value: unknown): boolean {
  if (typeof value === 'string') return value.length > cachedTextLength;
  if (Array.isArray(value)) return value.some(isLarge);
  return typeof value === 'object' && value !== null && 'text' in value && isLarge(value.text);
}

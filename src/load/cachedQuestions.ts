// The questions of one document whose answers are kept, so that equal ones share one promise. Knows no worker, only a way to ask.

import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import type { Question } from './protocol.ts';

/** Answers kept per document: enough for what is on screen and a walk back. */
const cachedAnswers = 400;
/** Windows of a huge text are not worth their memory. */
const cachedTextLength = 200_000;

/** Questions whose answers are kept, least recently used first out; equal questions share one promise. */
export function cachedQuestions(ask: (question: Question) => Promise<unknown>): DocumentQuestions & { forget(): void } {
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
    <Name extends keyof DocumentQuestions>(name: Name) =>
    (...args: Parameters<DocumentQuestions[Name]>): ReturnType<DocumentQuestions[Name]> =>
      // Sound: the worker answers each question with what the interface says of its name.
      cached({ name, args } as Question) as ReturnType<DocumentQuestions[Name]>;
  const askedAnew =
    <Name extends keyof DocumentQuestions>(name: Name) =>
    (...args: Parameters<DocumentQuestions[Name]>): ReturnType<DocumentQuestions[Name]> =>
      ask({ name, args } as Question) as ReturnType<DocumentQuestions[Name]>;
  return {
    forget: () => answers.clear(),
    node: questionOf('node'),
    children: questionOf('children'),
    text: questionOf('text'),
    source: questionOf('source'),
    brought: questionOf('brought'),
    lines: questionOf('lines'),
    foundPlace: questionOf('foundPlace'),
    pointerAt: questionOf('pointerAt'),
    generation: questionOf('generation'),
    parts: questionOf('parts'),
    partText: questionOf('partText'),
    toolCalls: questionOf('toolCalls'),
    output: questionOf('output'),
    outputs: questionOf('outputs'),
    said: questionOf('said'),
    rowMatches: questionOf('rowMatches'),
    outputMatches: questionOf('outputMatches'),
    // Asked once per search, order or copy, and too much to keep.
    toolsText: askedAnew('toolsText'),
    findText: askedAnew('findText'),
    documentPart: askedAnew('documentPart'),
    filter: askedAnew('filter'),
    searchTexts: askedAnew('searchTexts'),
    order: askedAnew('order'),
    writeRows: askedAnew('writeRows'),
    writeJson: askedAnew('writeJson'),
    calls: questionOf('calls'),
    callPlace: questionOf('callPlace'),
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

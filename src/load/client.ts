// The page's side of loading: starts a worker per document, passes its events on, asks it questions and keeps the latest answers.
// One worker per document makes cancelling certain (the worker ends) and lets documents load side by side.

import type { LoadEvent, LoadFailure } from '../response/loadEvents.ts';
import type { Questions } from '../response/questions.ts';
import type { FromWorker, Question, Source, ToWorker } from './protocol.ts';
import { whenIdle } from './whenIdle.ts';
import { startDocumentWorker } from './workerUrl.ts';

export interface Session {
  readonly questions: Questions;
  /** Ends the worker; questions that are still open are answered with an error. */
  close(): void;
}

export interface OpenRequest {
  readonly source: Source;
  readonly asPlain: boolean;
}

/** Answers kept per document: enough for what is on screen and a walk back. */
const cachedAnswers = 400;
/** Windows of a huge text are not worth their memory. */
const cachedTextLength = 200_000;

let spare: Worker | undefined;

/** Starts a worker ahead of need, so that opening does not wait for its script. */
export function warmUp(): void {
  spare ??= startDocumentWorker();
}

/** Opens a source; `onEvent` is called for every step, the last one being `complete` or `failed`. */
export function openSession(request: OpenRequest, onEvent: (event: LoadEvent) => void): Session {
  const worker = spare ?? startDocumentWorker();
  spare = undefined;
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(reason: Error): void }>();
  let nextId = 0;
  let isClosed = false;

  const end = (reason: string) => {
    isClosed = true;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.type) {
      case 'event':
        // What was answered on the way may say more now.
        if (data.event.type === 'complete') questions.forget();
        // The next document will not wait for a worker either; this one's load is not slowed down by starting it.
        if (data.event.type === 'complete' || data.event.type === 'failed') whenIdle(warmUp);
        onEvent(data.event);
        return;
      case 'answer':
        waiting.get(data.id)?.resolve(data.answer);
        waiting.delete(data.id);
        return;
      case 'no-answer':
        waiting.get(data.id)?.reject(new Error(data.reason));
        waiting.delete(data.id);
        return;
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end('The worker stopped');
    onEvent({ type: 'failed', failure: stopped(event.message) });
  };

  const post = (message: ToWorker) => worker.postMessage(message);
  const ask = (question: Question): Promise<unknown> => {
    if (isClosed) return Promise.reject(new Error('The document is closed'));
    const id = nextId++;
    post({ type: 'ask', id, question });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };

  const questions = cachedQuestions(ask);
  post({ type: 'open', ...request });
  return { questions, close: () => end('The document is closed') };
}

function stopped(message: string): LoadFailure {
  const isMemory = /memory|allocation/i.test(message);
  return {
    kind: isMemory ? 'too-large' : 'bug',
    title: isMemory ? 'There is not enough memory for this text' : 'The reader of this document stopped',
    detail: message === '' ? 'The browser gave no reason.' : message,
    advice: isMemory
      ? 'Close other documents and open it again.'
      : 'This is a fault of this program. The text itself is unharmed.',
    canOpenAsPlain: false,
  };
}

/** Questions whose answers are kept, least recently used first out; equal questions share one promise. */
function cachedQuestions(ask: (question: Question) => Promise<unknown>): Questions & { forget(): void } {
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
    pointerAt: questionOf('pointerAt'),
    generation: questionOf('generation'),
    outputs: questionOf('outputs'),
    filter: questionOf('filter'),
    // Asked once per search, and too much to keep.
    searchTexts: (...args) => ask({ name: 'searchTexts', args }) as ReturnType<Questions['searchTexts']>,
    tokens: questionOf('tokens'),
    choice: questionOf('choice'),
    wholeText: questionOf('wholeText'),
  };
}

function isLarge(value: unknown): boolean {
  if (typeof value === 'string') return value.length > cachedTextLength;
  if (Array.isArray(value)) return value.some(isLarge);
  return typeof value === 'object' && value !== null && 'text' in value && isLarge(value.text);
}

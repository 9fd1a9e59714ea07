// The page's side of loading: a worker per document, its events, its questions. A worker that ends without being asked to is started again
// from the same source, and the document does not notice. One worker per document makes cancelling certain (the worker ends) and lets
// documents load side by side.

import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import type { LoadEvent, TextMend } from '../response/loadEvents.ts';
import { cachedQuestions } from './cachedQuestions.ts';
import type { FromWorker, Question, Source, ToWorker } from './protocol.ts';
import { sendPieces } from './textPieces.ts';
import {
  type BareWorker,
  type WatchedWorker,
  type WatchOptions,
  type WorkerEnd,
  watchWorker,
} from './watchedWorker.ts';
import { whenIdle } from './whenIdle.ts';
import { workerFailure } from './workerFailure.ts';
import { startDocumentWorker } from './workerUrl.ts';

export interface Session {
  readonly questions: DocumentQuestions;
  /** Begins the load once more after it has failed; what was told before stays in force until it is told again. */
  again(): void;
  /** Ends the worker; questions that are still open are answered with an error. */
  close(): void;
}

export interface OpenRequest {
  readonly source: Source;
  readonly asPlain: boolean;
  /** A person agreed to what was asked (`LoadFailure.ask`). */
  readonly isAgreed?: boolean;
  /** A change of the text that a person agreed to. */
  readonly mend?: TextMend;
}

export interface SessionListeners {
  /** Every step of the load, the last one being `complete` or `failed`; a failure may come later too, when the worker cannot be kept alive. */
  onEvent(event: LoadEvent): void;
  /** The worker had ended without a word, and another one answers in its place. */
  onRevived?(): void;
  /** The bytes of a long text, as its worker has encoded them; or what may be kept of a text in which values of headers were hidden. */
  onContent?(content: Blob, isWithoutHidden: boolean): void;
  /** The bytes as the browser keeps them: they stand in for a file that cannot be read any longer. */
  kept?(): Promise<Blob | undefined>;
}

export interface DocumentWorkers {
  /** Starts a worker ahead of need, so that opening does not wait for its script. */
  warmUp(): void;
  openSession(request: OpenRequest, listeners: SessionListeners): Session;
}

type DocumentWorker = WatchedWorker<ToWorker, FromWorker>;

interface Waiting {
  readonly question: Question;
  resolve(answer: unknown): void;
  reject(reason: Error): void;
  /** Workers that ended while it waited. */
  ends: number;
  /** Ticks for which the present worker has not answered it, although it could. */
  ticks: number;
}

/** Code units of a text that is posted in one go; a longer one goes in pieces. */
export const longestWhole = 1_500_000;
/** A script that did not arrive is asked for once more, so many milliseconds later. */
const anotherTryMs = 500;
/** A worker that ends this often within this time is not started again by itself. */
const mostRevivals = 3;
const revivalsWithinMs = 60_000;
/** A question that waited for so many workers that ended may be why they did. */
const mostEnds = 2;
/** A worker that gives signs of life for so many ticks (seconds) and no answer has lost the question. */
const answerTicks = 60;
const noReader = 'The reader of this document has stopped';

/** `start` makes a worker. */
export function documentWorkers(
  start: () => BareWorker = startDocumentWorker,
  options?: WatchOptions,
): DocumentWorkers {
  let spare: DocumentWorker | undefined;

  const startWatched = (): DocumentWorker => watchWorker(start(), options);
  function warmUp(): void {
    if (spare) return;
    spare = startWatched();
    // The next document starts its own, or says why that cannot be.
    spare.onEnd = () => {
      spare = undefined;
    };
  }
  function take(): DocumentWorker {
    const taken = spare ?? startWatched();
    spare = undefined;
    return taken;
  }

  function openSession(request: OpenRequest, { onEvent, onRevived, onContent, kept }: SessionListeners): Session {
    const waiting = new Map<number, Waiting>();
    let nextId = 0;
    let worker: DocumentWorker | undefined;
    let state: 'loading' | 'complete' | 'failed' | 'closed' = 'loading';
    let hasStart = false;
    let hasRows = false;
    let isReviving = false;
    let hasTriedAgain = false;
    let laterTry: ReturnType<typeof setTimeout> | undefined;
    let revivals: readonly number[] = [];
    let { source } = request;
    let isFromKept = false;

    const rejectAll = (reason: string) => {
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    };
    const setAwaited = () => worker?.setAwaited(state === 'loading' || isReviving || waiting.size > 0);
    /** What was told stays; nothing can be asked until the load begins again. */
    const stop = () => {
      state = 'failed';
      isReviving = false;
      worker?.terminate();
      worker = undefined;
      rejectAll(noReader);
    };
    const fail = (end: WorkerEnd) => {
      stop();
      onEvent({ type: 'failed', failure: workerFailure(end) });
    };

    function begin(): void {
      worker = take();
      worker.onMessage = onMessage;
      worker.onEnd = onEnd;
      worker.onTick = onTick;
      postSource(worker);
      for (const [id, one] of waiting) {
        one.ticks = 0;
        worker.post({ type: 'ask', id, question: one.question });
      }
      setAwaited();
    }

    function postSource(to: DocumentWorker): void {
      const { source: _source, ...how } = request;
      if ('file' in source || source.text.length <= longestWhole) {
        to.post({ type: 'open', ...how, source });
        return;
      }
      to.post({ type: 'open', ...how, source: { units: source.text.length } });
      const post = (piece: string, isLast: boolean) => to.post({ type: 'piece', piece, isLast });
      sendPieces(source.text, post, () => worker === to);
    }

    /** No question waits for ever; while the document is read there is nobody yet to answer it. */
    function onTick(): void {
      if (state !== 'complete' || isReviving) return;
      let isOverdue = false;
      for (const one of waiting.values()) isOverdue = ++one.ticks > answerTicks || isOverdue;
      if (isOverdue) worker?.giveUp();
    }

    function onEnd(end: WorkerEnd): void {
      worker = undefined;
      if (end.why === 'missing' && !hasTriedAgain) {
        hasTriedAgain = true;
        laterTry = setTimeout(begin, anotherTryMs);
        return;
      }
      const now = Date.now();
      revivals = [...revivals.filter((time) => now - time < revivalsWithinMs), now];
      // What threw in the middle of a load would do so again.
      const isHopeless = end.why === 'missing' || (end.why === 'threw' && state === 'loading');
      if (isHopeless || revivals.length > mostRevivals) {
        fail(end);
        return;
      }
      for (const [id, one] of waiting) {
        one.ends++;
        if (one.ends < mostEnds) continue;
        waiting.delete(id);
        one.reject(new Error('The reader of this document stopped at this question'));
      }
      isReviving = true;
      begin();
    }

    function onMessage(message: FromWorker): void {
      hasTriedAgain = false;
      if (message.type === 'event') {
        onLoadEvent(message.event);
      } else if (message.type === 'content') {
        source = { file: message.content };
        onContent?.(message.content, message.isWithoutHidden === true);
      } else {
        const asked = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.type === 'answer') asked?.resolve(message.answer);
        else asked?.reject(new Error(message.reason));
      }
      setAwaited();
    }

    /** Begins once more from the bytes that are kept; where there are none, the failure stands. */
    async function readKept(event: LoadEvent): Promise<void> {
      isFromKept = true;
      worker?.terminate();
      const file = await kept?.().catch(() => undefined);
      if (state === 'closed') return;
      if (file) {
        source = { file };
        begin();
      } else {
        onLoadEvent(event);
      }
    }

    function onLoadEvent(event: LoadEvent): void {
      if (event.type === 'failed' && event.failure.kind === 'unreadable' && kept && !isFromKept) {
        void readKept(event);
        return;
      }
      const isLast = event.type === 'complete' || event.type === 'failed';
      // What was answered on the way may say more now.
      if (event.type === 'complete') questions.forget();
      // The next document will not wait for a worker either; this one's load is not slowed down by starting it.
      if (isLast) whenIdle(warmUp);
      // From here on it answers.
      if (isReviving && (isLast || (event.type === 'skimmed' && !event.isStart))) {
        isReviving = false;
        if (event.type !== 'failed') onRevived?.();
      }
      // The same was told of the same bytes before.
      const isKnown =
        event.type !== 'failed' &&
        (state === 'complete' ||
          (event.type === 'skimmed' && !event.isOther && (hasRows || (event.isStart && hasStart))));
      if (event.type === 'skimmed') hasStart = true;
      if (event.type === 'skimmed' && !event.isStart) hasRows = true;
      if (event.type === 'complete') state = 'complete';
      if (event.type === 'failed') stop();
      if (!isKnown) onEvent(event);
    }

    const ask = (question: Question): Promise<unknown> => {
      if (state === 'closed') return Promise.reject(new Error('The document is closed'));
      if (state === 'failed') return Promise.reject(new Error(noReader));
      const id = nextId++;
      worker?.post({ type: 'ask', id, question });
      return new Promise((resolve, reject) => {
        waiting.set(id, { question, resolve, reject, ends: 0, ticks: 0 });
        setAwaited();
      });
    };

    const questions = cachedQuestions(ask);
    begin();
    return {
      questions,
      again() {
        if (state !== 'failed') return;
        state = 'loading';
        hasTriedAgain = false;
        revivals = [];
        onEvent({ type: 'again' });
        begin();
      },
      close() {
        state = 'closed';
        clearTimeout(laterTry);
        worker?.terminate();
        worker = undefined;
        rejectAll('The document is closed');
      },
    };
  }

  return { warmUp, openSession };
}

export const { warmUp, openSession } = documentWorkers();

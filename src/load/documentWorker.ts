// The worker that owns the bytes of one document for as long as it is open. A thin shell: messages in, messages out.

import { buffersOfIssues } from '../response/issues/issueColumns.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { buffersOf } from '../response/samples/sampleColumns.ts';
import { type Answers, answersOf } from './answers.ts';
import { listen } from './listen.ts';
import { loadResponse } from './loadResponse.ts';
import type { FromWorker, Question, ToWorker } from './protocol.ts';
import { ArrivingText } from './textPieces.ts';

let answers: Answers | undefined;
/** Questions that came before there was a document. */
const early: { readonly id: number; readonly question: Question }[] = [];

function post(message: FromWorker): void {
  postMessage(message, { transfer: message.type === 'event' ? buffersOfEvent(message.event) : [] });
}

/** What is handed over with an event instead of being copied. */
function buffersOfEvent(event: LoadEvent): ArrayBuffer[] {
  if (event.type === 'complete') return buffersOfIssues(event.issues);
  return 'chunks' in event ? buffersOf(event.chunks) : [];
}

const { port1, port2 } = new MessageChannel();
const resumers: (() => void)[] = [];
port1.onmessage = () => resumers.shift()?.();

/** A message to ourselves comes after the ones that are waiting already; a timer would be clamped to 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    resumers.push(resolve);
    port2.postMessage(undefined);
  });
}

function answer(id: number, question: Question): void {
  if (!answers) {
    early.push({ id, question });
    return;
  }
  try {
    const ask = answers[question.name] as (...args: readonly unknown[]) => unknown;
    post({ type: 'answer', id, answer: ask(...question.args) });
  } catch (reason) {
    post({ type: 'no-answer', id, reason: reason instanceof Error ? reason.message : String(reason) });
  }
}

/** The text whose pieces come in. */
let arriving: ArrivingText | undefined;

async function open({ source, asPlain }: Extract<ToWorker, { type: 'open' }>): Promise<void> {
  const opened = 'units' in source ? new ArrivingText(source.units) : source;
  arriving = 'units' in opened ? opened : undefined;
  await loadResponse(opened, asPlain, {
    onDocument(document, refusals) {
      answers = answersOf(document, refusals);
      for (const { id, question } of early.splice(0)) answer(id, question);
    },
    tell: (event) => post({ type: 'event', event }),
    onContent: (content) => post({ type: 'content', content }),
    pause,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

listen<ToWorker>((data) => {
  if (data.type === 'ask') {
    answer(data.id, data.question);
  } else if (data.type === 'piece') {
    arriving?.add(data.piece, data.isLast);
  } else {
    open(data).catch((reason: unknown) => {
      // Reaches the page as an error of this worker.
      setTimeout(() => {
        throw reason;
      });
    });
  }
});

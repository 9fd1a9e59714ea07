// The worker that owns the bytes of one document for as long as it is open. A thin shell: messages in, messages out.

import { buffersOf } from '../response/samples/sampleColumns.ts';
import { type Answers, answersOf } from './answers.ts';
import { listen } from './listen.ts';
import { loadResponse } from './loadResponse.ts';
import type { FromWorker, Question, ToWorker } from './protocol.ts';

let answers: Answers | undefined;
/** Questions that came before there was a document. */
const early: { readonly id: number; readonly question: Question }[] = [];

function post(message: FromWorker): void {
  const chunks = message.type === 'event' && 'chunks' in message.event ? message.event.chunks : [];
  postMessage(message, { transfer: buffersOf(chunks) });
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

async function open(message: Extract<ToWorker, { type: 'open' }>): Promise<void> {
  await loadResponse(message.source, message.asPlain, {
    onDocument(document, refusals) {
      answers = answersOf(document, refusals);
      for (const { id, question } of early.splice(0)) answer(id, question);
    },
    tell: (event) => post({ type: 'event', event }),
    pause,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

listen<ToWorker>((data) => {
  if (data.type === 'ask') {
    answer(data.id, data.question);
  } else {
    open(data).catch((reason: unknown) => {
      // Reaches the page as an error of this worker.
      setTimeout(() => {
        throw reason;
      });
    });
  }
});

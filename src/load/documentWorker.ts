// The worker that owns the bytes of one document for as long as it is open. A thin shell: messages in, messages out.

import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import type { ComposedEntry } from '../intake/compose.ts';
import type { JsonDocument } from '../json/document.ts';
import { buffersOfPart } from '../response/choices/choiceTable.ts';
import { buffersOfIssues } from '../response/issues/issueColumns.ts';
import { buffersOfLinks } from '../response/link/linkColumns.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { buffersOf } from '../response/samples/sampleColumns.ts';
import { type Answers, answersOf } from './answers.ts';
import { listen } from './listen.ts';
import { type LoadTarget, loadResponse } from './loadResponse.ts';
import type { Ordering } from './ordering.ts';
import type { FromWorker, Question, ToWorker } from './protocol.ts';
import { DataSamples, type Samples } from './samples.ts';
import { SamplesSoFar } from './samplesSoFar.ts';
import { ArrivingText } from './textPieces.ts';

let answers:
  | (Answers & Pick<DocumentQuestions, 'order' | 'calls' | 'callPlace' | 'writeRows' | 'writeJson'>)
  | undefined;
/** Questions that came before there was a document. */
const early: { readonly id: number; readonly question: Question }[] = [];

function post(message: FromWorker): void {
  postMessage(message, { transfer: handedOver(message) });
}

/** What goes to the page whole instead of being copied. */
function handedOver(message: FromWorker): Transferable[] {
  if (message.type === 'event') return buffersOfEvent(message.event);
  const { answer } = message.type === 'answer' ? message : {};
  if (typeof answer !== 'object' || answer === null) return [];
  if ('positions' in answer && answer.positions instanceof Uint32Array) return [answer.positions.buffer];
  const isWritten = 'bytes' in answer && 'total' in answer !== 'defused' in answer;
  return isWritten && answer.bytes instanceof Uint8Array ? [answer.bytes.buffer] : [];
}

function buffersOfEvent(event: LoadEvent): ArrayBuffer[] {
  if (event.type === 'providers') return buffersOfPart(event.part);
  if (event.type === 'links') return buffersOfLinks(event.columns);
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

const samples = new SamplesSoFar();
let ordering: Promise<Ordering> | undefined;

/** Comes when it is first asked for; one that did not arrive is fetched once more the next time. */
const order: Ordering['order'] = async (...args) => {
  ordering ??= import('./ordering.ts').then((part) => new part.Ordering(samples, pause));
  const present = await ordering.catch((reason: unknown) => {
    ordering = undefined;
    throw reason;
  });
  return present.order(...args);
};

let composed: { readonly document: JsonDocument; readonly entries: readonly ComposedEntry[] } | undefined;

const noCalls = 'There are not several responses';

const calls: DocumentQuestions['calls'] = async () => {
  if (composed === undefined) throw new Error(noCalls);
  const { callReport } = await import('./calls.ts');
  return await callReport(composed, samples.rows, pause);
};

const callPlace: DocumentQuestions['callPlace'] = async (response, part) => {
  if (composed === undefined) throw new Error(noCalls);
  const own = await import('./calls.ts');
  return own.callPlace(composed, response, part);
};

/** What the answers are of. */
let opened: { readonly document: JsonDocument; readonly samples: Samples } | undefined;

function whatIsOpen() {
  if (opened === undefined) throw new Error('Nothing is open');
  return { ...opened, entries: composed?.entries };
}

const writeRows: DocumentQuestions['writeRows'] = async (request) =>
  await (await import('./takeAway.ts')).writeRows(whatIsOpen(), samples, request);

const writeJson: DocumentQuestions['writeJson'] = async (request, from) =>
  (await import('./takeAway.ts')).writeJson(whatIsOpen(), request, from);

function answer(id: number, question: Question): void {
  if (!answers) {
    early.push({ id, question });
    return;
  }
  const tell = (found: unknown) => post({ type: 'answer', id, answer: found });
  const refuse = (reason: unknown) =>
    post({ type: 'no-answer', id, reason: reason instanceof Error ? reason.message : String(reason) });
  try {
    const ask = answers[question.name] as (...args: readonly unknown[]) => unknown;
    const found = ask(...question.args);
    if (found instanceof Promise) found.then(tell, refuse);
    else tell(found);
  } catch (reason) {
    refuse(reason);
  }
}

/** With processors to spare nobody waits for this one. */
const hasSpare = navigator.hardwareConcurrency >= 4;

function rest(milliseconds: number): Promise<void> {
  return hasSpare ? pause() : new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let isOpened = false;

import('./warmUp.ts').then((part) => part.warmUp(() => isOpened, pause)).catch(() => undefined);

/** The text whose pieces come in. */
let arriving: ArrivingText | undefined;

async function open({ source, asPlain, isAgreed, mend }: Extract<ToWorker, { type: 'open' }>): Promise<void> {
  isOpened = true;
  const brought = 'units' in source ? new ArrivingText(source.units) : source;
  arriving = 'units' in brought ? brought : undefined;
  const target: LoadTarget = {
    ...(isAgreed && { isAgreed }),
    onDocument(document, refusals, own) {
      opened = { document, samples: own ?? new DataSamples(document) };
      answers = { calls, callPlace, writeRows, writeJson, ...answersOf(document, refusals, opened.samples), order };
      for (const { id, question } of early.splice(0)) answer(id, question);
    },
    onSamples: (rows) => samples.set(rows),
    onEntries(document, entries) {
      composed = { document, entries };
    },
    tell: (event) => post({ type: 'event', event }),
    onContent: (content) => post({ type: 'content', content }),
    onKeepable: (content) => post({ type: 'content', content, isWithoutHidden: true }),
    pause,
    rest,
  };
  await loadResponse(brought, asPlain, target, mend);
  samples.finish();
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

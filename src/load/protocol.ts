// The messages between the page and the worker that owns one document. Types only.

import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import type { LoadEvent } from '../response/loadEvents.ts';

/** Where the bytes come from. A text is pasted; a file is read in the worker, so the page never holds its content. */
export type Source = { readonly text: string } | { readonly file: Blob };

/** Every question by its name, with its arguments. */
export type Question = {
  [Name in keyof DocumentQuestions]: { readonly name: Name; readonly args: Parameters<DocumentQuestions[Name]> };
}[keyof DocumentQuestions];

export type ToWorker =
  | {
      readonly type: 'open';
      readonly source: Source;
      /** Open any valid JSON as a plain document. */
      readonly asPlain: boolean;
    }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly type: 'event'; readonly event: LoadEvent }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'no-answer'; readonly id: number; readonly reason: string };

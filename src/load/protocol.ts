// The messages between the page and the worker that owns one document. Types only.

import type { DocumentQuestions } from '../analysis/order/orderRequest.ts';
import type { LoadEvent, TextMend } from '../response/loadEvents.ts';

/** Where the bytes come from. A text is pasted; a file is read in the worker, so the page never holds its content. */
export type Source = { readonly text: string } | { readonly file: Blob };

/** A source on its way to the worker: of a long text its length in code units, with its pieces to follow. */
export type SentSource = Source | { readonly units: number };

/** Every question by its name, with its arguments. */
export type Question = {
  [Name in keyof DocumentQuestions]: { readonly name: Name; readonly args: Parameters<DocumentQuestions[Name]> };
}[keyof DocumentQuestions];

export type ToWorker =
  | {
      readonly type: 'open';
      readonly source: SentSource;
      /** Open any valid JSON as a plain document. */
      readonly asPlain: boolean;
      /** A person agreed to what was asked. */
      readonly isAgreed?: boolean;
      /** A change of the text that a person agreed to. */
      readonly mend?: TextMend;
    }
  | { readonly type: 'piece'; readonly piece: string; readonly isLast: boolean }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly type: 'event'; readonly event: LoadEvent }
  /** The bytes of a text that came in pieces, as the browser can keep them; or what may be kept where values of headers were hidden. */
  | { readonly type: 'content'; readonly content: Blob; readonly isWithoutHidden?: true }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'no-answer'; readonly id: number; readonly reason: string };

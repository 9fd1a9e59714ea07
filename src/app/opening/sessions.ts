// The open documents beside the store: what each was opened from and its session (worker), because these are not data. Who starts and who
// ends them knows why; this only holds which document has which.

import type { DocumentQuestions } from '../../analysis/order/orderRequest.ts';
import type { OpenRequest, Session } from '../../load/client.ts';
import { forgetDocument } from '../../load/keep.ts';
import type { DocumentId } from '../../state/documents.ts';
import type { Draft } from '../../state/draft.ts';
import { useStore } from '../../state/store.ts';

export interface HeldDocument {
  /** What opens the same document once more. */
  readonly request: OpenRequest;
  readonly openedAt: number;
  /** What was inspected stood in the paste box. */
  readonly draft?: Draft;
  /** A text that is nowhere else: it was pasted, or comes back after a reload. */
  readonly isOnlyHere: boolean;
  /** What may be kept of it, where it holds values of headers; without bytes where nothing may. */
  readonly keepable?: Blob;
  /** It holds values of headers, or what looks like a key; absent until that is known. */
  readonly isSensitive?: boolean;
  /** Absent while it waits for its turn. */
  readonly session?: Session;
}

const held = new Map<DocumentId, HeldDocument>();

export function isOpen(id: DocumentId): boolean {
  return held.has(id);
}

export function heldDocument(id: DocumentId): HeldDocument | undefined {
  return held.get(id);
}

export function heldIds(): readonly DocumentId[] {
  return [...held.keys()];
}

export function questionsOf(id: DocumentId | undefined): DocumentQuestions | undefined {
  return id === undefined ? undefined : held.get(id)?.session?.questions;
}

/** Begins the load of a document once more whose reader stopped. */
export function readAgain(id: DocumentId): void {
  held.get(id)?.session?.again();
}

export function hold(id: DocumentId, document: HeldDocument): void {
  held.set(id, document);
}

/** Hands the document out and holds it no longer; ending its session is left to the caller. */
export function release(id: DocumentId): HeldDocument | undefined {
  const document = held.get(id);
  held.delete(id);
  return document;
}

/** Ends a document for good: its worker, what is kept of it, its place in the list. */
export function closeDocument(id: DocumentId): void {
  release(id)?.session?.close();
  void forgetDocument(id);
  useStore.getState().removeDocument(id);
}

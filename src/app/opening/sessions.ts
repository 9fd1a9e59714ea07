// The sessions (workers) of the open documents, beside the store, because they are not data. Who starts and who ends them knows why;
// this only holds which document has which.

import type { OpenRequest, Session } from '../../load/client.ts';
import { forgetDocument } from '../../load/keep.ts';
import type { Questions } from '../../response/questions.ts';
import type { DocumentId } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';

export interface OpenedDocument {
  readonly session: Session;
  /** What opens the same document once more. */
  readonly request: OpenRequest;
  /** It was open before a reload. */
  readonly isRestored: boolean;
}

const opened = new Map<DocumentId, OpenedDocument>();

export function isOpen(id: DocumentId): boolean {
  return opened.has(id);
}

export function openedDocument(id: DocumentId): OpenedDocument | undefined {
  return opened.get(id);
}

export function questionsOf(id: DocumentId | undefined): Questions | undefined {
  return id === undefined ? undefined : opened.get(id)?.session.questions;
}

/** Begins the load of a document once more whose reader stopped. */
export function readAgain(id: DocumentId): void {
  opened.get(id)?.session.again();
}

export function holdSession(id: DocumentId, document: OpenedDocument): void {
  opened.set(id, document);
}

/** Hands the session out and holds it no longer; ending it is left to the caller. */
export function releaseSession(id: DocumentId): OpenedDocument | undefined {
  const document = opened.get(id);
  opened.delete(id);
  return document;
}

/** Ends a document for good: its worker, what is kept of it, its place in the list. */
export function closeDocument(id: DocumentId): void {
  releaseSession(id)?.session.close();
  void forgetDocument(id);
  useStore.getState().removeDocument(id);
}

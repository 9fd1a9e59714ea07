// A mend that a person agreed to: the text is read once more with it, in its place, and once more without it when they undo that. What was brought
// stays as it is. Knows no component.

import type { TextMend } from '../../response/loadEvents.ts';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { takeAttempt } from './attempts.ts';
import { heldDocument, hold } from './sessions.ts';
import { keep, run, start } from './starting.ts';

/** Opens what did not open, with a mend. */
export function mendAttempt(id: DocumentId, mend: TextMend): void {
  const attempt = useStore.getState().attempts.find((one) => one.id === id);
  const input = takeAttempt(id);
  if (!input || !attempt) return;
  const { name, isOnlyHere } = attempt;
  const { content, draft, ...options } = input;
  start(id, { name, source: { file: content }, draft }, { ...options, mend: plain(mend), isTakingScreen: true });
  const document = heldDocument(id);
  // What stood in the box goes back there when the mend is undone.
  if (document) hold(id, { ...document, isOnlyHere: isOnlyHere || draft !== undefined });
  sayMended(mend);
}

/** Reads a document that is broken once more, with a mend. */
export function mendDocument(id: DocumentId, mend: TextMend): void {
  readWith(id, plain(mend));
  sayMended(mend);
}

export function isMended(id: DocumentId | undefined): boolean {
  return id !== undefined && heldDocument(id)?.request.mend !== undefined;
}

/** Reads a mended document as it was brought. */
export function undoMend(id: DocumentId): void {
  if (isMended(id)) readWith(id, undefined);
}

function readWith(id: DocumentId, mend: TextMend | undefined): void {
  const document = heldDocument(id);
  if (!document) return;
  const { source, asPlain } = document.request;
  hold(id, { ...document, request: { source, asPlain, ...(mend && { mend }) } });
  run(id);
  keep(id);
}

function sayMended({ title }: TextMend): void {
  showNotice({ text: `Applied: ${title}. "Undo the mend" stands beside its name.` });
}

/** Without what was shown of it. */
function plain({ title, edits }: TextMend): TextMend {
  return { title, edits };
}

// Taking documents off the list, and bringing them back one by one, the last first, while that is offered.

import { contentOf } from '../../load/content.ts';
import { changeKept, forgetDocument, keepAnnotations, keepDocument } from '../../load/keep.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { agreed } from './agreed.ts';
import { type HeldDocument, release } from './sessions.ts';
import { start } from './starting.ts';

/** How long removed documents can be brought back after the last one was removed or brought back. */
const undoMs = 10_000;

interface Removed {
  readonly id: DocumentId;
  readonly document: HeldDocument;
  readonly name: string;
  /** Its place in the list. */
  readonly at: number;
  readonly view: View;
  readonly annotations: Annotations;
}

let removed: Removed[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes a document off the list and offers to bring it back, for a while. */
export function removeDocument(id: DocumentId): void {
  const { documents, views, annotations } = useStore.getState();
  const shown = documents.find((one) => one.id === id);
  const document = release(id);
  if (!document || !shown) return;
  removed.push({
    id,
    document,
    name: shown.name,
    at: documents.indexOf(shown),
    view: views[id] ?? defaultView,
    annotations: annotations[id] ?? {},
  });
  document.session?.close();
  leave(id, document);
  const isHistoryKept = useStore.getState().preferences.isHistoryKept;
  useStore.getState().removeDocument(id);
  if (isHistoryKept && document.isSensitive)
    offerUndo('was closed and is not kept: what may be a key is in it', keepLast);
  else offerUndo('was closed');
}

/** What is closed is forgotten, unless a person keeps it and nothing in it looks like a key. */
function leave(id: DocumentId, { isSensitive }: HeldDocument): void {
  if (useStore.getState().preferences.isHistoryKept && isSensitive === false)
    void changeKept(id, { tab: '', closedAt: Date.now() });
  else void forgetDocument(id);
}

/** A person was asked. */
function keepLast(): void {
  const last = removed.at(-1);
  if (!last) return;
  const { id, name, document, annotations } = last;
  const { source, ...how } = document.request;
  const closed = { id, name, tab: '', openedAt: document.openedAt, isSensitive: true, closedAt: Date.now(), ...how };
  void keepDocument(closed, document.keepable?.size ? document.keepable : contentOf(source));
  void keepAnnotations(id, annotations);
}

function offerUndo(words: string, onKeep?: () => void): void {
  clearTimeout(timer);
  const last = removed.at(-1);
  if (!last) return;
  timer = setTimeout(() => {
    removed = [];
  }, undoMs);
  showNotice({
    text: `${last.name} ${words}.`,
    action: { label: 'Undo', run: undoRemoval },
    otherAction: onKeep && { label: 'Keep it', run: onKeep },
  });
}

/** Opens the document that was removed last once more, with what had been chosen in it, and offers the one removed before it. */
function undoRemoval(): void {
  const last = removed.pop();
  if (!last) return;
  const { request, openedAt } = last.document;
  start(
    last.id,
    { name: last.name, source: request.source },
    {
      isTakingScreen: true,
      asPlain: request.asPlain,
      ...agreed(request),
      view: last.view,
      at: last.at,
      annotations: last.annotations,
      openedAt,
    },
  );
  offerUndo('was closed before it');
}

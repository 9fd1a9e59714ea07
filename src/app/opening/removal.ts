// Taking documents off the list, and bringing them back one by one, the last first, while that is offered.

import { contentOf } from '../../load/content.ts';
import { changeKept, forgetDocument, keepAnnotations, keepDocument } from '../../load/keep.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { plural } from '../../words/numbers.ts';
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

/** What was removed in one step comes back in one step. */
let removed: (readonly Removed[])[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes documents off the list and offers to bring them back, for a while. */
export function removeDocuments(ids: readonly DocumentId[]): void {
  const before = useStore.getState();
  const { documents, views, annotations } = before;
  const taken = ids.flatMap((id): readonly Removed[] => {
    const shown = documents.find((one) => one.id === id);
    const document = release(id);
    // What is looked up still, and held by nobody, is cancelled.
    if (!document || !shown) return [];
    const at = documents.indexOf(shown);
    const view = views[id] ?? defaultView;
    return [{ id, document, name: shown.name, at, view, annotations: annotations[id] ?? {} }];
  });
  for (const { id, document } of taken) {
    document.session?.close();
    leave(id, document);
  }
  const { isHistoryKept } = before.preferences;
  for (const id of ids) before.removeDocument(id);
  if (taken.length === 0) return;
  removed.push(taken.toSorted((one, other) => one.at - other.at));
  if (isHistoryKept && taken.some(({ document }) => document.isSensitive)) {
    const kept =
      taken.length === 1 ? ' and is not kept: what may be a key is in it' : '; what may hold a key is not kept';
    offerUndo(`closed${kept}`, keepLast);
  } else offerUndo('closed');
}

/** What is closed is forgotten, unless a person keeps it and nothing in it looks like a key. */
function leave(id: DocumentId, { isSensitive }: HeldDocument): void {
  if (useStore.getState().preferences.isHistoryKept && isSensitive === false)
    void changeKept(id, { tab: '', closedAt: Date.now() });
  else void forgetDocument(id);
}

/** A person was asked. */
function keepLast(): void {
  for (const { id, name, document, annotations } of removed.at(-1) ?? []) {
    if (!document.isSensitive) continue;
    const { source, ...how } = document.request;
    const closed = { id, name, tab: '', openedAt: document.openedAt, isSensitive: true, closedAt: Date.now(), ...how };
    void keepDocument(closed, document.keepable?.size ? document.keepable : contentOf(source));
    void keepAnnotations(id, annotations);
  }
}

function offerUndo(words: string, onKeep?: () => void): void {
  clearTimeout(timer);
  const last = removed.at(-1);
  if (!last) return;
  timer = setTimeout(() => {
    removed = [];
  }, undoMs);
  const [first] = last;
  showNotice({
    text:
      last.length === 1 && first ? `${first.name} was ${words}.` : `${plural(last.length, 'response')} were ${words}.`,
    action: { label: 'Undo', run: undoRemoval },
    otherAction: onKeep && { label: 'Keep it', run: onKeep },
  });
}

/** Opens what was removed last once more, with what had been chosen in it, and offers what was removed before it. */
function undoRemoval(): void {
  for (const [number, { id, name, document, view, at, annotations }] of (removed.pop() ?? []).entries()) {
    const { request, openedAt } = document;
    start(
      id,
      { name, source: request.source },
      {
        isTakingScreen: number === 0,
        asPlain: request.asPlain,
        ...agreed(request),
        view,
        at,
        annotations,
        openedAt,
      },
    );
  }
  offerUndo('closed before it');
}

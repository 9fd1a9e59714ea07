// Taking a document off the list, and bringing it back while that is offered.

import { forgetDocument } from '../../load/keep.ts';
import type { Annotations } from '../../response/annotations.ts';
import type { DocumentId } from '../../state/documents.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { type OpenedDocument, releaseSession } from './sessions.ts';
import { start } from './starting.ts';

/** How long a removed document can be brought back. */
const undoMs = 10_000;

const removed = new Map<
  DocumentId,
  { readonly document: OpenedDocument; readonly timer: ReturnType<typeof setTimeout> }
>();

let lastRemoved:
  | {
      readonly id: DocumentId;
      readonly at: number;
      readonly view: View;
      readonly name: string;
      readonly annotations: Annotations;
    }
  | undefined;

/** Takes a document off the list and offers to bring it back, for a while. */
export function removeDocument(id: DocumentId): void {
  const document = releaseSession(id);
  if (!document) return;
  const { documents, views, annotations } = useStore.getState();
  const shown = documents.find((one) => one.id === id);
  void forgetDocument(id);
  if (shown) {
    lastRemoved = {
      id,
      at: documents.indexOf(shown),
      view: views[id] ?? defaultView,
      name: shown.name,
      annotations: annotations[id] ?? {},
    };
  }
  removed.set(id, {
    document,
    timer: setTimeout(() => {
      document.session.close();
      removed.delete(id);
      // A load that went on until now may have kept it once more.
      void forgetDocument(id);
    }, undoMs),
  });
  useStore.getState().removeDocument(id);
  showNotice({ text: `${shown?.name ?? 'The response'} was closed.`, action: { label: 'Undo', run: undoRemoval } });
}

/** Opens the document that was removed last once more, with what had been chosen in it. */
function undoRemoval(): void {
  const last = lastRemoved;
  const kept = last && removed.get(last.id);
  if (!last || !kept) return;
  clearTimeout(kept.timer);
  removed.delete(last.id);
  kept.document.session.close();
  lastRemoved = undefined;
  start(
    last.id,
    { name: last.name, source: kept.document.request.source },
    {
      isTakingScreen: true,
      asPlain: kept.document.request.asPlain,
      view: last.view,
      at: last.at,
      annotations: last.annotations,
      ...(kept.document.request.keep && { openedAt: kept.document.request.keep.openedAt }),
    },
  );
}

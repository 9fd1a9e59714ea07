// Reads a document once more from other bytes, beside what is on screen, and puts it in its place when all of it is there: rows, order and texts change at
// once, and what a person chose stays. Knows no component, and not where the bytes came from.

import { openSession, type Session } from '../../load/client.ts';
import { keptDocument } from '../../load/keep.ts';
import type { LoadEvent, LoadFailure } from '../../response/loadEvents.ts';
import { type DocumentId, foldLoadEvent, newDocument } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { rejectInput } from './attempts.ts';
import { heldDocument, hold } from './sessions.ts';
import { noteSensitivity } from './starting.ts';

/** `closed`: the document went meanwhile. */
export type Reread = 'replaced' | 'closed' | { readonly failure: LoadFailure };

/** What broke off or did not open leaves the document as it was; `isBrokenTaken`: what broke off takes its place too. */
export function reread(id: DocumentId, content: Blob, isBrokenTaken: boolean): Promise<Reread> {
  const before = heldDocument(id);
  if (!before) return Promise.resolve('closed');
  // A mend is of the bytes that were there.
  const { mend: _mend, ...how } = before.request;
  const request = { ...how, source: { file: content } };
  let next = newDocument(id, '');
  let isThere = false;
  let keepable: Blob | undefined;
  return new Promise((resolve) => {
    const onEvent = (event: LoadEvent): void => {
      if (isThere) {
        onLater(id, session, event);
        return;
      }
      next = foldLoadEvent(next, event);
      if (event.type !== 'complete' && event.type !== 'failed') return;
      const document = heldDocument(id);
      const isTaken = event.type === 'complete' && (event.failure === undefined || isBrokenTaken);
      if (!document || !isTaken) {
        session.close();
        resolve(document && event.failure ? { failure: event.failure } : 'closed');
        return;
      }
      isThere = true;
      document.session?.close();
      const { keepable: _before, ...others } = document;
      hold(id, { ...others, request, session, ...(keepable && { keepable }) });
      useStore.getState().replaceDocument(next);
      noteSensitivity(id);
      resolve('replaced');
    };
    const onContent = (content: Blob) => {
      keepable = content;
    };
    const session = openSession(request, { onEvent, onContent, kept: async () => (await keptDocument(id))?.content });
  });
}

/** Its reader stopped and tells of itself again. */
function onLater(id: DocumentId, session: Session, event: LoadEvent): void {
  if (heldDocument(id)?.session !== session) return;
  if (event.type === 'failed' && !event.failure.canTryAgain) void rejectInput(id, event.failure);
  else useStore.getState().applyLoadEvents(id, [event]);
}

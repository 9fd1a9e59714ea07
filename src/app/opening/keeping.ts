// What the browser keeps of this tab's documents: what a person put over them goes there, and a reload brings them back.

import { changeKept, keepAnnotations, keptDocument, keptDocuments } from '../../load/keep.ts';
import { isStale } from '../../load/keptPolicy.ts';
import { holdTab } from '../../load/liveTabs.ts';
import { withAnnotation } from '../../response/annotations.ts';
import type { DocumentId } from '../../state/documents.ts';
import { decodeHash } from '../../state/hash.ts';
import { showNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { defaultView, type View } from '../../state/view.ts';
import { agreed } from './agreed.ts';
import { newId, tabId } from './ids.ts';
import { type Journal, keepJournal, readJournal, restoreDraft } from './journal.ts';
import { isOpen } from './sessions.ts';
import { start } from './starting.ts';
import { tabsNow } from './tabs.ts';

export function renameDocument(id: DocumentId, name: string): void {
  const trimmed = name.trim();
  if (trimmed === '') return;
  useStore.getState().renameDocument(id, trimmed);
  void changeKept(id, { name: trimmed });
}

let unrestored: Journal | undefined;

/** Puts back what a person was entering before a reload; from now on that is kept, and stars and notes with their documents. Call once. */
export function keepWhatIsEntered(): void {
  unrestored = readJournal();
  restoreDraft(unrestored);
  useStore.getState().setResponseNames(unrestored.responseNames);
  useStore.getState().setTogether(unrestored.together);
  keepJournal(() => unrestored);
  useStore.subscribe(({ annotations }, before) => {
    if (annotations === before.annotations) return;
    for (const [id, own] of Object.entries(annotations))
      if (own !== before.annotations[id] && isOpen(id)) void keepAnnotations(id, own);
  });
}

/** Brings back the documents that this tab had open before a reload, with the view of the address bar. */
export async function restoreDocuments(): Promise<void> {
  holdTab(tabId());
  const tabs = await tabsNow();
  const kept = await keptDocuments(tabId(), (document) => isStale(document, tabs));
  const address = decodeHash(location.hash);
  const asked = kept.find((document) => document.id === address.document);
  const shown = asked ?? kept.at(-1);
  // What a person has opened while they were read stays on screen.
  const { activeId, openingId } = useStore.getState();
  const isScreenFree = activeId === undefined && openingId === undefined;
  const { names, writing } = unrestored ?? {};
  for (const document of kept) {
    const { id, content, asPlain, openedAt, annotations } = document;
    start(
      id,
      { name: names?.[id] ?? document.name, source: { file: content } },
      {
        isTakingScreen: isScreenFree && document === shown,
        asPlain,
        ...agreed(document),
        view: document === asked ? address.view : defaultView,
        openedAt,
        // A note that was being typed is left with the page, and stays.
        annotations:
          writing?.id === id
            ? withAnnotation(annotations, writing.position, { note: writing.note.trim() })
            : annotations,
        isRestored: true,
      },
    );
  }
  unrestored = undefined;
  if (isScreenFree && asked === undefined && address.document !== undefined)
    await sayWhereabouts(address.document, address.view);
}

/** Says what became of a document that an address names and this tab does not have. */
export async function sayWhereabouts(id: DocumentId, view: View): Promise<void> {
  const kept = await keptDocument(id);
  const { setAway, documents } = useStore.getState();
  setAway({ id, view, ...(kept && { name: kept.name, openedAt: kept.openedAt }) });
  // The start screen says it at length.
  if (documents.length === 0) return;
  showNotice(
    kept
      ? {
          text: `The link leads to ${kept.name}, which was opened in another tab.`,
          action: { label: 'Open it here', run: () => void openAway() },
        }
      : { text: 'The document of the link is not in this browser: it was closed, or opened in another one.' },
  );
}

/** Opens what another tab keeps as a document of this tab, with its stars and notes; the other tab's stays as it is. */
export async function openAway(): Promise<void> {
  const { away, setAway } = useStore.getState();
  const kept = away && (await keptDocument(away.id));
  if (!kept) {
    if (away) setAway({ id: away.id, view: away.view });
    return;
  }
  setAway(undefined);
  const { name, content, asPlain, annotations } = kept;
  start(
    newId(),
    { name, source: { file: content } },
    { isTakingScreen: true, asPlain, ...agreed(kept), view: away.view, annotations },
  );
}

// What the browser keeps of this tab's documents: what a person put over them goes there, and a reload brings them back.

import { keepAnnotations, keptDocuments, renameKeptDocument } from '../../load/keep.ts';
import type { DocumentId } from '../../state/documents.ts';
import { decodeHash } from '../../state/hash.ts';
import { useStore } from '../../state/store.ts';
import { defaultView } from '../../state/view.ts';
import { tabId } from './ids.ts';
import { isOpen } from './sessions.ts';
import { start } from './starting.ts';

export function renameDocument(id: DocumentId, name: string): void {
  const trimmed = name.trim();
  if (trimmed === '') return;
  useStore.getState().renameDocument(id, trimmed);
  void renameKeptDocument(id, trimmed);
}

/** From now on stars and notes are kept with their documents; call once. */
export function keepAnnotationsOfDocuments(): void {
  useStore.subscribe(({ annotations }, before) => {
    if (annotations === before.annotations) return;
    for (const [id, own] of Object.entries(annotations))
      if (own !== before.annotations[id] && isOpen(id)) void keepAnnotations(id, own);
  });
}

/** Brings back the documents that this tab had open before a reload, with the view of the address bar. */
export async function restoreDocuments(): Promise<void> {
  const kept = await keptDocuments(tabId());
  const address = decodeHash(location.hash);
  const shown = kept.find((document) => document.id === address.document) ?? kept.at(-1);
  // What a person has opened while they were read stays on screen.
  const { activeId, openingId } = useStore.getState();
  const isScreenFree = activeId === undefined && openingId === undefined;
  for (const document of kept) {
    start(
      document.id,
      { name: document.name, source: { file: document.content } },
      {
        isTakingScreen: isScreenFree && document === shown,
        asPlain: document.asPlain,
        view: document === shown ? address.view : defaultView,
        openedAt: document.openedAt,
        annotations: document.annotations,
        isRestored: true,
      },
    );
  }
}

// Documents of earlier sessions that the browser kept: listed, opened again with their stars and notes, removed. Knows no component.

import { allKept, forgetDocument, keptDocument } from '../../load/keep.ts';
import { isEarlier, leftAt, newestFirst, overflowing } from '../../load/keptPolicy.ts';
import type { DocumentId } from '../../state/documents.ts';
import { defaultView } from '../../state/view.ts';
import { agreed } from './agreed.ts';
import { isOpen } from './sessions.ts';
import { start } from './starting.ts';
import { tabsNow } from './tabs.ts';

export interface EarlierDocument {
  readonly id: DocumentId;
  readonly name: string;
  /** When it was closed, or opened where it was left behind; milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
}

/** Newest first. What finds no room any longer is forgotten. */
export async function earlierDocuments(): Promise<readonly EarlierDocument[]> {
  const [kept, tabs] = await Promise.all([allKept(), tabsNow()]);
  const documents = newestFirst(kept.filter((document) => isEarlier(document, tabs) && !isOpen(document.id)));
  const gone = overflowing(documents);
  await Promise.all(gone.map(({ id }) => forgetDocument(id)));
  return documents
    .filter((document) => !gone.includes(document))
    .map((document) => ({ id: document.id, name: document.name, at: leftAt(document), bytes: document.bytes }));
}

/** False where it is kept no longer. */
export async function openEarlier(id: DocumentId): Promise<boolean> {
  const kept = await keptDocument(id);
  if (kept === undefined) return false;
  const { name, content, asPlain, annotations } = kept;
  start(
    id,
    { name, source: { file: content } },
    { isTakingScreen: true, asPlain, ...agreed(kept), view: defaultView, annotations },
  );
  return true;
}

export async function removeEarlier(ids: readonly DocumentId[]): Promise<void> {
  await Promise.all(ids.map(forgetDocument));
}

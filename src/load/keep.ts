// Keeps the bytes of this tab's documents in IndexedDB, so that a reload brings them back. Closing a document deletes it; documents that
// other tabs left behind go after a week. Storage that is full or forbidden is no error: the document then lasts as long as the page.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptDocument } from './protocol.ts';

interface Kept extends KeptDocument {
  readonly content: Blob;
}

interface Schema extends DBSchema {
  documents: { key: string; value: Kept; indexes: { tab: string } };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('completion-inspector', 1, {
    upgrade(database) {
      database.createObjectStore('documents', { keyPath: 'id' }).createIndex('tab', 'tab');
    },
  });
}

async function attempt<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
  try {
    const database = await open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

/** Called in the worker, which has the bytes. */
export async function keepDocument(document: KeptDocument, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await attempt((database) => database.put('documents', { ...document, content: new Blob([bytes]) }));
}

/** The documents of a tab, oldest first. */
export async function keptDocuments(tab: string): Promise<readonly (KeptDocument & { readonly content: Blob })[]> {
  const all = await attempt(async (database) => {
    const kept = await database.getAll('documents');
    const stale = kept.filter((document) => document.tab !== tab && Date.now() - document.openedAt > weekMs);
    await Promise.all(stale.map((document) => database.delete('documents', document.id)));
    return kept.filter((document) => document.tab === tab);
  });
  return (all ?? []).sort((a, b) => a.openedAt - b.openedAt);
}

export async function forgetDocument(id: string): Promise<void> {
  await attempt((database) => database.delete('documents', id));
}

export async function renameKeptDocument(id: string, name: string): Promise<void> {
  await attempt(async (database) => {
    const kept = await database.get('documents', id);
    if (kept) await database.put('documents', { ...kept, name });
  });
}

// Keeps the bytes of this tab's documents in IndexedDB, so that a reload brings them back. Closing a document deletes it; documents that
// other tabs left behind go after a week. Storage that is full or forbidden is no error: the document then lasts as long as the page.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Annotations } from '../response/annotations.ts';
import type { KeptDocument } from './protocol.ts';

interface Kept extends KeptDocument {
  readonly content: Blob;
}

interface Schema extends DBSchema {
  documents: { key: string; value: Kept; indexes: { tab: string } };
  /** Stars and notes, apart from the bytes, which are written once. */
  marks: { key: string; value: Annotations };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('completion-inspector', 2, {
    upgrade(database, version) {
      if (version < 1) database.createObjectStore('documents', { keyPath: 'id' }).createIndex('tab', 'tab');
      if (version < 2) database.createObjectStore('marks');
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

export interface RestoredDocument extends KeptDocument {
  readonly content: Blob;
  readonly annotations: Annotations;
}

/** The documents of a tab, oldest first. */
export async function keptDocuments(tab: string): Promise<readonly RestoredDocument[]> {
  const all = await attempt(async (database) => {
    const kept = await database.getAll('documents');
    const stale = kept.filter((document) => document.tab !== tab && Date.now() - document.openedAt > weekMs);
    await Promise.all(stale.map((document) => forget(database, document.id)));
    const own = kept.filter((document) => document.tab === tab);
    return await Promise.all(
      own.map(async (document) => ({ ...document, annotations: (await database.get('marks', document.id)) ?? {} })),
    );
  });
  return (all ?? []).sort((a, b) => a.openedAt - b.openedAt);
}

/** The bytes of one document, where they are kept. */
export async function keptContent(id: string): Promise<Blob | undefined> {
  return (await attempt((database) => database.get('documents', id)))?.content;
}

export async function forgetDocument(id: string): Promise<void> {
  await attempt((database) => forget(database, id));
}

async function forget(database: IDBPDatabase<Schema>, id: string): Promise<void> {
  await Promise.all([database.delete('documents', id), database.delete('marks', id)]);
}

/** Stars and notes of a document that is kept. */
export async function keepAnnotations(id: string, annotations: Annotations): Promise<void> {
  await attempt((database) => database.put('marks', annotations, id));
}

export async function renameKeptDocument(id: string, name: string): Promise<void> {
  await attempt(async (database) => {
    const kept = await database.get('documents', id);
    if (kept) await database.put('documents', { ...kept, name });
  });
}

// Keeps the bytes of this tab's documents in IndexedDB, so that a reload brings them back. Closing a document deletes it; what other tabs
// left behind goes after a week, unless a person keeps closed documents (`keptPolicy.ts`). Storage that is full or forbidden is no error: the document then lasts as long as the page.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Annotations } from '../response/annotations.ts';
import type { TextMend } from '../response/loadEvents.ts';

/** What is kept of a document beside its bytes. */
export interface KeptDocument {
  readonly id: string;
  /** The tab that it belongs to: a reload of this tab brings it back. */
  readonly tab: string;
  readonly name: string;
  readonly openedAt: number;
  readonly asPlain: boolean;
  readonly isAgreed?: boolean;
  /** A change of the text that a person agreed to. */
  readonly mend?: TextMend;
  /** It holds values of headers, or what looks like a key; absent while that is not known. */
  readonly isSensitive?: boolean;
  /** A person closed it while closed documents were kept: it belongs to no tab. */
  readonly closedAt?: number;
}

/** The parts of a long text that stand before and after what is in the paste box. */
export interface HeldParts {
  readonly before?: Blob;
  readonly after?: Blob;
}

interface Kept extends KeptDocument {
  readonly content: Blob;
}

interface Schema extends DBSchema {
  documents: { key: string; value: Kept };
  /** Stars and notes, apart from the bytes, which are written once. */
  marks: { key: string; value: Annotations };
  /** By tab. */
  drafts: { key: string; value: HeldParts & { readonly keptAt: number } };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('completion-inspector', 3, {
    upgrade(database, version) {
      if (version < 1) database.createObjectStore('documents', { keyPath: 'id' });
      if (version < 2) database.createObjectStore('marks');
      if (version < 3) database.createObjectStore('drafts');
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

let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that what was asked for first is done first: a name given meanwhile finds its document. */
function inTurn<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
  const result = last.then(() => attempt(work));
  last = result;
  return result;
}

/** `content` is what was brought, before anything was made of it. */
export async function keepDocument(document: KeptDocument, content: Blob): Promise<void> {
  await inTurn((database) => database.put('documents', { ...document, content }));
}

export interface RestoredDocument extends KeptDocument {
  readonly content: Blob;
  readonly annotations: Annotations;
}

/** The documents of a tab, oldest first. Those that `isStale` says are forgotten. */
export async function keptDocuments(
  tab: string,
  isStale: (document: KeptDocument) => boolean,
): Promise<readonly RestoredDocument[]> {
  const all = await inTurn(async (database) => {
    const kept = await database.getAll('documents');
    const stale = kept.filter((document) => document.tab !== tab && isStale(document));
    await Promise.all(stale.map((document) => forget(database, document.id)));
    await forgetStaleDrafts(database, tab);
    const own = kept.filter((document) => document.tab === tab);
    return await Promise.all(own.map((document) => withAnnotations(database, document)));
  });
  return (all ?? []).sort((a, b) => a.openedAt - b.openedAt);
}

/** A document whichever tab opened it; undefined when the browser does not keep it, or no longer. */
export async function keptDocument(id: string): Promise<RestoredDocument | undefined> {
  return await inTurn(async (database) => {
    const kept = await database.get('documents', id);
    return kept && (await withAnnotations(database, kept));
  });
}

async function withAnnotations(database: IDBPDatabase<Schema>, document: Kept): Promise<RestoredDocument> {
  return { ...document, annotations: (await database.get('marks', document.id)) ?? {} };
}

export async function forgetDocument(id: string): Promise<void> {
  await inTurn((database) => forget(database, id));
}

async function forget(database: IDBPDatabase<Schema>, id: string): Promise<void> {
  await Promise.all([database.delete('documents', id), database.delete('marks', id)]);
}

/** Stars and notes of a document that is kept. */
export async function keepAnnotations(id: string, annotations: Annotations): Promise<void> {
  await inTurn((database) => database.put('marks', annotations, id));
}

/** Nothing happens where it is not kept. */
export async function changeKept(id: string, change: Partial<Omit<KeptDocument, 'id'>>): Promise<void> {
  await inTurn(async (database) => {
    const kept = await database.get('documents', id);
    if (kept) await database.put('documents', { ...kept, ...change });
  });
}

/** What is kept, of whatever tab, with its size in bytes. */
export async function allKept(): Promise<readonly (KeptDocument & { readonly bytes: number })[]> {
  const all = await inTurn((database) => database.getAll('documents'));
  return (all ?? []).map(({ content, ...document }) => ({ ...document, bytes: content.size }));
}

/** `undefined` where the box holds all of its text. */
export async function keepHeldParts(tab: string, parts: HeldParts | undefined): Promise<void> {
  await inTurn(async (database) => {
    if (parts) await database.put('drafts', { ...parts, keptAt: Date.now() }, tab);
    else await database.delete('drafts', tab);
  });
}

export async function keptHeldParts(tab: string): Promise<HeldParts | undefined> {
  return await inTurn((database) => database.get('drafts', tab));
}

async function forgetStaleDrafts(database: IDBPDatabase<Schema>, tab: string): Promise<void> {
  for (const key of await database.getAllKeys('drafts')) {
    const draft = key === tab ? undefined : await database.get('drafts', key);
    if (draft && Date.now() - draft.keptAt > weekMs) await database.delete('drafts', key);
  }
}

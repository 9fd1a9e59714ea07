// Which of the documents that the browser keeps are earlier ones that a person can open again, which are to be forgotten, and how much is kept. Pure.

import type { KeptDocument } from './keep.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** Earlier documents together; the oldest go first. */
export const mostEarlierBytes = 500_000_000;

export interface Tabs {
  /** The tabs that are open; undefined where the browser does not tell. */
  readonly live: ReadonlySet<string> | undefined;
  /** A person keeps closed documents. */
  readonly isHistoryKept: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** It was closed, or left behind by a tab that is gone, and may be kept over sessions: nothing in it looks like a key, or a person was asked. */
export function isEarlier({ tab, closedAt, isSensitive }: KeptDocument, { live, isHistoryKept }: Tabs): boolean {
  if (closedAt !== undefined) return true;
  return isHistoryKept && isSensitive === false && live?.has(tab) === false;
}

/** What another tab left behind: what is sensitive as soon as its tab is gone, anything else but earlier documents after a week. */
export function isStale(document: KeptDocument, tabs: Tabs): boolean {
  const isLive = tabs.live?.has(document.tab);
  if (isEarlier(document, tabs) || isLive) return false;
  return (document.isSensitive === true && isLive === false) || tabs.now - document.openedAt > weekMs;
}

/** Newest first. */
export function newestFirst<Document extends KeptDocument>(documents: readonly Document[]): readonly Document[] {
  return [...documents].sort((one, other) => leftAt(other) - leftAt(one));
}

/** When a person had it last, as far as is known. */
export function leftAt({ closedAt, openedAt }: KeptDocument): number {
  return closedAt ?? openedAt;
}

/** Those, newest first, that find no room beside the newer ones. */
export function overflowing<Document extends { readonly bytes: number }>(
  documents: readonly Document[],
  mostBytes = mostEarlierBytes,
): readonly Document[] {
  let total = 0;
  return documents.filter(({ bytes }) => {
    if (total + bytes > mostBytes) return true;
    total += bytes;
    return false;
  });
}

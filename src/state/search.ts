// The search over the whole document: what is looked for, and the hit that a person is at, for the panes that show it. Of this page alone. What
// looks for it stands in panes/search.

import { create } from 'zustand';
import type { Pointer } from '../json/pointer.ts';
import type { FoundPlace } from '../response/questions.ts';
import type { DocumentId } from './documents.ts';
import { runPaneAction } from './paneKeys.ts';

export interface ShownHit {
  readonly documentId: DocumentId;
  /** Bytes `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly place: FoundPlace;
}

export interface SearchState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly isCaseMatched: boolean;
  /** The text is a regular expression. */
  readonly isPattern: boolean;
  readonly shown?: ShownHit | undefined;
}

export const useSearch = create<SearchState>()(() => ({
  isOpen: false,
  text: '',
  isCaseMatched: false,
  isPattern: false,
}));

/** The hit that a person is at, as long as its place is the selected one. */
export function useShownHit(documentId: DocumentId, selection: Pointer): ShownHit | undefined {
  return useSearch(({ shown }) =>
    shown?.documentId === documentId && shown.place.pointer === selection ? shown : undefined,
  );
}

/** Brings the search up, or the focus into it. */
export function openSearch(): void {
  if (!runPaneAction(['search'], 'find')) useSearch.setState({ isOpen: true });
}

export function closeSearch(): void {
  useSearch.setState({ isOpen: false, shown: undefined });
}

// A place in the output of a generation that a person looked at in another pane: the pane Generation marks it. Of this page alone.

import { create } from 'zustand';
import type { DocumentId } from './documents.ts';

/** Code units `[from, to)` of the output. */
export interface ShownPlace {
  readonly from: number;
  readonly to: number;
}

const useShown = create<{ readonly of: string; readonly place?: ShownPlace | undefined }>()(() => ({ of: '' }));

function keyOf(id: DocumentId, position: number): string {
  return `${id} ${position}`;
}

/** The place in the output of the generation at `position`; undefined when the last one was in another. */
export function useShownPlace(id: DocumentId, position: number): ShownPlace | undefined {
  return useShown(({ of, place }) => (of === keyOf(id, position) ? place : undefined));
}

/** From now on it is this one; an empty place is none. */
export function showPlace(id: DocumentId, position: number, place: ShownPlace): void {
  useShown.setState({ of: keyOf(id, position), place: place.to > place.from ? place : undefined });
}

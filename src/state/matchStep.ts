// Which match of the filter the keys are at, of those in the output of one generation: the first until they walk on. Of this page alone.

import { create } from 'zustand';
import type { DocumentId } from './documents.ts';
import type { View } from './view.ts';

type Filter = Pick<View, 'filter' | 'isCaseMatched' | 'isPattern'>;

interface MatchStep {
  readonly of: string;
  readonly at: number;
}

const useMatchStep = create<MatchStep>()(() => ({ of: '', at: 0 }));

function keyOf(id: DocumentId, position: number, { filter, isCaseMatched, isPattern }: Filter): string {
  return JSON.stringify([id, position, filter, isCaseMatched, isPattern]);
}

/** From 0, among the matches in the output of the generation at `position`. */
export function useMatchAt(id: DocumentId, position: number, filter: Filter): number {
  return useMatchStep(({ of, at }) => (of === keyOf(id, position, filter) ? at : 0));
}

export function goToMatch(id: DocumentId, position: number, filter: Filter, at: number): void {
  useMatchStep.setState({ of: keyOf(id, position, filter), at });
}

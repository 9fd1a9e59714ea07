// HL022: a generation that is empty although it ended normally. A whole-response check, because a refusal in the linked
// choice explains it.

import type { Check, ResponseSubject } from './check.ts';

export const emptyChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL022',
    severity: 'warning',
    find({ generations, providers, linkOf }) {
      const isBlocked = providers.some(({ blocked }) => blocked !== undefined);
      // A content filter, a refusal or a blocked prompt says why: HL042 is about those.
      const isExplained = (position: number): boolean => {
        const choice = linkOf(position)?.choice;
        if (choice === undefined) return isBlocked;
        return choice.textKind === 'refusal' || choice.finishReason?.class === 'filter';
      };
      return generations
        .filter(({ isEmptyStop, position }) => isEmptyStop && !isExplained(position))
        .map(({ pointer }) => ({ message: 'Empty generation that ended normally.', pointer }));
    },
  },
];

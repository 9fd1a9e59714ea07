// HL022: a generation that is empty although it ended normally. A whole-response check, because a refusal in the linked
// choice explains it.

import { pointerOf } from '../../json/pointer.ts';
import type { Check, Finding, ResponseSubject } from './check.ts';
import { textKindOf } from './choiceFacts.ts';

export const emptyChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL022',
    severity: 'warning',
    find({ generations, providers, choices: { table }, links }) {
      const isBlocked = providers.isAnyBlocked();
      // A content filter, a refusal or a blocked prompt says why: HL042 is about those.
      const isExplained = (position: number): boolean => {
        const choice = links.choice(position);
        if (choice < 0) return isBlocked;
        return textKindOf(table, choice) === 'refusal' || table.finishClass(choice) === 'filter';
      };
      const found: Finding[] = [];
      for (let position = generations.first; position < generations.end; position++) {
        if (!generations.isEmptyStop(position) || isExplained(position)) continue;
        found.push({ message: 'Empty generation that ended normally.', pointer: pointerOf('data', position) });
      }
      return found;
    },
  },
];

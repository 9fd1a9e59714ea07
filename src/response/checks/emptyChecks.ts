// HL022: a generation that is empty although it ended normally. A whole-response check, because a refusal in the linked
// choice explains it.

import type { Check, ResponseSubject } from './check.ts';

export const emptyChecks: readonly Check<ResponseSubject>[] = [
  {
    id: 'HL022',
    severity: 'warning',
    find({ generations, linkOf }) {
      return generations
        .filter(({ isEmptyStop, position }) => isEmptyStop && linkOf(position)?.choice?.textKind !== 'refusal')
        .map(({ pointer }) => ({ message: 'Empty generation that ended normally.', pointer }));
    },
  },
];

// Commands that take away what is shown: the table, a comparison, a value as the document writes it.

import { type TakenId, takenIds, takingWays, takingWords } from '../../state/writings.ts';
import { focusedPane } from '../arrangements/focus.ts';
import { canTake, takeById } from '../takeAway/takeById.ts';
import type { Command } from './command.ts';
import { isTyping } from './typing.ts';

/** Text that a person marked is what they want to copy; so it is in a text field. */
function isCopyOfRows(): boolean {
  const isMarked = document.getSelection()?.isCollapsed === false;
  return !isMarked && !isTyping(document.activeElement) && focusedPane() === 'generations';
}

function waysOf(id: TakenId): readonly Command[] {
  return takingWays
    .filter((way) => id !== 'rows' || way === 'copy')
    .map((way) => ({
      id: `${way}-${id}`,
      label: takingWords(id, way),
      group: 'View',
      keys: id === 'rows' ? ['Control+C', 'Meta+C'] : [],
      ...(id === 'rows' && { isKeyMeant: isCopyOfRows }),
      isAvailable: () => canTake(id),
      run: () => takeById(id, way),
    }));
}

export const takeCommands: readonly Command[] = takenIds.flatMap(waysOf);

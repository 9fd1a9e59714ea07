// The menu that puts the responses of a document in order: sorted by what is known of them, one moved up or down, or as in the file; and that shows the
// documents which were put together.

import { MenuButton } from '../../ui/MenuButton.tsx';
import { plural } from '../../words/numbers.ts';
import { type SortKey, sortKeys } from './sortResponses.ts';
import type { ResponseActions } from './useResponseActions.ts';

const sortWords: Readonly<Record<SortKey, string>> = {
  name: 'Sort by name',
  model: 'Sort by model',
  temperature: 'Sort by temperature',
  samples: 'Sort by samples',
  distinct: 'Sort by distinct answers',
  issues: 'Sort by issues',
};

export interface OrderMenuProps {
  readonly actions: ResponseActions;
  /** The response that the keys are at. */
  readonly standing: number | undefined;
  readonly isFiltered: boolean;
}

export function OrderMenu({ actions, standing, isFiltered }: OrderMenuProps) {
  const { folded, isUnfolded } = actions;
  const canMove = standing !== undefined && !isFiltered;
  return (
    <MenuButton
      label="Order of the responses"
      icon="sort-down"
      entries={[
        ...sortKeys.map((id) => ({
          id,
          label: sortWords[id],
          isDisabled: !actions.canSort,
          ...(actions.sorted === id && { hint: 'Once more: the other way round' }),
        })),
        { id: 'own', label: 'As in the file', isDisabled: !actions.isOrdered },
        { kind: 'separator', id: 'moves' },
        { id: 'up', label: 'Move up', keys: 'Alt+ArrowUp', isDisabled: !canMove },
        { id: 'down', label: 'Move down', keys: 'Alt+ArrowDown', isDisabled: !canMove },
        ...(folded === 0
          ? []
          : [
              { kind: 'separator' as const, id: 'folds' },
              {
                id: 'fold',
                label: isUnfolded ? 'Hide what is in it' : 'List what is in it',
                hint: `${plural(folded, 'document')} that were put together`,
              },
            ]),
      ]}
      onAction={(id) => {
        const key = sortKeys.find((one) => one === id);
        if (key !== undefined) actions.sort(key);
        else if (id === 'own') actions.resetOrder();
        else if (id === 'fold') actions.toggleFold();
        else if (standing !== undefined) actions.move(standing, id === 'up' ? -1 : 1);
      }}
    />
  );
}

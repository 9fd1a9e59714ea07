// Commands about how things are shown and copied, and what shows the commands themselves.

import { removePin } from '../../state/pinning.ts';
import { placeForms, placeFormWords } from '../../state/placeAs.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { always, type Command, hasDocument, type Shell, selectedPosition } from './command.ts';
import { copyPlace } from './copyPlace.ts';

const { setPreferences } = useStore.getState();

/** Place of the selected generation, where its link was set by hand. */
function pinnedPosition(): number | undefined {
  const position = selectedPosition();
  const row = position === undefined ? undefined : activeDocument(useStore.getState())?.rows.at(position);
  return row?.link?.pin === undefined ? undefined : position;
}

function holdsSeveral(): boolean {
  return activeDocument(useStore.getState())?.responses !== undefined;
}

const shownCommands: readonly Command[] = [
  {
    id: 'calls',
    label: 'Compare responses: what differs between the calls, or not',
    group: 'View',
    keys: [],
    isAvailable: holdsSeveral,
    run: () => useStore.getState().changeView((view) => ({ ...view, areCallsShown: !view.areCallsShown })),
  },
  {
    id: 'one-table',
    label: 'One table of all responses',
    group: 'View',
    keys: [],
    isAvailable: holdsSeveral,
    run: () =>
      useStore.getState().changeView((view) => {
        const { responses: _all, ...brushes } = view.brushes;
        return { ...view, brushes };
      }),
  },
  {
    id: 'found-link',
    label: 'Use the found link of this generation again',
    group: 'View',
    keys: [],
    isAvailable: () => pinnedPosition() !== undefined,
    run: () => {
      const position = pinnedPosition();
      if (position !== undefined) removePin(position, 'The generation has its found link again.');
    },
  },
  ...placeForms.map(
    (form): Command => ({
      id: `copy-${form}`,
      label: `${placeFormWords[form].action} of the selected place`,
      group: 'View',
      keys: [],
      isAvailable: hasDocument,
      run: () => {
        const { activeId } = useStore.getState();
        if (activeId !== undefined) copyPlace(activeId, activeView(useStore.getState()).selection, form);
      },
    }),
  ),
  {
    id: 'wrap',
    label: 'Wrap long lines, or not',
    group: 'View',
    keys: [],
    isAvailable: hasDocument,
    run: () => setPreferences({ isWrapping: !useStore.getState().preferences.isWrapping }),
  },
  {
    id: 'invisible',
    label: 'Show invisible characters, or not',
    group: 'View',
    keys: [],
    isAvailable: hasDocument,
    run: () => setPreferences({ areInvisiblesShown: !useStore.getState().preferences.areInvisiblesShown }),
  },
  ...(['system', 'light', 'dark'] as const).map(
    (theme): Command => ({
      id: `theme-${theme}`,
      label: `Theme: ${theme}`,
      group: 'View',
      keys: [],
      isAvailable: () => useStore.getState().preferences.theme !== theme,
      run: () => setPreferences({ theme }),
    }),
  ),
  {
    id: 'single-keys',
    label: 'Single-key shortcuts on, or off',
    group: 'View',
    keys: [],
    isAvailable: always,
    run: () => setPreferences({ hasSingleKeys: !useStore.getState().preferences.hasSingleKeys }),
  },
];

export function viewCommands(shell: Shell): readonly Command[] {
  return [
    ...shownCommands,
    {
      id: 'commands',
      label: 'Commands',
      group: 'View',
      keys: ['Control+K', 'Meta+K'],
      isAvailable: always,
      run: shell.showCommands,
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      group: 'View',
      keys: ['?'],
      isSingleKey: true,
      isAvailable: always,
      run: shell.showShortcuts,
    },
  ];
}

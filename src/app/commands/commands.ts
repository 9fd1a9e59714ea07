// Everything that can be done without a mouse, in one list: the shortcuts, the palette and the overlay are made from it.

import { equalAnswers, oneOfEach } from '../../analysis/equalAnswers.ts';
import { pointerOf } from '../../json/pointer.ts';
import { type PaneAction, runPaneAction } from '../../state/paneKeys.ts';
import { removePin } from '../../state/pinning.ts';
import { placeForms, placeFormWords } from '../../state/placeAs.ts';
import { generationAt } from '../../state/selection.ts';
import { activeAnnotations, activeDocument, activeView, useStore } from '../../state/store.ts';
import { compareOnly, type PaneId, setBaseline, toggleChosen } from '../../state/view.ts';
import { focusedPane, focusPane, paneNames, stepPane } from '../arrangements/focus.ts';
import { cancelLoad } from '../opening/inputs.ts';
import { removeDocument } from '../opening/removal.ts';
import { copyPlace } from './copyPlace.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: 'Move' | 'Compare' | 'Open' | 'View';
  /** Shortcuts in aria-keyshortcuts notation; the first is the one that is shown. */
  readonly keys: readonly string[];
  /** A single printable key, which can be switched off. */
  readonly isSingleKey?: boolean;
  /** Whether it can run now; commands that cannot are left out of the palette. */
  isAvailable(): boolean;
  run(): void;
}

/** What commands need of the shell. */
export interface Shell {
  openFileChooser(): void;
  paste(): void;
  showShortcuts(): void;
  showCommands(): void;
  /** Closes the topmost open thing; false when nothing is open. */
  goBack(): boolean;
}

const hasDocument = () => activeDocument(useStore.getState()) !== undefined;
const hasGenerations = () => (activeDocument(useStore.getState())?.generationCount ?? 0) > 0;
const always = () => true;

/** The pane in which the focus is, then the ones that own the action otherwise. */
function run(action: PaneAction, fallback: readonly PaneId[]): void {
  const focused = focusedPane();
  runPaneAction(focused === undefined ? fallback : [focused, ...fallback], action);
}

function selectedPosition(): number | undefined {
  const state = useStore.getState();
  const document = activeDocument(state);
  return document && generationAt(document, activeView(state).selection);
}

/** Place of the selected generation, where its link was set by hand. */
function pinnedPosition(): number | undefined {
  const position = selectedPosition();
  const row = position === undefined ? undefined : activeDocument(useStore.getState())?.rows[position];
  return row?.link?.pin === undefined ? undefined : position;
}

function distinctPositions(): readonly number[] {
  const document = activeDocument(useStore.getState());
  return document === undefined ? [] : oneOfEach(equalAnswers(document.rows));
}

export function commandsOf(shell: Shell): readonly Command[] {
  const { changeView, setPreferences } = useStore.getState();
  return [
    {
      id: 'next',
      label: 'Next',
      group: 'Move',
      keys: ['J'],
      isSingleKey: true,
      isAvailable: hasDocument,
      run: () => run('next', ['generations']),
    },
    {
      id: 'previous',
      label: 'Previous',
      group: 'Move',
      keys: ['K'],
      isSingleKey: true,
      isAvailable: hasDocument,
      run: () => run('previous', ['generations']),
    },
    {
      id: 'next-match',
      label: 'Next difference',
      group: 'Move',
      keys: ['N'],
      isSingleKey: true,
      isAvailable: () => activeView(useStore.getState()).isComparing,
      run: () => run('nextMatch', ['compare']),
    },
    {
      id: 'previous-match',
      label: 'Previous difference',
      group: 'Move',
      keys: ['P'],
      isSingleKey: true,
      isAvailable: () => activeView(useStore.getState()).isComparing,
      run: () => run('previousMatch', ['compare']),
    },
    {
      id: 'filter',
      label: 'Filter generations',
      group: 'Move',
      keys: ['/'],
      isSingleKey: true,
      isAvailable: hasGenerations,
      run: () => run('filter', ['generations']),
    },
    {
      id: 'next-pane',
      label: 'Next pane',
      group: 'Move',
      keys: ['F6'],
      isAvailable: hasDocument,
      run: () => stepPane(1),
    },
    {
      id: 'previous-pane',
      label: 'Previous pane',
      group: 'Move',
      keys: ['Shift+F6'],
      isAvailable: hasDocument,
      run: () => stepPane(-1),
    },
    {
      id: 'history-back',
      label: 'Back to the place before',
      group: 'Move',
      keys: ['['],
      isSingleKey: true,
      isAvailable: hasDocument,
      run: () => history.back(),
    },
    {
      id: 'history-forward',
      label: 'Forward again',
      group: 'Move',
      keys: [']'],
      isSingleKey: true,
      isAvailable: hasDocument,
      run: () => history.forward(),
    },
    {
      id: 'choose',
      label: 'Add to the comparison, or take out',
      group: 'Compare',
      keys: ['X'],
      isSingleKey: true,
      isAvailable: hasGenerations,
      run: () => {
        const position = selectedPosition();
        if (position !== undefined) changeView((view) => toggleChosen(view, position));
      },
    },
    {
      id: 'star',
      label: 'Star, or take the star off',
      group: 'Compare',
      keys: ['S'],
      isSingleKey: true,
      isAvailable: () => selectedPosition() !== undefined,
      run: () => {
        const position = selectedPosition();
        if (position === undefined) return;
        const state = useStore.getState();
        state.annotate(position, { isStarred: activeAnnotations(state)[position]?.isStarred !== true });
      },
    },
    {
      id: 'baseline',
      label: 'Make it the baseline',
      group: 'Compare',
      keys: ['B'],
      isSingleKey: true,
      isAvailable: hasGenerations,
      run: () => {
        const position = selectedPosition();
        if (position !== undefined) changeView((view) => setBaseline(view, position));
      },
    },
    {
      id: 'compare',
      label: 'Compare the chosen generations',
      group: 'Compare',
      keys: ['C'],
      isSingleKey: true,
      isAvailable: () => activeView(useStore.getState()).chosen.length >= 2,
      run: () =>
        changeView((view) =>
          view.chosen.length < 2
            ? view
            : { ...view, isComparing: !view.isComparing, pane: view.isComparing ? 'generations' : 'compare' },
        ),
    },
    {
      id: 'compare-all',
      label: 'Compare all generations',
      group: 'Compare',
      keys: [],
      isAvailable: () => (activeDocument(useStore.getState())?.generationCount ?? 0) >= 2,
      run: () => {
        const count = activeDocument(useStore.getState())?.generationCount ?? 0;
        const all = Array.from({ length: count }, (_, at) => at);
        changeView((view) => compareOnly(view, all));
      },
    },
    {
      id: 'compare-distinct',
      label: 'Compare one of each distinct answer',
      group: 'Compare',
      keys: [],
      isAvailable: () => (activeDocument(useStore.getState())?.distinctCount ?? 0) >= 2,
      run: () => changeView((view) => compareOnly(view, distinctPositions())),
    },
    {
      id: 'open-files',
      label: 'Open files',
      group: 'Open',
      keys: ['Control+O', 'Meta+O'],
      isAvailable: always,
      run: shell.openFileChooser,
    },
    {
      id: 'paste',
      label: 'Paste a response',
      group: 'Open',
      keys: ['Control+V', 'Meta+V'],
      isAvailable: always,
      run: shell.paste,
    },
    {
      id: 'responses',
      label: 'Show the open responses',
      group: 'Open',
      keys: [],
      isAvailable: () => useStore.getState().documents.length > 0,
      run: () => {
        useStore.getState().setResponsesListOpen(true);
        focusPane('responses');
      },
    },
    {
      id: 'close',
      label: 'Close this response',
      group: 'Open',
      keys: [],
      isAvailable: hasDocument,
      run: () => {
        const id = useStore.getState().activeId;
        if (id !== undefined) removeDocument(id);
      },
    },
    {
      id: 'cancel',
      label: 'Cancel loading',
      group: 'Open',
      keys: [],
      isAvailable: () => useStore.getState().documents.some((document) => document.load === 'loading'),
      run: cancelLoad,
    },
    {
      id: 'root',
      label: 'Select the whole response',
      group: 'Move',
      keys: [],
      isAvailable: hasDocument,
      run: () => useStore.getState().select(pointerOf(), 'source'),
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
    ...(['generations', 'generation', 'providers', 'usage', 'issues', 'source'] as const).map(
      (pane): Command => ({
        id: `pane-${pane}`,
        label: `Go to ${paneNames[pane]}`,
        group: 'Move',
        keys: [],
        isAvailable: hasDocument,
        run: () => focusPane(pane),
      }),
    ),
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
    {
      id: 'single-keys',
      label: 'Single-key shortcuts on, or off',
      group: 'View',
      keys: [],
      isAvailable: always,
      run: () => setPreferences({ hasSingleKeys: !useStore.getState().preferences.hasSingleKeys }),
    },
    {
      id: 'back',
      label: 'Back out',
      group: 'Move',
      keys: ['Escape'],
      isAvailable: hasDocument,
      run: () => void shell.goBack(),
    },
  ];
}

// Commands that move: along the rows of a pane, between differences and matches, from pane to pane, through the history, and back out.

import { pointerOf } from '../../json/pointer.ts';
import { type PaneAction, runPaneAction } from '../../state/paneKeys.ts';
import { type PaneId, paneIds, panes } from '../../state/panes.ts';
import { openSearch, useSearch } from '../../state/search.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { focusedPane, focusPane, stepPane } from '../arrangements/focus.ts';
import { type Command, hasDocument, hasGenerations, selectedPosition } from './command.ts';
import { canGoBack, goBack } from './goBack.ts';

/** The pane in which the focus is, then the ones that own the action otherwise. */
function run(action: PaneAction, fallback: readonly PaneId[]): void {
  const focused = focusedPane();
  runPaneAction(focused === undefined ? fallback : [focused, ...fallback], action);
}

/** Whether there are differences or matches to walk. */
function hasMatches(): boolean {
  const { isComparing, filter } = activeView(useStore.getState());
  return isComparing || filter !== '';
}

/** Whether the selected generation lists tokens, as far as that is known, and is on screen. */
function hasTokens(): boolean {
  const state = useStore.getState();
  const position = selectedPosition();
  const row = position === undefined ? undefined : activeDocument(state)?.rows.at(position);
  const { isComparing, tab } = activeView(state);
  // Its tokens can be on screen before the load has told of them.
  return !isComparing && (row?.logprobs !== undefined || (row !== undefined && tab === 'tokens'));
}

/** A second press in the search box is the browser's own search. */
function canSearch(): boolean {
  return hasDocument() && !(focusedPane() === 'search' && document.activeElement instanceof HTMLInputElement);
}

const isSearching = () => useSearch.getState().isOpen && hasDocument();

export const moveCommands: readonly Command[] = [
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
    label: 'Next difference or match',
    group: 'Move',
    keys: ['N'],
    isSingleKey: true,
    isAvailable: hasMatches,
    run: () => run('nextMatch', ['compare', 'generations']),
  },
  {
    id: 'previous-match',
    label: 'Previous difference or match',
    group: 'Move',
    keys: ['P'],
    isSingleKey: true,
    isAvailable: hasMatches,
    run: () => run('previousMatch', ['compare', 'generations']),
  },
  {
    id: 'least-certain',
    label: 'Next least certain token',
    group: 'Move',
    keys: ['U'],
    isSingleKey: true,
    isAvailable: hasTokens,
    run: () => {
      if (runPaneAction(['generation'], 'leastCertain')) return;
      // The tab is not on screen: the next press walks.
      useStore.getState().changeView((view) => ({ ...view, tab: 'tokens', pane: 'generation' }));
    },
  },
  {
    id: 'search',
    label: 'Search the document',
    group: 'Move',
    keys: ['Control+F', 'Meta+F'],
    isAvailable: canSearch,
    run: openSearch,
  },
  {
    id: 'next-hit',
    label: 'Next hit of the search',
    group: 'Move',
    keys: ['F3', 'Control+G', 'Meta+G'],
    isAvailable: isSearching,
    run: () => runPaneAction(['search'], 'nextMatch'),
  },
  {
    id: 'previous-hit',
    label: 'Previous hit of the search',
    group: 'Move',
    keys: ['Shift+F3', 'Control+Shift+G', 'Meta+Shift+G'],
    isAvailable: isSearching,
    run: () => runPaneAction(['search'], 'previousMatch'),
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
    id: 'root',
    label: 'Select the whole response',
    group: 'Move',
    keys: [],
    isAvailable: hasDocument,
    run: () => useStore.getState().select(pointerOf(), 'source'),
  },
  ...paneIds
    .filter((id) => 'isGoal' in panes[id])
    .map(
      (id): Command => ({
        id: `pane-${id}`,
        label: `Go to ${panes[id].name}`,
        group: 'Move',
        keys: [],
        isAvailable: hasDocument,
        run: () => focusPane(id),
      }),
    ),
  {
    id: 'back',
    label: 'Back out',
    group: 'Move',
    keys: ['Escape'],
    isAvailable: canGoBack,
    run: goBack,
  },
];

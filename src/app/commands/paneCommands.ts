// Commands that a pane carries out where its keys are: on the place of the tree, the difference of a comparison.

import { hasPaneAction, type PaneAction, runPaneAction } from '../../state/paneKeys.ts';
import type { PaneId } from '../../state/panes.ts';
import { useStore } from '../../state/store.ts';
import { type Command, generationCount } from './command.ts';
import { hasContextMenu, openContextMenu } from './useContextMenu.tsx';

function command(id: string, label: string, pane: PaneId, action: PaneAction): Command {
  return {
    id,
    label,
    group: 'View',
    keys: [],
    isAvailable: () => hasPaneAction([pane], action),
    run: () => runPaneAction([pane], action),
  };
}

export const paneCommands: readonly Command[] = [
  command('copy-value', 'Copy value of the place in the tree', 'providers', 'copyValue'),
  command('open-below', 'Open all below the place in the tree', 'providers', 'openBelow'),
  command('close-below', 'Close all below the place in the tree', 'providers', 'closeBelow'),
  command('copy-difference', 'Copy the difference', 'compare', 'copyMatch'),
  {
    id: 'histograms',
    label: 'Histograms, or not',
    group: 'View',
    keys: [],
    isAvailable: () => generationCount() > 1,
    run: () => {
      const { preferences, setPreferences } = useStore.getState();
      setPreferences({ areHistogramsShown: !preferences.areHistogramsShown });
    },
  },
  {
    id: 'context-menu',
    label: 'Menu of the row or place',
    group: 'View',
    keys: ['Shift+F10', 'ContextMenu'],
    isAvailable: hasContextMenu,
    run: openContextMenu,
  },
];

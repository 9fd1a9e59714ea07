// Commands that go to a tab of the generation or of the comparison.

import { whatToCompare } from '../../state/comparable.ts';
import { activeDocument, activeView, useStore } from '../../state/store.ts';
import { compareTabNames, generationTabNames } from '../../state/tabNames.ts';
import { type CompareTab, compareTabs, type GenerationTab, generationTabs, openCompare } from '../../state/view.ts';
import { focusPane } from '../arrangements/focus.ts';
import { type Command, selectedPosition } from './command.ts';

const { changeView } = useStore.getState();

function hasTab(tab: GenerationTab): boolean {
  const position = selectedPosition();
  const document = activeDocument(useStore.getState());
  if (position === undefined || document === undefined) return false;
  return tab !== 'messages' || document.rows.hasMessages(position);
}

function canCompareBy(tab: CompareTab): boolean {
  const document = activeDocument(useStore.getState());
  const positions = document && whatToCompare(document, activeView(useStore.getState()))?.positions;
  if (document === undefined || positions === undefined) return false;
  return tab !== 'expected' || positions.some((position) => document.rows.figure('listed', position) >= 0);
}

export const tabCommands: readonly Command[] = [
  ...generationTabs.map(
    (tab): Command => ({
      id: `tab-${tab}`,
      label: `Generation: ${generationTabNames[tab]}`,
      group: 'View',
      keys: [],
      isAvailable: () => hasTab(tab),
      run: () => {
        changeView((view) => ({ ...view, tab }));
        focusPane('generation');
      },
    }),
  ),
  ...compareTabs.map(
    (tab): Command => ({
      id: `compare-tab-${tab}`,
      label: `Compare: ${compareTabNames[tab]}`,
      group: 'View',
      keys: [],
      isAvailable: () => canCompareBy(tab),
      run: () => {
        const state = useStore.getState();
        const document = activeDocument(state);
        const positions = document && whatToCompare(document, activeView(state))?.positions;
        if (positions === undefined) return;
        changeView((view) => ({ ...openCompare(view, positions), compareTab: tab }));
        focusPane('compare');
      },
    }),
  ),
];

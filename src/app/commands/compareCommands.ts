// Commands about what is compared with what, and the stars.

import { whatToCompare } from '../../state/comparable.ts';
import { activeAnnotations, activeDocument, activeView, useStore } from '../../state/store.ts';
import { compareOnly, openCompare, setBaseline, toggleChosen } from '../../state/view.ts';
import { focusPane } from '../arrangements/focus.ts';
import { type Command, distinctPositions, generationCount, hasGenerations, selectedPosition } from './command.ts';

const { changeView } = useStore.getState();

function comparable() {
  const state = useStore.getState();
  const document = activeDocument(state);
  return document && whatToCompare(document, activeView(state));
}

export const compareCommands: readonly Command[] = [
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
    label: 'Toggle star',
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
    label: 'Open Compare',
    group: 'Compare',
    keys: ['C'],
    isSingleKey: true,
    isAvailable: () => comparable() !== undefined,
    run: () => {
      const positions = comparable()?.positions;
      if (positions === undefined) return;
      changeView((view) => openCompare(view, positions));
      focusPane('compare');
    },
  },
  {
    id: 'compare-all',
    label: 'Compare all generations',
    group: 'Compare',
    keys: [],
    isAvailable: () => generationCount() >= 2,
    run: () => {
      const all = Array.from({ length: generationCount() }, (_, position) => position);
      changeView((view) => compareOnly(view, all));
    },
  },
  {
    id: 'compare-distinct',
    label: 'Compare one of each distinct answer',
    group: 'Compare',
    keys: [],
    isAvailable: () => distinctPositions().length >= 2,
    run: () => changeView((view) => compareOnly(view, distinctPositions())),
  },
];

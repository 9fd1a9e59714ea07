// The pane "Compare": the chosen generations in one of several ways. Knows what is chosen and the tabs; each tab does the rest.

import { type ReactNode, startTransition, useEffect, useId, useMemo, useRef, useState } from 'react';
import { equalAnswers, generationName, oneOfEach } from '../../analysis/equalAnswers.ts';
import { answerKind, firstTab } from '../../state/firstTab.ts';
import { useOfferedCommands } from '../../state/offeredCommands.ts';
import { usePaneThere } from '../../state/paneKeys.ts';
import type { Arrangement } from '../../state/panes.ts';
import { useDocument, useStore, useView } from '../../state/store.ts';
import { compareTabNames } from '../../state/tabNames.ts';
import { type CompareTab, closeCompare, compareOnly } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { copyAndSay } from '../../ui/copyAndSay.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { preloadable } from '../../ui/preloadable.tsx';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { formatCount } from '../../words/numbers.ts';
import { AlignedTab } from './aligned/AlignedTab.tsx';
import { BranchesTab } from './branches/BranchesTab.tsx';
import { CompareExport } from './CompareExport.tsx';
import styles from './ComparePane.module.css';
import type { Compared, CompareTabProps } from './compared.ts';
import { ConsensusTab } from './consensus/ConsensusTab.tsx';
import { DistinctTab } from './distinct/DistinctTab.tsx';
import { FieldsTab } from './fields/FieldsTab.tsx';
import { PartChoice } from './PartChoice.tsx';
import { inOrder, type ShownOrder } from './shownOrder.ts';
import { SimilarityTab } from './similarity/SimilarityTab.tsx';
import { useCompared } from './useCompared.ts';

interface TabView {
  readonly id: CompareTab;
  readonly label: string;
  readonly Content: (props: CompareTabProps) => ReactNode;
  /** It begins before it is known which generation comes first. */
  readonly isEarly?: boolean;
}

const voteTab = preloadable(() => import('./vote/VoteTab.tsx').then((module) => module.VoteTab));
const expectedTab = preloadable(() => import('./expected/ExpectedTab.tsx').then((module) => module.ExpectedTab));
const alignedView: TabView = { id: 'aligned', label: compareTabNames.aligned, Content: AlignedTab, isEarly: true };
const tabs: readonly TabView[] = [
  { id: 'consensus', label: compareTabNames.consensus, Content: ConsensusTab, isEarly: true },
  alignedView,
  { id: 'distinct', label: compareTabNames.distinct, Content: DistinctTab },
  { id: 'similarity', label: compareTabNames.similarity, Content: SimilarityTab },
  { id: 'fields', label: compareTabNames.fields, Content: FieldsTab },
  { id: 'branches', label: compareTabNames.branches, Content: BranchesTab },
  { id: 'vote', label: compareTabNames.vote, Content: voteTab.Part },
];
/** Only where there are probabilities, or where the address asks for it. */
const expectedView: TabView = { id: 'expected', label: compareTabNames.expected, Content: expectedTab.Part };
const withExpected = [...tabs, expectedView];

export interface ComparePaneProps {
  readonly arrangement?: Arrangement;
}

export function ComparePane({ arrangement = 'full' }: ComparePaneProps) {
  const document = useDocument();
  const view = useView();
  const { now, held, part, reasoningCount } = useCompared();
  const isSettled = useIsSettled();
  const idBase = useId();
  const shownOrder: ShownOrder = useRef(undefined);
  const comparisonTabs = useStore((state) => state.preferences.comparisonTabs);
  const { changeView, setPreferences } = useStore.getState();
  usePaneThere('compare');
  const distinct = useMemo(() => oneOfEach(equalAnswers(document.rows)), [document.rows]);
  const kind = useMemo(() => {
    if (part === 'reasoning') return reasoningCount < 3 ? 'pair' : 'prose';
    return answerKind(document.rows, view.chosen);
  }, [document.rows, view.chosen, part, reasoningCount]);
  const wanted = view.compareTab ?? comparisonTabs[kind] ?? firstTab(kind);
  const hasProbabilities = useMemo(
    () => view.chosen.some((position) => document.rows.figure('listed', position) >= 0),
    [document.rows, view.chosen],
  );
  const shownTabs = hasProbabilities || wanted === 'expected' ? withExpected : tabs;
  const shown = shownTabs.find(({ id }) => id === wanted) ?? alignedView;
  const state = shown.isEarly ? now : held;
  const outputs = held && (() => allOutputs(held.compared, shownOrder.current?.() ?? []));
  useOfferedCommands(() =>
    outputs
      ? [
          {
            id: 'copy-outputs',
            label: 'Copy outputs',
            group: 'Compare',
            run: () => void copyAndSay('Outputs', outputs()),
          },
        ]
      : [],
  );
  return (
    <Pane
      pane="compare"
      label="Compare"
      className={styles.pane}
      count={`${formatCount(view.chosen.length)} of ${formatCount(document.generationCount)}`}
      header={
        <Tabs
          label="Ways to compare"
          idBase={idBase}
          tabs={shownTabs}
          selected={shown.id}
          onSelect={(compareTab) => {
            changeView((now) => ({ ...now, compareTab }));
            setPreferences({ comparisonTabs: { ...comparisonTabs, [kind]: compareTab } });
          }}
        />
      }
      actions={
        <>
          {arrangement === 'narrow' || distinct.length < 2 ? null : (
            <Button hint="One of each distinct answer" onClick={() => changeView((now) => compareOnly(now, distinct))}>
              Choose distinct
            </Button>
          )}
          {view.chosen.length < 2 ? null : <CompareExport tab={shown.id} count={view.chosen.length} />}
          {outputs === undefined ? null : <CopyButton label="Copy outputs" text={outputs} />}
          <IconButton icon="x" label="Close Compare" keys="Escape" onClick={() => changeView(closeCompare)} />
        </>
      }
      toolbar={
        reasoningCount < 2 ? undefined : (
          <PartChoice part={part} reasoningCount={reasoningCount} chosenCount={view.chosen.length} />
        )
      }
    >
      {view.chosen.length < 2 ? (
        <EmptyState>Choose two or more generations by their checkboxes to see them side by side.</EmptyState>
      ) : state === undefined || !isSettled ? null : (
        <TabPanel idBase={idBase} id={shown.id} isFocusable={false} className={styles.panel}>
          <shown.Content {...state} arrangement={arrangement} shownOrder={shownOrder} />
        </TabPanel>
      )}
    </Pane>
  );
}

/** False while the pane is being placed: its borders find their places first, so that long texts are laid out once and not twice. */
function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  // The borders of panels, which find their places after the first rendering.
  useEffect(() => startTransition(() => setSettled(true)), []);
  return isSettled;
}

/** Every output under its name, in the order on screen; what is windowed says so. */
function allOutputs({ rows, texts, totalLengths }: Compared, order: readonly number[]): string {
  return inOrder([...rows.positions.keys()], (place) => rows.position(place), order)
    .map((place) => {
      const text = texts[place] ?? '';
      const total = totalLengths[place] ?? 0;
      const rest = total > text.length ? `\n[${formatCount(total - text.length)} UTF-16 units more]` : '';
      return `${generationName(rows.label(place))}\n${text}${rest}`;
    })
    .join('\n\n');
}

// The tab "Branches": the work behind the picture, and what stands there instead of one.

import { useMemo, useState } from 'react';
import { useHeld } from '../../../state/held.ts';
import type { Arrangement } from '../../../state/panes.ts';
import { useStore } from '../../../state/store.ts';
import { useTask } from '../../../state/task.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatCount } from '../../../words/numbers.ts';
import type { Compared } from '../compared.ts';
import { BranchesView, type ShownBranches } from './BranchesView.tsx';
import { BranchesWork, branchesDeadlineMs } from './BranchesWork.tsx';
import { oddsWeights } from './bandWeights.ts';
import { drawnTexts } from './drawnTexts.ts';
import { useBranchPicture } from './useBranchPicture.ts';

export interface BranchesTabProps {
  readonly compared: Compared;
  readonly arrangement: Arrangement;
}

/** Boxes that a page can lay out and a person can read. */
const mostBoxes = 1200;

export function BranchesTab({ compared, arrangement }: BranchesTabProps) {
  const [opened, setOpened] = useState<{ readonly of: unknown; readonly nodes: ReadonlySet<number> }>();
  const [areRunsCollapsed, setRunsCollapsed] = useState(true);

  const drawn = useMemo(() => drawnTexts(compared), [compared]);
  const { texts, counts, notes } = drawn;
  const weights = useMemo(() => oddsWeights(drawn), [drawn]);
  const areBandsOdds = useStore((state) => state.preferences.areBandsOdds) && weights !== undefined;
  const sampleCount = counts.reduce((sum, count) => sum + count, 0);
  const isEmpty = texts.every((text) => text.trim() === '');
  const found = useTask(
    'branches',
    useMemo(() => (sampleCount < 2 || isEmpty ? undefined : { texts, counts }), [texts, counts, sampleCount, isEmpty]),
    branchesDeadlineMs,
  );
  const branches = found.isStale ? undefined : found.value;
  const boxCount = branches?.graph.nodes.length ?? 0;
  const openNodes = opened?.of === branches ? opened?.nodes : undefined;
  const placed = useBranchPicture(
    boxCount > mostBoxes ? undefined : branches,
    texts,
    areRunsCollapsed ? openNodes : 'all',
    areBandsOdds ? weights : undefined,
  );
  // What is on screen stays, with the samples that it is of, until the next is whole.
  const picture = placed.isStale ? undefined : placed.value;
  const shown = useHeld(
    useMemo(
      (): ShownBranches | undefined =>
        branches &&
        picture && {
          picture: { ...picture, graph: branches.graph },
          drawn,
          notes: [...drawn.notes, ...precision(branches)],
        },
      [branches, picture, drawn],
    ),
  );

  if (sampleCount < 2) {
    return <EmptyState>{[...notes, 'Choose two or more generations to see their branches.'].join(' ')}</EmptyState>;
  }
  if (isEmpty) {
    return (
      <EmptyState>{`All ${formatCount(sampleCount)} outputs are empty: there are no words to branch.`}</EmptyState>
    );
  }
  if (boxCount > mostBoxes) {
    return (
      <EmptyState>
        {`These outputs fall into ${formatCount(boxCount)} runs of words; Branches shows at most ${formatCount(mostBoxes)}. ` +
          'Choose fewer generations, or those that are more alike.'}
      </EmptyState>
    );
  }
  const isFinding = branches === undefined;
  const stopped = found.stopped ?? placed.stopped;
  return (
    <>
      {/* Short work shows nothing: it would only flash. */}
      {stopped !== undefined || found.progress !== undefined ? (
        <BranchesWork
          progress={found.progress}
          stopped={stopped}
          onCancel={isFinding ? found.cancel : placed.cancel}
          onAgain={isFinding ? found.again : placed.again}
        />
      ) : null}
      {shown === undefined || found.stopped !== undefined ? null : (
        <BranchesView
          shown={shown}
          isNarrow={arrangement === 'narrow'}
          areRunsCollapsed={areRunsCollapsed}
          thickness={weights === undefined ? undefined : areBandsOdds ? 'odds' : 'samples'}
          onCollapse={setRunsCollapsed}
          onToggleRun={(node) => {
            const nodes = new Set(openNodes);
            if (!nodes.delete(node)) nodes.add(node);
            setOpened({ of: branches, nodes });
          }}
        />
      )}
    </>
  );
}

function precision(branches: { readonly granularity: string; readonly isApproximate: boolean }): readonly string[] {
  if (branches.granularity !== 'word') {
    return [`Compared by ${branches.granularity}s: the outputs have too few words in common.`];
  }
  return branches.isApproximate
    ? ['Approximate: parts were too different to be compared; the outputs may share more words than are shown.']
    : [];
}

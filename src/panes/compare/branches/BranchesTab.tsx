// The tab "Branches": which of the compared outputs are drawn, the work behind the picture, and what stands there instead of one.

import { useMemo, useState } from 'react';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { useHeld } from '../../../state/held.ts';
import type { Arrangement } from '../../../state/panes.ts';
import { useTask } from '../../../state/task.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { Compared } from '../compared.ts';
import { BranchesView, type ShownBranches } from './BranchesView.tsx';
import { BranchesWork, branchesDeadlineMs } from './BranchesWork.tsx';
import { useBranchPicture } from './useBranchPicture.ts';

export interface BranchesTabProps {
  readonly compared: Compared;
  readonly arrangement: Arrangement;
}

const mostSamples = 40;
/** Code units of one output. */
const longestText = 20_000;
/** Boxes that a page can lay out and a person can read. */
const mostBoxes = 1200;

export function BranchesTab({ compared, arrangement }: BranchesTabProps) {
  const [opened, setOpened] = useState<{ readonly of: unknown; readonly nodes: ReadonlySet<number> }>();
  const [areRunsCollapsed, setRunsCollapsed] = useState(true);

  const samples = useMemo(() => drawnSamples(compared), [compared]);
  const { rows, texts, notes } = samples;
  const isEmpty = texts.every((text) => text.trim() === '');
  const found = useTask(
    'branches',
    useMemo(() => (texts.length < 2 || isEmpty ? undefined : { texts }), [texts, isEmpty]),
    branchesDeadlineMs,
  );
  const branches = found.isStale ? undefined : found.value;
  const boxCount = branches?.graph.nodes.length ?? 0;
  const openNodes = opened?.of === branches ? opened?.nodes : undefined;
  const placed = useBranchPicture(
    boxCount > mostBoxes ? undefined : branches,
    texts,
    areRunsCollapsed ? openNodes : 'all',
  );
  // What is on screen stays, with the samples that it is of, until the next is whole.
  const picture = placed.isStale ? undefined : placed.value;
  const shown = useHeld(
    useMemo(
      (): ShownBranches | undefined =>
        branches &&
        picture && {
          picture: { ...picture, graph: branches.graph },
          rows,
          texts,
          notes: [...notes, ...precision(branches)],
        },
      [branches, picture, rows, texts, notes],
    ),
  );

  if (texts.length < 2) {
    return <EmptyState>{[...notes, 'Choose two or more generations to see their branches.'].join(' ')}</EmptyState>;
  }
  if (isEmpty) {
    return (
      <EmptyState>{`All ${formatCount(texts.length)} outputs are empty: there are no words to branch.`}</EmptyState>
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

type DrawnSamples = Pick<ShownBranches, 'rows' | 'texts' | 'notes'>;

/** The outputs that are short enough, as many as can be drawn, and in sentences what is chosen and not among them. */
function drawnSamples({ rows, texts, totalLengths }: Compared): DrawnSamples {
  const isLong = (_: unknown, at: number): boolean => (totalLengths[at] ?? 0) > longestText;
  const long = rows.filter(isLong);
  const short = rows.map((_, at) => at).filter((at) => !isLong(undefined, at));
  // The baseline is among them; they are named in document order.
  const drawn = short
    .slice(0, mostSamples)
    .sort((one, other) => (rows[one]?.position ?? 0) - (rows[other]?.position ?? 0));
  const notes: string[] = [];
  if (long[0] !== undefined) {
    const who = long.length === 1 ? `${generationName(long[0].label)} is` : `${plural(long.length, 'output')} are`;
    notes.push(`${who} left out: Branches shows outputs of at most ${formatCount(longestText)} characters.`);
  }
  if (short.length > drawn.length) {
    notes.push(
      `The first ${mostSamples} of ${formatCount(short.length)} samples: Branches shows at most ${mostSamples}; choose fewer.`,
    );
  }
  return {
    rows: drawn.flatMap((at) => rows[at] ?? []),
    texts: drawn.map((at) => texts[at] ?? ''),
    notes,
  };
}

function precision(branches: { readonly granularity: string; readonly isApproximate: boolean }): readonly string[] {
  if (branches.granularity !== 'word') {
    return [`Compared by ${branches.granularity}s: the outputs have too few words in common.`];
  }
  return branches.isApproximate
    ? ['Approximate: parts were too different to be compared; the outputs may share more words than are shown.']
    : [];
}

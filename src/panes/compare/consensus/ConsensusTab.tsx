// The tab "Consensus": one text to read instead of many, with the forks where samples part, in the line. Knows what is on screen; how the text is
// found is `analysis/consensus`.

import { EmptyState } from '../../../ui/EmptyState.tsx';
import { plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import frame from '../TabFrame.module.css';
import { WorkNote } from '../WorkNote.tsx';
import { ConsensusView } from './ConsensusView.tsx';
import { precisionNotes } from './consensusWords.ts';
import { type ConsensusState, useConsensus } from './useConsensus.ts';

export function ConsensusTab(props: CompareTabProps) {
  const state = useConsensus(props.compared);
  const { read, task } = state;
  if (read === undefined && task.stopped === undefined && task.progress === undefined) {
    const left = props.compared.rows.length - state.silentCount - state.cutCount;
    return left < 2 ? (
      <EmptyState>
        {`${notesOf(state).join(' ')} Fewer than two outputs are left to be read as one text.`.trim()}
      </EmptyState>
    ) : null;
  }
  return (
    <div className={frame.frame}>
      <WorkNote what={`Reading ${plural(props.compared.rows.length, 'sample')} as one text`} task={task} />
      {read === undefined ? null : <ConsensusView {...props} read={read} notes={notesOf(state)} />}
    </div>
  );
}

function notesOf({ silentCount, cutCount, read }: ConsensusState): readonly string[] {
  return [
    ...(silentCount > 0 ? [`${plural(silentCount, 'empty output takes', 'empty outputs take')} no part.`] : []),
    ...(cutCount > 0
      ? [`${plural(cutCount, 'output is', 'outputs are')} too long and ${cutCount === 1 ? 'takes' : 'take'} no part.`]
      : []),
    ...(read === undefined ? [] : precisionNotes(read.consensus)),
  ];
}

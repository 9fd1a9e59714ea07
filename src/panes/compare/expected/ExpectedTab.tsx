// The tab "Expected and observed": how often tokens came, held against the probability that the model gave them; or why that would say nothing. Knows
// no formula.

import { useMemo, useState } from 'react';
import { type SamplingVerdict, samplingVerdict } from '../../../analysis/probability/samplingVerdict.ts';
import type { Pointer } from '../../../json/pointer.ts';
import type { Sampling } from '../../../response/sampling.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useStore } from '../../../state/store.ts';
import { useTask } from '../../../state/task.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { useSampleTokens } from '../odds/useSampleTokens.ts';
import { WhyNoOdds } from '../odds/WhyNoOdds.tsx';
import frame from '../TabFrame.module.css';
import { useMarkdown } from '../useMarkdown.ts';
import { WorkNote } from '../WorkNote.tsx';
import { binsMarkdown } from './binsMarkdown.ts';
import styles from './ExpectedTab.module.css';
import { foundWords, refusalWords, unknownWords } from './expectedWords.ts';
import { ReliabilityChart } from './ReliabilityChart.tsx';
import { ReliabilityTable } from './ReliabilityTable.tsx';

const deadlineMs = 60_000;

export function ExpectedTab({ compared }: CompareTabProps) {
  const { rows } = compared;
  const { tokens, listingCount, leftOutCount, problem } = useSampleTokens(rows);
  const sampling = useAnswer('sampling', (questions) => questions.sampling()).value;
  const [isForced, setForced] = useState(false);
  const verdict = useMemo(() => sampling && samplingVerdict(sampling, rows.length), [sampling, rows.length]);
  const samples = useMemo(
    () =>
      tokens &&
      [...tokens.values()].flatMap((one) =>
        one.problem === undefined ? [{ index: one.index, promptKey: one.promptKey }] : [],
      ),
    [tokens],
  );
  const isRefused = verdict?.kind === 'altered' && !isForced;
  const input = useMemo(
    () => (samples === undefined || samples.length < 2 || isRefused ? undefined : { samples }),
    [samples, isRefused],
  );
  const task = useTask('reliability', input, deadlineMs);
  const found = task.isStale ? undefined : task.value;
  useMarkdown(
    'expected',
    rows,
    found && !isRefused ? () => binsMarkdown(found.bins, foundWords(found, leftOutCount)) : undefined,
  );
  if (listingCount === 0) {
    return (
      <EmptyState>
        <WhyNoOdds rows={rows} />
      </EmptyState>
    );
  }
  if (problem !== undefined) return <EmptyState>{`The tokens could not be read. ${problem}`}</EmptyState>;
  if (samples !== undefined && samples.length < 2) {
    return <EmptyState>Fewer than two of these samples have tokens that can be held against their text.</EmptyState>;
  }
  if (sampling === undefined || verdict === undefined || samples === undefined) return null;
  return (
    <div className={frame.frame}>
      <Verdict verdict={verdict} sampling={sampling} isForced={isForced} onForce={setForced} />
      {isRefused ? null : (
        <>
          <WorkNote what={`Holding the tokens of ${plural(samples.length, 'sample')} against each other`} task={task} />
          {found === undefined ? null : found.bins.length === 0 ? (
            <EmptyState>
              No two of these samples stand at one place with a list of what could have come next: nothing can be
              counted.
            </EmptyState>
          ) : (
            <div className={styles.body}>
              <ReliabilityChart bins={found.bins} />
              <div className={styles.figures}>
                {foundWords(found, leftOutCount).map((sentence) => (
                  <p key={sentence} className={styles.note}>
                    {sentence}
                  </p>
                ))}
                <ReliabilityTable bins={found.bins} />
              </div>
            </div>
          )}
        </>
      )}
    </div>
  );
}

interface VerdictProps {
  readonly verdict: SamplingVerdict;
  readonly sampling: Sampling;
  readonly isForced: boolean;
  readonly onForce: (isForced: boolean) => void;
}

function Verdict({ verdict, sampling, isForced, onForce }: VerdictProps) {
  if (verdict.kind === 'plain') return null;
  const places = verdict.kind === 'altered' ? verdict.by.map(({ pointer }) => pointer) : sampling.places;
  return (
    <div className={styles.verdict}>
      <p className={styles.note}>
        {verdict.kind === 'altered' ? refusalWords(verdict.by) : unknownWords(places.length)}{' '}
        <Places pointers={places} />
      </p>
      {verdict.kind === 'altered' ? (
        <Switch label="Show it all the same, with that caveat" isOn={isForced} onChange={onForce}>
          Show it all the same, with that caveat
        </Switch>
      ) : null}
    </div>
  );
}

const mostPlaces = 6;

function Places({ pointers }: { readonly pointers: readonly Pointer[] }) {
  return (
    <span className={styles.places}>
      {pointers.slice(0, mostPlaces).map((pointer) => (
        <button
          key={pointer}
          type="button"
          className={styles.place}
          onClick={() => useStore.getState().select(pointer, 'compare')}
        >
          {pointer}
        </button>
      ))}
      {pointers.length > mostPlaces ? <span>{`and ${plural(pointers.length - mostPlaces, 'more place')}`}</span> : null}
    </span>
  );
}

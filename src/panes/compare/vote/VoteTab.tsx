// The tab "Vote": which answer most of the chosen samples give, how sure that is, and whether their own confidence says another. What counts as the
// answer is a person's choice; what is taken from each sample stands beside the result.

import { useState } from 'react';
import { generationAt } from '../../../state/selection.ts';
import { useDocument, useStore, useView } from '../../../state/store.ts';
import { compareOnly } from '../../../state/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SeverityIcon } from '../../../ui/SeverityIcon.tsx';
import { plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import frame from '../TabFrame.module.css';
import { useMarkdown } from '../useMarkdown.ts';
import { WorkNote } from '../WorkNote.tsx';
import { AnswerList, type PickedAnswer } from './AnswerList.tsx';
import { PassPanel } from './PassPanel.tsx';
import { TakenList } from './TakenList.tsx';
import { type CountedVote, shownAnswer, useVote } from './useVote.ts';
import { VoteFigures } from './VoteFigures.tsx';
import styles from './VoteTab.module.css';
import { VoteToolbar } from './VoteToolbar.tsx';
import { voteMarkdown } from './voteMarkdown.ts';
import { disagreementSentence, resultSentence, votersSentence } from './voteWords.ts';

export function VoteTab({ compared }: CompareTabProps) {
  const document = useDocument();
  const view = useView();
  const { suggestion, rule, counted, task } = useVote(compared);
  const [lastPicked, setPicked] = useState<{ readonly of: CountedVote; readonly picked: PickedAnswer }>();
  // Places of answers mean nothing in another vote.
  const picked = lastPicked !== undefined && lastPicked.of === counted ? lastPicked.picked : undefined;

  useMarkdown('vote', compared.rows, counted && (() => voteMarkdown(counted)));

  if (compared.rows.length < 2) {
    return <EmptyState>Choose two or more generations to see which answer most of them give.</EmptyState>;
  }
  const note = `Reading the answers of ${plural(compared.rows.length, 'sample')}`;
  return (
    <div className={frame.frame}>
      <div className={frame.toolbar}>
        <VoteToolbar rule={rule} suggestion={suggestion} />
        {counted === undefined ? null : <CompareThese counted={counted} picked={picked} />}
      </div>
      <WorkNote what={note} task={task} />
      {counted === undefined ? null : (
        <>
          <Result counted={counted} />
          <div className={styles.body}>
            <section className={styles.answers} aria-label="Result">
              <h3 className={styles.title}>
                {plural(counted.vote.answers.length, 'answer')}
                {counted.vote.weighted === undefined ? null : <span className={styles.end}>share of the weight</span>}
              </h3>
              <AnswerList
                counted={counted}
                picked={picked}
                onPick={(next) => {
                  setPicked(next === undefined ? undefined : { of: counted, picked: next });
                  const samples = next === 'none' ? counted.vote.silent : counted.vote.answers[next ?? -1]?.samples;
                  const row = counted.rows.at(samples?.[0] ?? -1);
                  if (row) useStore.getState().select(row.pointer, 'compare');
                }}
              />
              <VoteFigures counted={counted} />
              <PassPanel rows={counted.rows} />
            </section>
            <section className={styles.taken} aria-label="Preview">
              <h3 className={styles.title}>
                What is taken from each sample
                {picked === undefined ? null : (
                  <Button variant="link" onClick={() => setPicked(undefined)}>
                    Show all samples
                  </Button>
                )}
              </h3>
              <TakenList counted={counted} picked={picked} selected={generationAt(document, view.selection)} />
            </section>
          </div>
        </>
      )}
    </div>
  );
}

function Result({ counted }: { readonly counted: CountedVote }) {
  const { vote } = counted;
  const nameOf = (answer: number): string => shownAnswer(counted, answer);
  const disagreement = disagreementSentence(vote, nameOf);
  const voters = votersSentence(vote);
  return (
    <div className={styles.result}>
      <p className={styles.sentence} data-testid="vote-result">
        {resultSentence(vote, nameOf)}
      </p>
      {disagreement === undefined ? null : (
        <p className={styles.warning} data-testid="vote-disagreement">
          <SeverityIcon severity="warning" />
          <span>{disagreement}</span>
        </p>
      )}
      {voters === undefined ? null : <p className={styles.quiet}>{voters}</p>}
      {counted.cut.length === 0 ? null : (
        <p className={styles.quiet}>
          {plural(counted.cut.length, 'sample')} {counted.cut.length === 1 ? 'is' : 'are'} too long to be read here to
          the end, and {counted.cut.length === 1 ? 'gives' : 'give'} no answer.
        </p>
      )}
    </div>
  );
}

/** Aligns the samples of the picked answer; without one, a sample of each answer. */
function CompareThese({
  counted,
  picked,
}: {
  readonly counted: CountedVote;
  readonly picked: PickedAnswer | undefined;
}) {
  const { vote, rows } = counted;
  const samples =
    picked === undefined
      ? vote.answers.map((answer) => answer.samples[0] ?? -1)
      : picked === 'none'
        ? vote.silent
        : (vote.answers[picked]?.samples ?? []);
  const positions = rows.pick(samples).positions;
  return (
    <span className={frame.end}>
      <Button
        variant="outline"
        disabled={positions.length < 2}
        hint={picked === undefined ? 'Aligns one sample of each answer' : 'Aligns the samples of the picked answer'}
        onClick={() =>
          useStore
            .getState()
            .changeView((now) => ({ ...compareOnly(now, positions), compareTab: 'aligned', pane: 'compare' }))
        }
      >
        {picked === undefined ? 'Compare one of each' : 'Compare these'}
      </Button>
    </span>
  );
}

// The answers with their votes as bars, the most first, and apart from them the samples without one. One tab stop; what is picked shows its samples.

import { type KeyboardEvent, useId, useRef } from 'react';
import { listKeys } from '../../../ui/listKeys.ts';
import { tip } from '../../../ui/tip.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../../ui/VirtualRows.tsx';
import { PreviewText } from '../../../ui/VisibleText.tsx';
import { formatCount, formatPercent } from '../../../words/numbers.ts';
import styles from './AnswerList.module.css';
import { type CountedVote, shownAnswer } from './useVote.ts';
import { quoted } from './voteWords.ts';

/** The place of an answer among the answers, or the samples that give none. */
export type PickedAnswer = number | 'none';

export interface AnswerListProps {
  readonly counted: CountedVote;
  readonly picked: PickedAnswer | undefined;
  onPick(picked: PickedAnswer | undefined): void;
}

const rowHeight = 28;
/** More answers scroll, so that the figures below them stay near. */
const mostRows = 10;

export function AnswerList({ counted, picked, onPick }: AnswerListProps) {
  const { vote } = counted;
  const { answers, silent, answered, weighted } = vote;
  const list = useRef<VirtualRowsHandle>(null);
  const idBase = useId();
  const count = answers.length + (silent.length > 0 ? 1 : 0);
  const active = picked === undefined ? -1 : picked === 'none' ? answers.length : picked;
  const pickAt = (row: number | undefined): void => {
    if (row !== undefined) onPick(row < answers.length ? row : 'none');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = listKeys(event, active, count, list.current?.pageSize() ?? 1);
    if (next !== undefined) pickAt(next);
    else if (event.key === 'Escape' && picked !== undefined) onPick(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const renderRow = (row: number) => {
    const answer = answers[row];
    const shown = answer === undefined ? 'No answer' : shownAnswer(counted, row);
    const samples = answer?.samples ?? silent;
    const isPicked = row === active;
    const weight = answer?.weightShare;
    const name = [
      `${answer === undefined ? shown : quoted(shown)}, ${formatCount(samples.length)} of ${formatCount(answer === undefined ? vote.sampleCount : answered)}`,
      ...(weight === undefined ? [] : [`${formatPercent(weight)} of the weight`]),
    ].join(', ');
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and handles the keys
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
      <div
        id={`${idBase}-${row}`}
        role="option"
        aria-selected={isPicked}
        aria-posinset={row + 1}
        aria-setsize={count}
        aria-label={name}
        className={styles.answer}
        data-silent={answer === undefined || undefined}
        data-weighted={weighted !== undefined || undefined}
        onClick={() => (isPicked ? onPick(undefined) : pickAt(row))}
      >
        <span className={styles.votes}>
          {formatCount(samples.length)} of {formatCount(answer === undefined ? vote.sampleCount : answered)}
        </span>
        <span className={styles.bar}>
          <i style={{ width: `${100 * (answer?.share ?? samples.length / vote.sampleCount)}%` }} />
        </span>
        <span className={styles.text}>
          <PreviewText text={shown === '' ? '(empty)' : shown.slice(0, 200)} />
        </span>
        {weighted === undefined ? null : (
          <span className={styles.weight} {...tip('Share of the weight, by confidence')}>
            {weight === undefined ? '' : formatPercent(weight)}
          </span>
        )}
      </div>
    );
  };
  return (
    <div className={styles.list} style={{ height: Math.min(count, mostRows) * rowHeight }}>
      <VirtualRows
        ref={list}
        role="listbox"
        label="Answers"
        tabIndex={0}
        aria-activedescendant={active < 0 ? undefined : `${idBase}-${active}`}
        count={count}
        rowHeight={rowHeight}
        activeIndex={active < 0 ? undefined : active}
        renderRow={renderRow}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

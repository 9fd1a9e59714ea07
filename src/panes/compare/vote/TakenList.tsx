// What is taken from each sample: a line per different text, the part that counts as the answer marked in it. Choosing a line selects its sample.

import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import type { TakenAnswer } from '../../../analysis/vote/takeAnswer.ts';
import { selectSample } from '../../../state/selectSample.ts';
import { useStore } from '../../../state/store.ts';
import { listKeys } from '../../../ui/listKeys.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../../ui/VirtualRows.tsx';
import { PreviewLine, VisibleRuns } from '../../../ui/VisibleText.tsx';
import { firstAndCount } from '../sampleWords.ts';
import type { PickedAnswer } from './AnswerList.tsx';
import styles from './TakenList.module.css';
import type { CountedVote } from './useVote.ts';

export interface TakenListProps {
  readonly counted: CountedVote;
  /** Only the samples of this answer. */
  readonly picked: PickedAnswer | undefined;
  /** Position of the selected generation. */
  readonly selected: number | undefined;
}

const rowHeight = 28;

export function TakenList({ counted, picked, selected }: TakenListProps) {
  const { vote, texts, textOf, taken, rows, cut } = counted;
  const list = useRef<VirtualRowsHandle>(null);
  const idBase = useId();
  const shown = useMemo(() => {
    if (picked === undefined) return [...texts.keys()];
    const samples = picked === 'none' ? vote.silent : (vote.answers[picked]?.samples ?? []);
    return [...new Set(samples.map((sample) => textOf[sample] ?? -1))];
  }, [picked, texts, vote, textOf]);
  const rowsOf = (text: number) => rows.pick(texts[text]?.samples ?? []);
  const selectedText = selected === undefined ? undefined : textOf[rows.positions.indexOf(selected)];
  const active = selectedText === undefined ? -1 : shown.indexOf(selectedText);
  const select = (at: number | undefined): void => {
    const [position] = rowsOf(shown[at ?? -1] ?? -1).positions;
    if (position !== undefined) selectSample(position, 'compare');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = listKeys(event, active, shown.length, list.current?.pageSize() ?? 1);
    if (next === undefined) return;
    select(next);
    event.preventDefault();
    event.stopPropagation();
  };
  const renderRow = (at: number) => {
    const text = shown[at] ?? -1;
    const own = rowsOf(text);
    const one = taken[text];
    const isCut = texts[text]?.samples.every((sample) => cut.includes(sample)) ?? false;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and handles the keys
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
      <div
        id={`${idBase}-${text}`}
        role="option"
        aria-selected={at === active}
        aria-posinset={at + 1}
        aria-setsize={shown.length}
        className={styles.line}
        onClick={() => select(at)}
        onMouseEnter={() => useStore.getState().hover(own.at(0)?.pointer)}
        onMouseLeave={() => useStore.getState().hover(undefined)}
      >
        <span className={styles.name}>{firstAndCount(own)}</span>
        <Excerpt text={texts[text]?.text ?? ''} taken={one} />
        {one === undefined ? (
          <span className={styles.none}>{isCut ? 'too long to be read here' : 'no answer'}</span>
        ) : null}
      </div>
    );
  };
  return (
    <VirtualRows
      ref={list}
      role="listbox"
      label="What is taken from each sample"
      tabIndex={0}
      aria-activedescendant={active < 0 ? undefined : `${idBase}-${shown[active]}`}
      className={styles.list}
      count={shown.length}
      rowHeight={rowHeight}
      activeIndex={active < 0 ? undefined : active}
      rowKey={(at) => shown[at] ?? at}
      renderRow={renderRow}
      onKeyDown={onKeyDown}
    />
  );
}

/** Code units around and within the part that a line shows. */
const before = 48;
const after = 160;
const longestPart = 240;

function Excerpt({ text, taken }: { readonly text: string; readonly taken: TakenAnswer | undefined }) {
  const part = (from: number, to: number) => (
    // Line ends would break the line, and here nobody looks for them.
    <VisibleRuns text={text.slice(from, to).replace(/[\r\n]+/g, ' ')} showInvisible={false} isPartial />
  );
  if (taken === undefined) {
    return (
      <PreviewLine className={styles.text} isCutAfter={text.length > after}>
        {part(0, after)}
      </PreviewLine>
    );
  }
  const from = Math.max(0, taken.from - before);
  const partEnd = Math.min(taken.to, taken.from + longestPart);
  const to = Math.min(text.length, partEnd + after);
  return (
    <PreviewLine className={styles.text} isCutBefore={from > 0} isCutAfter={to < text.length}>
      {part(from, taken.from)}
      <mark className={styles.taken}>{part(taken.from, partEnd)}</mark>
      {partEnd < taken.to ? '…' : part(partEnd, to)}
    </PreviewLine>
  );
}

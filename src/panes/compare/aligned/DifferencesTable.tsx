// All differences one below the other: after which words, what each sample says there, how many say the same. The same facts as the marks, for
// those who read by keys or by ear. Knows an alignment; rows out of view are not elements.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and heads of a table are no controls; the buttons in them are

import { type CSSProperties, type KeyboardEvent, memo, useDeferredValue, useRef } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import { variantsIn } from '../../../analysis/align/variants.ts';
import { generationName } from '../../../analysis/equalAnswers.ts';
import { startOf } from '../../../analysis/words.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { listKeys } from '../../../ui/listKeys.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../../ui/VirtualRows.tsx';
import { PreviewText } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './DifferencesTable.module.css';
import { supportWords } from './supportWords.ts';
import { wordsBefore } from './wordsBefore.ts';

/** A sample of the alignment with its generation. */
export interface TableSample {
  readonly sample: number;
  readonly row: GenerationRow;
}

/** What the table lists. */
export interface ListedDifferences {
  readonly alignment: Alignment;
  /** By sample of the alignment. */
  readonly texts: readonly string[];
  /** As the columns stand, the baseline first. */
  readonly samples: readonly TableSample[];
  /** Whose words lead to the differences. */
  readonly baseline: number;
}

export interface DifferencesTableProps {
  /** The same object as long as it is the same list. */
  readonly listed: ListedDifferences;
  readonly current: number | undefined;
  readonly onGo: (divergence: number) => void;
}

const rowHeight = 26;
/** Room for the scroll bar below. */
const barHeight = 12;
/** Pixels of a sample's column, and of all other columns together. */
const leastWidth = 104;
const otherWidth = 356;
/** Code points of a variant in a cell. */
const mostShown = 120;

export function DifferencesTable({ listed, current, onGo }: DifferencesTableProps) {
  const list = useRef<VirtualRowsHandle>(null);
  const table = useRef<HTMLDivElement>(null);
  const count = listed.alignment.divergences.length;
  const stand = current ?? 0;
  // The texts come first: the rows are drawn after them.
  const shown = useDeferredValue<ListedDifferences | undefined>(listed, undefined);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = listKeys(event, stand, count, list.current?.pageSize() ?? 5);
    if (next === undefined) return;
    event.preventDefault();
    onGo(next);
    // The row may become an element only with the next rendering.
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-difference="${next}"] button`)?.focus(),
    );
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons in the rows do the same by keys
    <div
      ref={table}
      role="table"
      aria-label="Differences"
      aria-rowcount={count + 1}
      className={styles.table}
      style={{ height: rowHeight * (count + 1) + barHeight, '--samples': listed.samples.length } as CSSProperties}
      onClick={({ target }) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-difference]') : null;
        if (row !== null) onGo(Number(row.dataset.difference));
      }}
    >
      {shown === undefined ? null : (
        <VirtualRows
          ref={list}
          count={shown.alignment.divergences.length}
          rowHeight={rowHeight}
          rowsRole="rowgroup"
          activeIndex={stand}
          headerHeight={rowHeight}
          contentWidth={otherWidth + leastWidth * shown.samples.length}
          onKeyDown={onKeyDown}
          header={
            <div role="row" aria-rowindex={1} className={styles.heads}>
              <span role="columnheader" className={styles.number}>
                #
              </span>
              <span role="columnheader">After</span>
              {shown.samples.map(({ sample, row }) => (
                <span key={sample} role="columnheader">
                  {generationName(row.label)}
                  {sample === shown.baseline && shown.samples[0]?.sample === sample ? ' baseline' : ''}
                </span>
              ))}
              <span role="columnheader" className={styles.support}>
                Support
              </span>
            </div>
          }
          renderRow={(at) => <DifferenceRow at={at} listed={shown} isCurrent={current === at} isStop={stand === at} />}
        />
      )}
    </div>
  );
}

interface DifferenceRowProps {
  readonly at: number;
  readonly listed: ListedDifferences;
  readonly isCurrent: boolean;
  /** Whether Tab leads here. */
  readonly isStop: boolean;
}

const DifferenceRow = memo(function DifferenceRow({ at, listed, isCurrent, isStop }: DifferenceRowProps) {
  const { alignment, texts, samples, baseline } = listed;
  const place = alignment.divergences[at];
  if (place === undefined) return null;
  const found = variantsIn(alignment, place, (sample) => texts[sample] ?? '');
  const said = new Map(found.variants.flatMap((variant) => variant.samples.map((sample) => [sample, variant])));
  const before = wordsBefore(alignment, texts, at, baseline);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={styles.row}
      data-current={isCurrent || undefined}
      data-difference={at}
    >
      <span role="cell" className={styles.number}>
        <button
          type="button"
          className={styles.go}
          aria-label={`Difference ${formatCount(at + 1)}`}
          aria-current={isCurrent}
          tabIndex={isStop ? 0 : -1}
        >
          {formatCount(at + 1)}
        </button>
      </span>
      <span role="rowheader" className={styles.after}>
        {before === '' ? '(start)' : <bdi>{before}</bdi>}
      </span>
      {samples.map(({ sample }) => {
        const variant = said.get(sample);
        if (variant === undefined) {
          return (
            <span key={sample} role="cell" className={styles.absent}>
              missing
            </span>
          );
        }
        const start = startOf(variant.text, mostShown);
        return (
          <span key={sample} role="cell" className={styles.cell}>
            <span className={styles.said} data-level={levelOf(variant.samples.length, alignment.sampleCount)}>
              <PreviewText text={start.isWhole ? start.text : `${start.text}…`} />
            </span>
          </span>
        );
      })}
      <span role="cell" className={styles.support}>
        {supportWords(found, alignment.sampleCount)}
      </span>
    </div>
  );
});

/** Marked as in the texts: 1 said by most, 2 by some, 3 by one. */
function levelOf(support: number, sampleCount: number): 1 | 2 | 3 {
  if (support <= 1) return 3;
  return 2 * support > sampleCount ? 1 : 2;
}

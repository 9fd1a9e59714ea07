// All differences one below the other: how the samples part there, after which words, what each of them says; the most contested first, or as in
// the text. The same facts as the marks, for those who read by keys or by ear. Rows out of view are not elements.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and heads of a table are no controls; the buttons in them are

import { type CSSProperties, type KeyboardEvent, useMemo, useRef } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import type { ForkOdds } from '../../../analysis/probability/forkOdds.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import type { Preferences } from '../../../state/preferences.ts';
import { useStore } from '../../../state/store.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { listKeys } from '../../../ui/listKeys.ts';
import { tip } from '../../../ui/tip.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../../ui/VirtualRows.tsx';
import { firstAndCount } from '../sampleWords.ts';
import { ranks, useInTurn } from '../turns.ts';
import { DifferenceRow } from './DifferenceRow.tsx';
import styles from './DifferencesTable.module.css';
import { differenceOrder } from './differenceOrder.ts';

/** A column of the table: a sample of the alignment, and the generations that say the same. */
export interface TableSample {
  readonly sample: number;
  readonly rows: SampleList;
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
  /** By difference: what the samples' own lists expected, where that is known. */
  readonly odds: readonly ForkOdds[] | undefined;
}

export interface DifferencesTableProps {
  /** The same object as long as it is the same list. */
  readonly listed: ListedDifferences;
  readonly current: number | undefined;
  readonly onGo: (divergence: number) => void;
  /** The pointer of the mouse is on a difference, or on none. */
  readonly onPoint: (divergence: number | undefined) => void;
}

const rowHeight = 26;
/** Room for the scroll bar below. */
const barHeight = 12;
/** Pixels of a sample's column, and of all other columns together. */
const leastWidth = 104;
const otherWidth = 372;
/** Of the column of what was expected. */
const oddsWidth = 168;
/** As a part of a frame (`turns.ts`): one of its own. */
const tableWeight = 16_000;

export function DifferencesTable({ listed, current, onGo, onPoint }: DifferencesTableProps) {
  const list = useRef<VirtualRowsHandle>(null);
  const table = useRef<HTMLDivElement>(null);
  const order = useStore((state) => state.preferences.differenceOrder);
  const count = listed.alignment.divergences.length;
  // The texts come first: the rows are drawn when those are laid out, or the browser would have to lay them out for the size of the table.
  const shown = useInTurn<ListedDifferences | undefined>(listed, {
    isAtOnce: false,
    start: undefined,
    rank: ranks.rest,
    weight: tableWeight,
  });
  const numbers = useMemo(() => (shown ? differenceOrder(shown.alignment, order) : []), [shown, order]);
  const stand = current === undefined ? 0 : Math.max(0, numbers.indexOf(current));
  const onKeyDown = (event: KeyboardEvent): void => {
    // The heads have keys of their own.
    if (!(event.target instanceof Element) || event.target.closest('[data-difference]') === null) return;
    const next = numbers[listKeys(event, stand, numbers.length, list.current?.pageSize() ?? 5) ?? -1];
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
      style={
        {
          height: rowHeight * (count + 1) + barHeight,
          '--samples': listed.samples.length,
          ...(listed.odds && { '--expected': `${oddsWidth}px` }),
        } as CSSProperties
      }
      onClick={({ target }) => {
        const at = differenceAt(target);
        if (at !== undefined) onGo(at);
      }}
      onContextMenu={({ target }) => {
        const at = differenceAt(target);
        if (at !== undefined) onGo(at);
      }}
      onPointerOver={({ target }) => onPoint(differenceAt(target))}
      onPointerLeave={() => onPoint(undefined)}
    >
      {shown === undefined ? null : (
        <VirtualRows
          ref={list}
          count={numbers.length}
          rowHeight={rowHeight}
          rowsRole="rowgroup"
          activeIndex={stand}
          rowKey={(place) => numbers[place] ?? place}
          headerHeight={rowHeight}
          contentWidth={otherWidth + (shown.odds ? oddsWidth : 0) + leastWidth * shown.samples.length}
          onKeyDown={onKeyDown}
          header={
            <div role="row" aria-rowindex={1} className={styles.heads}>
              <OrderHead order="text" current={order} className={styles.number} hint="In the order of the text">
                #
              </OrderHead>
              <OrderHead order="contested" current={order} className={styles.support} hint="The most contested first">
                Support
              </OrderHead>
              {shown.odds === undefined ? null : (
                <span role="columnheader" {...tip(expectedTip)}>
                  Expected
                </span>
              )}
              <span role="columnheader">After</span>
              {shown.samples.map(({ sample, rows }) => (
                <span key={sample} role="columnheader">
                  {firstAndCount(rows)}
                  {sample === shown.baseline && shown.samples[0]?.sample === sample ? ' baseline' : ''}
                </span>
              ))}
            </div>
          }
          renderRow={(place) => {
            const at = numbers[place];
            return at === undefined ? null : (
              <DifferenceRow at={at} place={place} listed={shown} isCurrent={current === at} isStop={stand === place} />
            );
          }}
        />
      )}
    </div>
  );
}

const expectedTip =
  'In the order of Support: the mean over the samples of what each one’s own list gives to a variant, with – where that is not known';

function differenceAt(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-difference]') : null;
  return row === null ? undefined : Number(row.dataset.difference);
}

type Order = Preferences['differenceOrder'];

interface OrderHeadProps {
  readonly order: Order;
  readonly current: Order;
  readonly className: string | undefined;
  readonly hint: string;
  readonly children: string;
}

/** A head that sorts: the numbers rise, the most contested come first. */
function OrderHead({ order, current, className, hint, children }: OrderHeadProps) {
  const sorted = order === 'text' ? 'ascending' : 'descending';
  return (
    <span role="columnheader" aria-sort={order === current ? sorted : 'none'} className={className}>
      <button
        type="button"
        className={styles.order}
        {...tip(hint)}
        onClick={() => useStore.getState().setPreferences({ differenceOrder: order })}
      >
        {children}
        {order === current ? (
          <span aria-hidden="true" className={styles.sorted}>
            <Icon name={order === 'text' ? 'sort-up' : 'sort-down'} />
          </span>
        ) : null}
      </button>
    </span>
  );
}

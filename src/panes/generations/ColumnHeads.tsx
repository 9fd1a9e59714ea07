// The header row of the table: titles that sort, handles that resize, and the checkbox for all rows. The heads share no tab stop of their
// own: the arrow keys lead here from the rows.

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnId, SortKey } from '../../state/view.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { tip } from '../../ui/tip.ts';
import styles from './ColumnHeads.module.css';
import { columnTitles, flexibleColumn, numericColumns } from './columns.ts';
import { ResizeHandle } from './ResizeHandle.tsx';
import { useHeadDrag } from './useHeadDrag.ts';

export interface HeadColumn {
  readonly id: ColumnId;
  readonly size: number;
  readonly minSize: number;
  /** Instead of the one that every table has. */
  readonly title?: string | undefined;
  /** What the column is, for a tooltip. */
  readonly hint?: string | undefined;
  /** Quiet words behind the title. */
  readonly remark?: ReactNode;
}

export interface ColumnHeadsProps {
  readonly columns: readonly HeadColumn[];
  readonly sort: readonly SortKey[];
  readonly canResize: boolean;
  /** In the narrow form the heads are there for assistive technology only. */
  readonly isHidden: boolean;
  readonly chosen: 'all' | 'some' | 'none';
  readonly onChooseAll: (isChosen: boolean) => void;
  readonly onSort: (column: ColumnId, isAdding: boolean) => void;
  readonly onResize: (column: ColumnId, width: number, isFinal: boolean) => void;
  readonly onResetWidth: (column: ColumnId) => void;
  /** Past the next column on that side. */
  readonly onMove: (column: ColumnId, by: -1 | 1) => void;
  readonly onMoveNextTo: (column: ColumnId, other: ColumnId, side: -1 | 1) => void;
  /** Gives the focus back to the rows. */
  readonly onLeave: () => void;
}

export function ColumnHeads(props: ColumnHeadsProps) {
  const { columns, sort, canResize, isHidden, chosen, onChooseAll, onSort, onResize, onResetWidth, onLeave } = props;
  const [active, setActive] = useState<ColumnId>();
  const row = useRef<HTMLDivElement>(null);
  const { target, headProps } = useHeadDrag(canResize, flexibleColumn, props.onMoveNextTo);
  const move = (column: ColumnId, by: -1 | 1): void => {
    // A head that changes its place loses the focus.
    flushSync(() => props.onMove(column, by));
    focusHead(row.current?.querySelector(`[data-column="${column}"]`));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const head = event.target.closest<HTMLElement>('[role="columnheader"]');
    const column = columns.find((one) => one.id === head?.dataset.column);
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    if (event.shiftKey && step !== undefined && canResize) {
      if (column) move(column.id, step);
    } else if (event.key === 'ArrowDown' || event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowLeft') focusHead(head?.previousElementSibling);
    else if (event.key === 'ArrowRight') focusHead(head?.nextElementSibling);
    else if (event.key === 'Home') focusHead(head?.parentElement?.firstElementChild);
    else if (event.key === 'End') focusHead(head?.parentElement?.lastElementChild);
    else if (column && (event.key === 'Enter' || event.key === ' ')) onSort(column.id, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its heads take the focus
    <div
      ref={row}
      role="row"
      aria-rowindex={1}
      className={isHidden ? styles.hidden : styles.heads}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const head = event.target.closest<HTMLElement>('[role="columnheader"]');
        setActive(columns.find((one) => one.id === head?.dataset.column)?.id);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setActive(undefined);
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the checkbox inside takes the focus */}
      <div role="columnheader" aria-label="Compare" className={styles.select}>
        <Checkbox
          label="Compare all generations"
          isChecked={chosen === 'all'}
          isIndeterminate={chosen === 'some'}
          tabIndex={-1}
          onChange={(isChecked) => onChooseAll(isChecked)}
        />
      </div>
      {columns.map((column) => {
        const title = column.title ?? columnTitles[column.id];
        const at = sort.findIndex((key) => key.column === column.id);
        const key = sort[at];
        const order = sort.length > 1 && key !== undefined ? at + 1 : undefined;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the row above handles the keys of its heads
          <div
            key={column.id}
            role="columnheader"
            aria-label={title}
            aria-sort={key === undefined ? 'none' : key.isDescending ? 'descending' : 'ascending'}
            aria-description={order === undefined ? undefined : `sort key ${order} of ${sort.length}`}
            data-column={column.id}
            data-numeric={numericColumns.has(column.id) || undefined}
            data-drop={target?.column === column.id ? (target.side === -1 ? 'before' : 'behind') : undefined}
            aria-keyshortcuts={
              canResize && column.id !== flexibleColumn ? 'Shift+ArrowLeft Shift+ArrowRight' : undefined
            }
            tabIndex={-1}
            className={styles.head}
            {...headProps(column.id)}
            onClick={(event) => onSort(column.id, event.shiftKey)}
          >
            <span className={styles.title} {...(column.hint === undefined ? {} : tip(column.hint))}>
              {title}
            </span>
            {column.remark}
            {key === undefined ? null : (
              <span className={styles.sort} aria-hidden="true">
                <Icon name={key.isDescending ? 'sort-down' : 'sort-up'} />
                {order}
              </span>
            )}
            {canResize ? (
              <ResizeHandle
                title={title}
                width={column.size}
                minWidth={column.minSize}
                tabIndex={active === column.id ? 0 : -1}
                onResize={(width, isFinal) => onResize(column.id, width, isFinal)}
                onReset={() => onResetWidth(column.id)}
                onLeave={() => focusHead(document.activeElement?.closest('[role="columnheader"]'))}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** The first head holds a checkbox, which takes the focus itself. */
export function focusHead(head: Element | null | undefined): void {
  if (!(head instanceof HTMLElement)) return;
  (head.querySelector<HTMLElement>('input') ?? head).focus();
}

// The grid itself: heads, the rows that are on screen, and the keys. One tab stop; the selected row is the active one. Knows no store:
// it is told what to show and says what a person did.

import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { type EqualAnswers, equalSign } from '../../analysis/equalAnswers.ts';
import type { SharedPreviews } from '../../analysis/previews.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId } from '../../state/view.ts';
import { listKeys } from '../../ui/listKeys.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../ui/VirtualRows.tsx';
import { ColumnHeads, type ColumnHeadsProps, focusHead } from './ColumnHeads.tsx';
import { GenerationRowView, type RowActions } from './GenerationRowView.tsx';
import styles from './GenerationTable.module.css';
import type { ShownRow } from './shownRows.ts';

/** How the scroll area lies: what stands under it has to follow. Pixels. */
export interface ScrollLayout {
  readonly scrollLeft: number;
  /** Room that the scroll bar takes. */
  readonly gutter: number;
  readonly width: number;
}

export interface GenerationTableProps {
  readonly rows: readonly ShownRow[];
  readonly columns: readonly ColumnId[];
  readonly arrangement: Arrangement;
  /** Least width of a row in pixels. */
  readonly contentWidth: number;
  readonly heads: Omit<ColumnHeadsProps, 'onLeave' | 'isHidden'>;
  readonly selected: number | undefined;
  readonly lit: number | undefined;
  readonly chosen: ReadonlySet<number>;
  readonly isComparing: boolean;
  readonly groups: EqualAnswers;
  readonly brokenLine: number | undefined;
  /** Of the outputs of all rows; stable between changes. */
  readonly shared: SharedPreviews;
  readonly actions: RowActions;
  readonly onOpen: () => void;
  readonly onLayout: (layout: ScrollLayout) => void;
  /** Makes the table as high as its rows, so that something can stand right below the last one. */
  readonly isFitted: boolean;
}

const rowHeights: Readonly<Record<Arrangement, number>> = { full: 26, rail: 26, narrow: 42 };
const headsHeight = 26;

export function GenerationTable(props: GenerationTableProps) {
  const { rows, columns, arrangement, selected, chosen, groups, actions, onLayout } = props;
  const list = useRef<VirtualRowsHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const idBase = useId();
  const rowHeight = rowHeights[arrangement];
  const headerHeight = arrangement === 'narrow' ? 0 : headsHeight;
  const active = rows.findIndex((row) => row.position === selected);
  const hasActive = active >= 0;

  // In step with the size and the scroll position of the area.
  useLayoutEffect(() => {
    const area = box.current?.firstElementChild;
    if (!(area instanceof HTMLElement)) return;
    const tell = () =>
      onLayout({ scrollLeft: area.scrollLeft, gutter: area.offsetWidth - area.clientWidth, width: area.offsetWidth });
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(area);
    area.addEventListener('scroll', tell, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', tell);
    };
  }, [onLayout]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    const next = rows[listKeys(event, active, rows.length, list.current?.pageSize() ?? 1) ?? -1];
    if (event.key === 'ArrowUp' && active <= 0 && arrangement !== 'narrow') {
      focusHead(event.currentTarget.querySelector('[role="columnheader"][data-column]'));
    } else if (next) actions.select(next);
    else if (event.key === 'Enter') props.onOpen();
    else if (event.key === ' ' && row && !row.isBroken)
      actions.setChosen(row, !chosen.has(row.position), event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const renderRow = (index: number) => {
    const row = rows[index];
    if (!row) return null;
    return (
      <GenerationRowView
        id={`${idBase}-${row.position}`}
        row={row}
        rowIndex={index + 2}
        columns={columns}
        arrangement={arrangement}
        isSelected={row.position === selected}
        isLit={row.position === props.lit}
        isChosen={chosen.has(row.position)}
        isAside={props.isComparing && !chosen.has(row.position)}
        equals={equalSign(row, groups)}
        brokenLine={row.isBroken ? props.brokenLine : undefined}
        shared={props.shared}
        actions={actions}
      />
    );
  };

  return (
    <div
      ref={box}
      className={styles.box}
      style={props.isFitted ? { flex: '0 1 auto', height: headerHeight + rows.length * rowHeight } : undefined}
    >
      <VirtualRows
        ref={list}
        role="grid"
        label="Generations"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={hasActive ? `${idBase}-${selected}` : undefined}
        tabIndex={0}
        className={hasActive ? styles.withActive : styles.withoutActive}
        count={rows.length}
        rowHeight={rowHeight}
        activeIndex={hasActive ? active : undefined}
        rowKey={(index) => rows[index]?.position ?? index}
        header={
          <div role="rowgroup">
            <ColumnHeads {...props.heads} isHidden={arrangement === 'narrow'} onLeave={() => list.current?.focus()} />
          </div>
        }
        headerHeight={headerHeight}
        contentWidth={props.contentWidth}
        rowsRole="rowgroup"
        renderRow={renderRow}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

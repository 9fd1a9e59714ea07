// The grid itself: heads, the rows that are on screen, and the keys. One tab stop; the selected row is the active one. Knows no store:
// it is told what to show and says what a person did.

import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import type { Arrangement } from '../../state/panes.ts';
import { listKeys } from '../../ui/listKeys.ts';
import { VirtualRows, type VirtualRowsHandle } from '../../ui/VirtualRows.tsx';
import { ColumnHeads, type ColumnHeadsProps, focusHead } from './ColumnHeads.tsx';
import styles from './GenerationTable.module.css';
import { type RowsProps, TableRows } from './TableRows.tsx';

/** How the scroll area lies: what stands under it has to follow. Pixels. */
export interface ScrollLayout {
  readonly scrollLeft: number;
  /** Room that the scroll bar takes. */
  readonly gutter: number;
  readonly width: number;
}

export interface GenerationTableProps extends RowsProps {
  /** Least width of a row in pixels. */
  readonly contentWidth: number;
  readonly heads: Omit<ColumnHeadsProps, 'onLeave' | 'isHidden'>;
  /** The label of a generation, by position. */
  readonly labelOf: (position: number) => string;
  readonly onOpen: () => void;
  readonly onLayout: (layout: ScrollLayout) => void;
  /** Makes the table as high as its rows, so that something can stand right below the last one. */
  readonly isFitted: boolean;
}

const rowHeights: Readonly<Record<Arrangement, number>> = { full: 26, rail: 26, narrow: 42 };
const headsHeight = 26;

export function GenerationTable(props: GenerationTableProps) {
  const { rows, arrangement, selected, chosen, actions, onLayout } = props;
  const list = useRef<VirtualRowsHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const idBase = useId();
  const rowHeight = rowHeights[arrangement];
  const headerHeight = arrangement === 'narrow' ? 0 : headsHeight;
  const active = rows.placeOf(selected);
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
    const row = rows.rowAt(active);
    const next = rows.rowAt(listKeys(event, active, rows.count, list.current?.pageSize() ?? 1) ?? -1);
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

  return (
    <div
      ref={box}
      className={styles.box}
      style={props.isFitted ? { flex: '0 1 auto', height: headerHeight + rows.count * rowHeight } : undefined}
    >
      <VirtualRows
        ref={list}
        role="grid"
        label="Generations"
        aria-rowcount={rows.count + 1}
        aria-activedescendant={hasActive ? `${idBase}-${selected}` : undefined}
        tabIndex={0}
        className={hasActive ? styles.withActive : styles.withoutActive}
        count={rows.count}
        rowHeight={rowHeight}
        activeIndex={hasActive ? active : undefined}
        rowKey={(index) => rows.positionAt(index) ?? index}
        header={
          <div role="rowgroup">
            <ColumnHeads {...props.heads} isHidden={arrangement === 'narrow'} onLeave={() => list.current?.focus()} />
          </div>
        }
        headerHeight={headerHeight}
        contentWidth={props.contentWidth}
        rowsRole="rowgroup"
        renderRows={(places, draw) => <TableRows {...props} places={places} draw={draw} idBase={idBase} />}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

// A grid of which only the cells on screen are elements, in both directions: fixed columns at the left, heads at the top, one tab stop,
// arrow keys from cell to cell. Knows nothing of what the cells show.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus, aria-activedescendant says which cell is meant
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: cells have one of three roles, which all support what is set
// biome-ignore-all lint/a11y/noStaticElementInteractions: every cell has a role
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of the grid do what clicks on cells do

import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo } from 'react';
import { classNames } from './classNames.ts';
import { useTallScroll } from './useTallScroll.ts';
import styles from './VirtualGrid.module.css';
import { windowOf, withActive } from './windowOf.ts';

export interface GridColumn {
  readonly key: string | number;
  /** In CSS pixels. */
  readonly width: number;
  /** So wide at most where the view has room. */
  readonly most?: number;
}

/** What one cell shows. */
export interface GridCellView {
  readonly content: ReactNode;
  /** Accessible name, where the content alone does not say enough. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
}

/** A cell; row −1 is that of the heads. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface VirtualGridProps {
  readonly label: string;
  /** Id of the element that says what the grid shows. */
  readonly describedBy?: string | undefined;
  readonly rowCount: number;
  /** In CSS pixels. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** The first column holds the heads of the rows. Must be the same list as long as nothing changes. */
  readonly columns: readonly GridColumn[];
  /** So many columns at the left stay in view. */
  readonly fixedCount: number;
  readonly cell: (place: GridPlace) => GridCellView;
  readonly active: GridPlace;
  /** The keys or a click went to a cell. */
  readonly onActive: (place: GridPlace) => void;
  /** Enter on a cell, or a click. */
  readonly onOpen: (place: GridPlace) => void;
  readonly onHover?: ((place: GridPlace | undefined) => void) | undefined;
  readonly selectedRow?: number | undefined;
  readonly className?: string | undefined;
}

/** Fills its flex parent and scrolls in both directions. */
export function VirtualGrid(props: VirtualGridProps) {
  const { rowCount, rowHeight, headHeight, columns, fixedCount, cell, active, onActive, onOpen, onHover } = props;
  const idBase = useId();
  const scroll = useTallScroll(rowCount * rowHeight, { headPx: headHeight, stepPx: rowHeight });
  const { viewWidth } = scroll;
  const starts = useMemo(() => startsOf(columns, viewWidth), [columns, viewWidth]);
  const width = starts.at(-1) ?? 0;
  const fixedWidth = starts[fixedCount] ?? 0;

  const { area, reveal } = scroll;
  // The cell that the keys are at comes into view, from behind the heads and fixed columns too: the scroll position of the browser.
  useEffect(() => {
    const element = area.current;
    if (element === null || document.activeElement !== element) return;
    if (active.row >= 0) reveal({ top: active.row * rowHeight, bottom: (active.row + 1) * rowHeight });
    const from = (starts[active.column] ?? 0) - fixedWidth;
    const size = (starts[active.column + 1] ?? 0) - (starts[active.column] ?? 0);
    if (active.column >= fixedCount) {
      element.scrollLeft = near(element.scrollLeft, from, size, element.clientWidth - fixedWidth);
    }
  }, [active, rowHeight, starts, fixedWidth, fixedCount, area, reveal]);

  const rows = withActive(
    windowOf(rowCount, (at) => at * rowHeight, scroll.offset, scroll.viewPx, 4),
    active.row < rowCount ? active.row : undefined,
  );
  const lastTop = Math.max(0, scroll.contentPx - rowHeight);
  const scrolled = withActive(
    windowOf(
      columns.length - fixedCount,
      (at) => (starts[fixedCount + at] ?? width) - fixedWidth,
      scroll.left,
      scroll.viewWidth - fixedWidth,
      2,
    ).map((at) => at + fixedCount),
    active.column < columns.length && active.column >= fixedCount ? active.column : undefined,
  );
  const shownColumns = [...Array.from({ length: fixedCount }, (_, at) => at), ...scrolled];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(scroll.viewPx / rowHeight) - 1);
    const next = moved(event.key, event.ctrlKey, active, rowCount, columns.length, page);
    if (next !== undefined) onActive(next);
    else if ((event.key === 'Enter' || event.key === ' ') && !event.ctrlKey) onOpen(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const renderCell = (row: number, column: number) => {
    const { content, label, title, className } = cell({ row, column });
    const start = starts[column] ?? 0;
    const isFixed = column < fixedCount;
    const size = (starts[column + 1] ?? start) - start;
    return (
      <div
        key={columns[column]?.key}
        id={`${idBase}-${row}-${column}`}
        role={row < 0 ? 'columnheader' : column === 0 ? 'rowheader' : 'gridcell'}
        aria-colindex={column + 1}
        aria-label={label}
        title={title}
        data-active={(active.row === row && active.column === column) || undefined}
        className={classNames(styles.cell, isFixed && styles.fixed, className)}
        style={{ left: start, width: size }}
        onClick={() => {
          onActive({ row, column });
          onOpen({ row, column });
        }}
        onMouseEnter={onHover && (() => onHover({ row, column }))}
      >
        {content}
      </div>
    );
  };

  return (
    <div
      ref={scroll.areaRef}
      role="grid"
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`${idBase}-${active.row}-${active.column}`}
      tabIndex={0}
      data-pane-focus=""
      className={classNames(styles.area, props.className)}
      onScroll={scroll.onScroll}
      onKeyDown={onKeyDown}
      onMouseLeave={onHover && (() => onHover(undefined))}
    >
      <div role="rowgroup" className={styles.heads} style={{ width, height: headHeight }}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {shownColumns.map((column) => renderCell(-1, column))}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ width, height: scroll.contentPx }}>
        {rows.map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 2}
            aria-selected={props.selectedRow === undefined ? undefined : props.selectedRow === row}
            className={styles.row}
            style={{ top: Math.min(row * rowHeight + scroll.basePx, lastTop), height: rowHeight }}
          >
            {shownColumns.map((column) => renderCell(row, column))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where each column begins, and one more for the end. Room that is left in the view goes to those that may be wider, to each the same. */
function startsOf(columns: readonly GridColumn[], viewWidth: number): readonly number[] {
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  const growing = columns.filter(({ width, most = width }) => most > width).length;
  const more = Math.max(0, Math.floor((viewWidth - least) / growing));
  const starts = [0];
  for (const { width, most = width } of columns)
    starts.push((starts.at(-1) ?? 0) + Math.min(Math.max(width, most), width + (growing > 0 ? more : 0)));
  return starts;
}

/** The scroll position nearest to the present one that shows `[from, from + size)` in a view of `room`. */
function near(position: number, from: number, size: number, room: number): number {
  return Math.max(Math.min(position, from), from + size - room);
}

function moved(
  key: string,
  isWide: boolean,
  { row, column }: GridPlace,
  rowCount: number,
  columnCount: number,
  page: number,
): GridPlace | undefined {
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(-1, Math.min(rowCount - 1, nextRow)),
    column: Math.max(0, Math.min(columnCount - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(Math.max(0, row - page), column);
    case 'Home':
      return to(isWide ? 0 : row, 0);
    case 'End':
      return to(isWide ? rowCount - 1 : row, columnCount - 1);
    default:
      return undefined;
  }
}

// Rows of equal height of which only those on screen are elements; for lists, grids and tables of any length.
// Knows roles only by passing them on.

import {
  type HTMLAttributes,
  type ReactNode,
  type Ref,
  type UIEvent,
  useImperativeHandle,
  useLayoutEffect,
} from 'react';
import { classNames } from './classNames.ts';
import { useTallScroll } from './useTallScroll.ts';
import styles from './VirtualRows.module.css';
import { windowOf, withActive } from './windowOf.ts';

/** What a parent can ask of the list. */
export interface VirtualRowsHandle {
  /** Brings a row wholly into view by the least distance. */
  readonly scrollToIndex: (index: number) => void;
  /** How many whole rows fit, at least 1; the step of Page Up and Page Down. */
  readonly pageSize: () => number;
  readonly focus: () => void;
}

type ScrollAttributes = Omit<HTMLAttributes<HTMLDivElement>, 'children' | 'role' | 'aria-label' | 'className'>;

export interface VirtualRowsProps extends ScrollAttributes {
  readonly count: number;
  /** In CSS pixels. */
  readonly rowHeight: number;
  /**
   * Draws the rows at these indexes by giving `draw` a function that draws one, which must be exactly `rowHeight` high and carry its own role. It may
   * give a component that does so, with hooks over what is in view.
   */
  readonly renderRows?: (
    indexes: readonly number[],
    draw: (row: (index: number) => ReactNode) => ReactNode,
  ) => ReactNode;
  /** Draws one row, where they need nothing together. */
  readonly renderRow?: (index: number) => ReactNode;
  /** Stays an element while out of view, so that aria-activedescendant holds; a change brings it into view. */
  readonly activeIndex?: number | undefined;
  readonly rowKey?: ((index: number) => string | number) | undefined;
  readonly overscan?: number | undefined;
  /** Sticks to the top, scrolls sideways with the rows. */
  readonly header?: ReactNode;
  /** Height of `header` in CSS pixels. */
  readonly headerHeight?: number | undefined;
  /** Least width of the rows in CSS pixels; narrower areas scroll sideways. */
  readonly contentWidth?: number | undefined;
  /** Role of the scroll area, with `label` as its name. */
  readonly role?: string | undefined;
  readonly label?: string | undefined;
  /** Role of the box around the rows, for example "rowgroup". */
  readonly rowsRole?: string | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<VirtualRowsHandle> | undefined;
}

const nothing = (): ReactNode => null;

/** Fills its flex parent. Other attributes of a div (tabIndex, onKeyDown, aria-*) go to the scroll area. */
export function VirtualRows(props: VirtualRowsProps) {
  const {
    count,
    rowHeight,
    renderRow = nothing,
    renderRows = (_, draw) => draw(renderRow),
    activeIndex,
    rowKey,
    overscan = 4,
    header,
    headerHeight = 0,
    contentWidth,
    role,
    label,
    rowsRole = 'presentation',
    className,
    ref,
    onScroll,
    ...rest
  } = props;
  const scroll = useTallScroll(count * rowHeight, { headPx: headerHeight, stepPx: rowHeight });
  const seen = windowOf(count, (at) => at * rowHeight, scroll.offset, scroll.viewPx, overscan);
  const shown = withActive(seen, activeIndex !== undefined && activeIndex < count ? activeIndex : undefined);
  // One that is out of view must not make the area longer.
  const lastTop = Math.max(0, scroll.contentPx - rowHeight);

  const scrollToIndex = (index: number): void => {
    if (index >= 0 && index < count) scroll.reveal({ top: index * rowHeight, bottom: (index + 1) * rowHeight });
  };

  useImperativeHandle(ref, () => ({
    scrollToIndex,
    pageSize: () => Math.max(1, Math.floor(scroll.viewNow() / rowHeight)),
    focus: () => scroll.area.current?.focus(),
  }));

  // In step with the scroll position of the element.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the active row moves the list
  useLayoutEffect(() => {
    if (activeIndex !== undefined) scrollToIndex(activeIndex);
  }, [activeIndex]);

  const drawRows = (row: (index: number) => ReactNode): ReactNode =>
    shown.map((index) => (
      <div
        key={rowKey?.(index) ?? index}
        className={styles.row}
        role="presentation"
        style={{
          height: rowHeight,
          transform: `translateY(${Math.min(index * rowHeight + scroll.basePx, lastTop)}px)`,
        }}
      >
        {row(index)}
      </div>
    ));

  return (
    <div
      {...rest}
      ref={scroll.areaRef}
      role={role}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={classNames(styles.scroll, className)}
      onScroll={(event: UIEvent<HTMLDivElement>) => {
        scroll.onScroll();
        onScroll?.(event);
      }}
    >
      {header === undefined ? null : (
        <div className={styles.header} role="presentation" style={{ height: headerHeight, minWidth: contentWidth }}>
          {header}
        </div>
      )}
      <div className={styles.rows} role={rowsRole} style={{ height: scroll.contentPx, minWidth: contentWidth }}>
        {renderRows(shown, drawRows)}
      </div>
    </div>
  );
}

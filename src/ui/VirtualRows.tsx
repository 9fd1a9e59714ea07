// Rows of equal height of which only those on screen are elements; for lists, grids and trees of any length.
// Knows roles only by passing them on. Above 7 million pixels the scroll bar is scaled.

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { classNames } from './classNames.ts';
import { offsetToShow, scaleOf, scrollHeightOf } from './scaledScroll.ts';
import styles from './VirtualRows.module.css';

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
  /** Draws one row; it must be exactly `rowHeight` high and carry its own role. */
  readonly renderRow: (index: number) => ReactNode;
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

/** Fills its flex parent. Other attributes of a div (tabIndex, onKeyDown, aria-*) go to the scroll area. */
export function VirtualRows(props: VirtualRowsProps) {
  const {
    count,
    rowHeight,
    renderRow,
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
    ...rest
  } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const rowsPx = count * rowHeight;

  const shape = (element: HTMLElement) => ({ rowsPx, viewPx: Math.max(0, element.clientHeight - headerHeight) });
  const offsetOf = (element: HTMLElement) => element.scrollTop * scaleOf(shape(element));
  // Observers live as long as the element; they must see the figures of the latest rendering.
  const latest = useRef({ offsetOf, headerHeight });
  // In step with the observers of the virtualizer.
  useLayoutEffect(() => {
    latest.current = { offsetOf, headerHeight };
  });

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    overscan,
    estimateSize: () => rowHeight,
    getScrollElement: () => scrollRef.current,
    getItemKey: rowKey ?? ((index) => index),
    observeElementRect: (instance, report) => observeRect(instance, report, () => latest.current.headerHeight),
    observeElementOffset: (instance, report) =>
      observeOffset(instance, report, (element) => latest.current.offsetOf(element)),
    rangeExtractor: ({ startIndex, endIndex, overscan: more, count: all }) => {
      const from = Math.max(0, startIndex - more);
      const to = Math.min(all - 1, endIndex + more);
      const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      const isOutside = activeIndex !== undefined && activeIndex >= 0 && activeIndex < all;
      if (isOutside && activeIndex < from) indexes.unshift(activeIndex);
      if (isOutside && activeIndex > to) indexes.push(activeIndex);
      return indexes;
    },
  });

  const scrollToIndex = (index: number): void => {
    const element = scrollRef.current;
    if (element === null || index < 0 || index >= count) return;
    const offset = offsetToShow(index, rowHeight, offsetOf(element), shape(element));
    if (offset !== undefined) element.scrollTop = offset / scaleOf(shape(element));
  };

  useImperativeHandle(ref, () => ({
    scrollToIndex,
    pageSize: () => Math.max(1, Math.floor((scrollRef.current ? shape(scrollRef.current).viewPx : 0) / rowHeight)),
    focus: () => scrollRef.current?.focus(),
  }));

  // In step with the virtualizer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are cached by the virtualizer and must be forgotten
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);

  // In step with the scroll position of the element.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the active row moves the list
  useLayoutEffect(() => {
    if (activeIndex !== undefined) scrollToIndex(activeIndex);
  }, [activeIndex]);

  const element = scrollRef.current;
  const shift = element === null ? 0 : offsetOf(element) - element.scrollTop;
  return (
    <div
      {...rest}
      ref={scrollRef}
      role={role}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={classNames(styles.scroll, className)}
    >
      {header === undefined ? null : (
        <div className={styles.header} role="presentation" style={{ height: headerHeight, minWidth: contentWidth }}>
          {header}
        </div>
      )}
      <div className={styles.rows} role={rowsRole} style={{ height: scrollHeightOf(rowsPx), minWidth: contentWidth }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            className={styles.row}
            role="presentation"
            style={{ height: rowHeight, transform: `translateY(${item.start - shift}px)` }}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

type Instance = Virtualizer<HTMLDivElement, HTMLDivElement>;

/** Reports the size of the area in which rows can be seen, that is without the sticky header. */
function observeRect(
  instance: Instance,
  report: (rect: { readonly width: number; readonly height: number }) => void,
  headerHeight: () => number,
): (() => void) | undefined {
  const element = instance.scrollElement;
  if (element === null) return undefined;
  const read = (): void =>
    report({ width: element.clientWidth, height: Math.max(0, element.clientHeight - headerHeight()) });
  read();
  const observer = new ResizeObserver(read);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Reports true offsets, which differ from the scroll position in scaled lists. */
function observeOffset(
  instance: Instance,
  report: (offset: number, isScrolling: boolean) => void,
  offsetOf: (element: HTMLElement) => number,
): (() => void) | undefined {
  const element = instance.scrollElement;
  if (element === null) return undefined;
  const read = (): void => report(offsetOf(element), false);
  read();
  element.addEventListener('scroll', read, { passive: true });
  return () => element.removeEventListener('scroll', read);
}

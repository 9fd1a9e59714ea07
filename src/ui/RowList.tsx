// A list of rows of any height, of which only those on screen are elements; one of them is the tab stop, and keys go from row to row.
// Knows nothing of what a row shows.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { classNames } from './classNames.ts';
import { listKeys } from './listKeys.ts';
import styles from './RowList.module.css';
import type { RowWindow } from './useRowWindow.ts';

export interface RowListProps {
  readonly window: RowWindow;
  readonly label: string;
  readonly count: number;
  /** The row that the keys are at. */
  readonly active: number;
  readonly onActive: (at: number) => void;
  /** Rows are as wide as their longest line, which the area scrolls to; else as wide as the area. */
  readonly isWide: boolean;
  readonly renderRow: (at: number, isActive: boolean) => ReactNode;
}

/** Rows that Page Up and Page Down go by. */
const page = 5;

/** Fills its flex parent. */
export function RowList({ window, label, count, active, onActive, isWide, renderRow }: RowListProps) {
  const { scroll, shown, topOf, reveal } = window;
  const wantsFocus = useRef(false);
  // The focus, which belongs to the browser: it follows the keys, once the row is an element.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroll.area.current?.querySelector<HTMLElement>(`[data-at="${active}"]`)?.focus({ preventScroll: true });
  }, [active, scroll.area]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys in a row, such as those of a choice, are its own.
    if (!(event.target instanceof HTMLElement) || event.target.dataset.at === undefined) return;
    const next = listKeys(event, active, count, page);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    wantsFocus.current = next !== active;
    onActive(next);
    reveal(next);
  };

  return (
    <div ref={scroll.areaRef} className={styles.area} onScroll={scroll.onScroll}>
      <div
        role="list"
        aria-label={label}
        className={styles.list}
        style={{ height: scroll.contentPx }}
        onKeyDown={onKeyDown}
      >
        {shown.map((at) => (
          <div
            role="listitem"
            key={at}
            data-at={at}
            aria-posinset={at + 1}
            aria-setsize={count}
            tabIndex={at === active ? 0 : -1}
            className={classNames(styles.row, isWide && styles.wide)}
            style={{ transform: `translateY(${topOf(at)}px)` }}
            onFocus={() => at !== active && onActive(at)}
          >
            {renderRow(at, at === active)}
          </div>
        ))}
      </div>
    </div>
  );
}

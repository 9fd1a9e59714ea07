// The handle between two column heads: dragged, moved by arrow keys, reset by a double click or Delete.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './ResizeHandle.module.css';

export interface ResizeHandleProps {
  readonly title: string;
  /** Pixels, as laid out or set. */
  readonly width: number;
  readonly minWidth: number;
  readonly tabIndex: number;
  /** `isFinal` is false while a drag goes on. */
  readonly onResize: (width: number, isFinal: boolean) => void;
  readonly onReset: () => void;
  /** Gives the focus back to the column head. */
  readonly onLeave: () => void;
}

const step = 8;
const maxWidth = 4000;

export function ResizeHandle({ title, width, minWidth, tabIndex, onResize, onReset, onLeave }: ResizeHandleProps) {
  const drag = useRef<{ readonly startX: number; readonly startWidth: number } | undefined>(undefined);
  const clamp = (value: number) => Math.round(Math.max(minWidth, Math.min(maxWidth, value)));
  // Output fills what is left: its width is only known from the page.
  const laidOutWidth = (handle: Element) =>
    handle.closest('[role="columnheader"]')?.getBoundingClientRect().width ?? width;

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { startX: event.clientX, startWidth: laidOutWidth(event.currentTarget) };
  };
  const dragTo = (event: PointerEvent<HTMLElement>, isFinal: boolean): void => {
    const started = drag.current;
    if (started === undefined) return;
    const moved = event.clientX - started.startX;
    if (isFinal) drag.current = undefined;
    if (!isFinal || moved !== 0) onResize(clamp(started.startWidth + moved), isFinal);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.shiftKey ? step * 4 : step;
    if (event.key === 'ArrowLeft') onResize(clamp(laidOutWidth(event.currentTarget) - by), true);
    else if (event.key === 'ArrowRight') onResize(clamp(laidOutWidth(event.currentTarget) + by), true);
    else if (event.key === 'Home') onResize(minWidth, true);
    else if (event.key === 'Delete' || event.key === 'Backspace') onReset();
    else if (event.key === 'Enter' || event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Resize ${title}`}
      aria-valuenow={Math.round(width)}
      aria-valuemin={minWidth}
      aria-valuemax={maxWidth}
      aria-valuetext={`${Math.round(width)} pixels`}
      tabIndex={tabIndex}
      className={styles.handle}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={onReset}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragTo(event, false)}
      onPointerUp={(event) => dragTo(event, true)}
      onPointerCancel={(event) => dragTo(event, true)}
      onKeyDown={onKeyDown}
    />
  );
}

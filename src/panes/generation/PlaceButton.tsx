// A value that selects the place it comes from, and lights it up in every pane while the mouse is on it.

import type { ReactNode } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import { useSelection, useStore } from '../../state/store.ts';
import { classNames } from '../../ui/classNames.ts';
import styles from './PlaceButton.module.css';

export interface PlaceButtonProps {
  readonly pointer: Pointer;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
  readonly tabIndex?: number | undefined;
  readonly children: ReactNode;
}

export function PlaceButton({ pointer, className, title, tabIndex, children }: PlaceButtonProps) {
  const selection = useSelection();
  const { select, hover } = useStore.getState();
  return (
    <button
      type="button"
      className={classNames(styles.place, className)}
      title={title}
      tabIndex={tabIndex}
      aria-current={selection === pointer ? 'true' : undefined}
      onClick={() => select(pointer, 'generation')}
      onMouseEnter={() => hover(pointer)}
      onMouseLeave={() => hover(undefined)}
    >
      {children}
    </button>
  );
}

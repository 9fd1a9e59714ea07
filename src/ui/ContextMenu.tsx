// A menu at a point of the page. Comes late; knows no command.

import { useRef } from 'react';
import styles from './ContextMenu.module.css';
import { MenuPopover } from './MenuPopover.tsx';
import type { MenuEntry } from './menuEntry.ts';

export interface ContextMenuProps {
  readonly label: string;
  /** CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
  /** The first entry gets the focus, as after a key. */
  readonly isByKey: boolean;
}

const noKeys: readonly string[] = [];

/** Gives the focus back to what had it. */
export function ContextMenu({ label, at, entries, onAction, onClose, isByKey }: ContextMenuProps) {
  const point = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={point} aria-hidden="true" className={styles.point} style={{ left: at.x, top: at.y }} />
      <MenuPopover
        id="context-menu"
        label={label}
        trigger={point}
        entries={entries}
        onAction={onAction}
        selected={undefined}
        selection="single"
        onMove={undefined}
        focusOn={isByKey ? 'first' : undefined}
        keysBefore={noKeys}
        onClose={onClose}
      />
    </>
  );
}

// A small non-modal box below, else above, its anchor; Escape and outside press close it. Knows nothing of its content.

import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import styles from './Popover.module.css';

export interface PopoverProps {
  /** The element beside which it opens. */
  readonly anchor: RefObject<Element | null>;
  /** Accessible name. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A controlled popover that takes focus and gives it back. */
export function Popover({ anchor, label, isOpen, onClose, children }: PopoverProps) {
  return (
    <AriaPopover
      triggerRef={anchor}
      className={styles.popover ?? ''}
      isOpen={isOpen}
      isNonModal
      placement="bottom start"
      offset={6}
      containerPadding={8}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}

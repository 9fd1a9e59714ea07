// A card that floats below its token, else above it, and never over it. Knows where the token is drawn, nothing of what is on the card.

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { placeBelow } from '../../../ui/placeBelow.ts';
import styles from './TokenFloat.module.css';

export interface TokenFloatProps {
  /** Holds the token as an element with `data-at`. */
  readonly list: RefObject<HTMLElement | null>;
  readonly at: number;
  readonly children: ReactNode;
}

const edgePx = 12;

export function TokenFloat({ list, at, children }: TokenFloatProps) {
  const card = useRef<HTMLDivElement>(null);
  // In step with the top layer of the browser, and with where the token stands on screen.
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    const place = (): void => {
      const anchor = list.current?.querySelector(`[data-at="${at}"]`)?.getBoundingClientRect();
      const area = list.current?.closest('[data-pane]')?.getBoundingClientRect();
      // Scrolled out of its pane it has nothing to stand beside.
      const isSeen = anchor !== undefined && area !== undefined && anchor.bottom > area.top && anchor.top < area.bottom;
      if (element.matches(':popover-open') !== isSeen) {
        if (isSeen) element.showPopover();
        else element.hidePopover();
      }
      if (!isSeen) return;
      const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
      element.style.maxHeight = `${Math.max(anchor.top, viewport.height - anchor.bottom) - edgePx}px`;
      const to = placeBelow(anchor, element.getBoundingClientRect(), viewport);
      element.style.left = `${to.left}px`;
      element.style.top = `${to.top}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    document.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [list, at]);
  return (
    <div ref={card} popover="manual" className={styles.float}>
      {children}
    </div>
  );
}

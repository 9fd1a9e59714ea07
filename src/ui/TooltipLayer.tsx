// The one tooltip of the page. It serves every element marked by tip(), by hover and by keyboard focus, and every text that is cut, with the whole of
// it; so that thousands of rows cost nothing. Mount it once.

import { useEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import { placeBelow } from './placeBelow.ts';
import styles from './TooltipLayer.module.css';

const openAfterMs = 500;
/** While tooltips were just open, the next one opens at once. */
const warmForMs = 400;

interface Shown {
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly keys: string | undefined;
}

/** How much of a cut text is shown; what is longer can be read in its pane. */
const mostCharacters = 600;

function read(anchor: HTMLElement): Shown | undefined {
  const text = anchor.dataset.tip ?? anchor.textContent.slice(0, mostCharacters);
  return text === undefined || text === '' ? undefined : { anchor, text, keys: anchor.dataset.tipKeys };
}

function anchorOf(target: EventTarget | null): HTMLElement | undefined {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  return marked ?? cutTextAt(target);
}

/** The element around the target, or directly in it, whose text ends in an ellipsis, unless it has a title. */
function cutTextAt(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof HTMLElement) || target.closest('[title]')) return undefined;
  const near = [target, target.parentElement, target.parentElement?.parentElement, ...target.children];
  return near.find((one) => one instanceof HTMLElement && isCut(one) && !one.querySelector('[title], [data-tip]')) as
    | HTMLElement
    | undefined;
}

function isCut(element: HTMLElement): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (textOverflow === 'ellipsis') return element.scrollWidth > element.clientWidth;
  return webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
}

/** Shows the tooltip of whatever marked element is hovered or focused; Escape, a press or scrolling it away closes it. */
export function TooltipLayer() {
  const ref = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | undefined>(undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let anchor: HTMLElement | undefined;
    let closedAt = Number.NEGATIVE_INFINITY;
    const changes = new MutationObserver(() => {
      if (anchor !== undefined) setShown((before) => (before === undefined || !anchor ? before : read(anchor)));
    });

    const close = (): void => {
      clearTimeout(timer);
      changes.disconnect();
      if (anchor !== undefined) closedAt = performance.now();
      anchor = undefined;
      setShown(undefined);
    };
    const open = (next: HTMLElement, delayMs: number): void => {
      if (next === anchor) return;
      const isWarm = performance.now() - closedAt < warmForMs || anchor !== undefined;
      close();
      anchor = next;
      changes.observe(next, { attributes: true, attributeFilter: ['data-tip', 'data-tip-keys'] });
      timer = setTimeout(() => setShown(read(next)), isWarm ? 0 : delayMs);
    };

    const onPointerOver = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      const next = anchorOf(event.target);
      if (next !== undefined) open(next, openAfterMs);
      else if (!(event.target instanceof Node && ref.current?.contains(event.target))) close();
    };
    const onFocusIn = (event: FocusEvent): void => {
      const next = anchorOf(event.target);
      if (next !== undefined && next === event.target && next.matches(':focus-visible')) open(next, 0);
      else close();
    };
    const onScroll = (event: Event): void => {
      // What scrolls elsewhere moves nothing under the mouse, which would not come back to the element either.
      if (anchor === undefined || (event.target instanceof Node && event.target.contains(anchor))) close();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.key === 'Enter' || event.key === ' ') close();
    };

    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('pointerdown', close, true);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', close);
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    document.documentElement.addEventListener('pointerleave', close);
    window.addEventListener('blur', close);
    return () => {
      close();
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('pointerdown', close, true);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', close);
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('scroll', onScroll, { capture: true });
      document.documentElement.removeEventListener('pointerleave', close);
      window.removeEventListener('blur', close);
    };
  }, []);

  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof element.showPopover !== 'function') return;
    if (shown === undefined || !shown.anchor.isConnected) {
      if (element.matches(':popover-open')) element.hidePopover();
      return;
    }
    if (!element.matches(':popover-open')) element.showPopover();
    const box = element.getBoundingClientRect();
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const place = placeBelow(shown.anchor.getBoundingClientRect(), box, viewport);
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
  }, [shown]);

  // The name and the key are already attributes of the anchor, so the layer itself stays silent.
  return (
    <div
      ref={ref}
      popover="manual"
      role="tooltip"
      aria-hidden="true"
      className={styles.tooltip}
      data-cut={shown?.anchor.dataset.tip === undefined || undefined}
    >
      {shown?.text}
      {shown?.keys === undefined ? null : <Kbd keys={shown.keys} />}
    </div>
  );
}

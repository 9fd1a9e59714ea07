// A scroll area whose content may be taller than a browser can scroll: gives the true offset, the view's size, and moves both.
// Knows nothing of what is scrolled. The caller draws what stands at true height y at `scrollTop + y - offset`.

import { type RefCallback, type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import { type ScrollShape, scrollHeightOf } from './scaledScroll.ts';
import { isInStep, isStuck, lastOffset, moved, scrollTopOf, type TallPosition } from './tallScroll.ts';

/** After so long without scrolling the scroll bar is put back in proportion. */
const idleMs = 150;

export interface TallScroll extends TallPosition {
  readonly viewPx: number;
  readonly viewWidth: number;
  /** Width that the scroll bar takes. */
  readonly gutterPx: number;
  /** Height to give the content. */
  readonly contentPx: number;
  /** For the element's `ref`. */
  readonly areaRef: RefCallback<HTMLElement>;
  readonly area: RefObject<HTMLElement | null>;
  readonly onScroll: () => void;
  readonly scrollTo: (offset: number) => void;
  /** Content above the view grew by so much: what is in view stays where it is. */
  readonly shiftBy: (delta: number) => void;
}

/** `totalPx`: true height of the content. */
export function useTallScroll(totalPx: number): TallScroll {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const area = useRef<HTMLElement | null>(null);
  const size = useRef({ height: 0, width: 0, gutter: 0 });
  const position = useRef<TallPosition>({ scrollTop: 0, offset: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const total = useRef(totalPx);
  useLayoutEffect(() => {
    total.current = totalPx;
  });

  const actions = useMemo(() => {
    const shape = (): ScrollShape => ({ rowsPx: total.current, viewPx: size.current.height });
    const settle = (): void => {
      const element = area.current;
      if (!element || isInStep(position.current, shape())) return;
      element.scrollTop = scrollTopOf(position.current.offset, shape());
      position.current = { scrollTop: element.scrollTop, offset: position.current.offset };
      redraw();
    };
    /** Puts the scroll bar in step once nobody scrolls: setting it earlier would stop a movement under way. */
    const settleSoon = (): void => {
      clearTimeout(timer.current);
      if (isStuck(position.current, shape())) settle();
      else if (!isInStep(position.current, shape())) timer.current = setTimeout(settle, idleMs);
    };
    const clamped = (offset: number): number => Math.min(Math.max(0, offset), lastOffset(shape()));
    return {
      scrollTo: (offset: number): void => {
        position.current = { ...position.current, offset: clamped(offset) };
        settle();
        redraw();
      },
      fitTotal: (): void => {
        const offset = clamped(position.current.offset);
        if (offset !== position.current.offset) redraw();
        position.current = { ...position.current, offset };
        settleSoon();
      },
      onScroll: () => {
        const element = area.current;
        if (!element || element.scrollTop === position.current.scrollTop) return;
        position.current = moved(position.current, element.scrollTop, shape());
        settleSoon();
        redraw();
      },
      shiftBy: (delta: number) => {
        position.current = { ...position.current, offset: Math.max(0, position.current.offset + delta) };
        settleSoon();
        redraw();
      },
    };
  }, []);

  const areaRef = useMemo<RefCallback<HTMLElement>>(
    () => (element) => {
      area.current = element;
      if (!element) return;
      const read = (): void => {
        const { clientHeight: height, clientWidth: width, offsetWidth } = element;
        size.current = { height, width, gutter: offsetWidth - width };
        redraw();
      };
      read();
      const observer = new ResizeObserver(read);
      observer.observe(element);
      return () => {
        observer.disconnect();
        area.current = null;
      };
    },
    [],
  );

  // In step with the scroll bar: content that became shorter or longer keeps its place in view, only the bar moves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figure that changed is read through a ref
  useLayoutEffect(() => actions.fitTotal(), [totalPx, actions]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    ...position.current,
    viewPx: size.current.height,
    viewWidth: size.current.width,
    gutterPx: size.current.gutter,
    contentPx: scrollHeightOf(totalPx),
    areaRef,
    area,
    onScroll: actions.onScroll,
    scrollTo: actions.scrollTo,
    shiftBy: actions.shiftBy,
  };
}

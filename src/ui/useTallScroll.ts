// A scroll area of which only what is in view is drawn, also where its content is taller than a browser can scroll: gives the true offset and the
// view's size, and moves both. Under every list, table, tree and grid. Knows nothing of what is scrolled.

import { type RefCallback, type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import {
  isInStep,
  isStuck,
  lastOffset,
  moved,
  offsetToReveal,
  type ScrollShape,
  scrollHeightOf,
  scrollTopOf,
  type TallPosition,
} from './tallScroll.ts';

/** After so long without scrolling the scroll bar is put back in proportion. */
const idleMs = 150;

export interface TallScroll extends TallPosition {
  /** Add it to a true height to get where that is drawn. */
  readonly basePx: number;
  /** How far it is scrolled sideways. */
  readonly left: number;
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
  /** Brings a stretch of true heights into view by the least distance. */
  readonly reveal: (stretch: { readonly top: number; readonly bottom: number }) => void;
  /** The height of the view as it is now, also between two renderings. */
  readonly viewNow: () => number;
  /** Content above the view grew by so much: what is in view stays where it is. */
  readonly shiftBy: (delta: number) => void;
}

export interface TallScrollOptions {
  /** Height of what sticks to the top of the area, above the content. */
  readonly headPx?: number | undefined;
  /** It is enough to draw again after so much movement, because more than that is drawn beside the view. */
  readonly stepPx?: number | undefined;
}

interface Size {
  readonly height: number;
  readonly width: number;
  /** Width that the scroll bar takes. */
  readonly gutter: number;
}

/** `totalPx`: true height of the content. */
export function useTallScroll(totalPx: number, { headPx = 0, stepPx = 0 }: TallScrollOptions = {}): TallScroll {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const area = useRef<HTMLElement | null>(null);
  const size = useRef<Size>({ height: 0, width: 0, gutter: 0 });
  const position = useRef<TallPosition>({ scrollTop: 0, offset: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const left = useRef(0);
  /** The size that this rendering is for. */
  const drawn = size.current;
  const latest = useRef({ totalPx, headPx, stepPx, drawn });
  // In step with the browser, whose events come between renderings.
  useLayoutEffect(() => {
    latest.current = { totalPx, headPx, stepPx, drawn };
  });

  const actions = useMemo(() => {
    const viewPx = (): number => Math.max(0, size.current.height - latest.current.headPx);
    const shape = (): ScrollShape => ({ rowsPx: latest.current.totalPx, viewPx: viewPx() });
    /** The browser tells of another size only after a rendering that changed it. */
    const measure = (): void => {
      if (area.current) size.current = sizeOf(area.current);
    };
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
    const scrollTo = (offset: number): void => {
      position.current = { ...position.current, offset: clamped(offset) };
      settle();
      redraw();
    };
    return {
      scrollTo,
      viewNow: (): number => {
        measure();
        return viewPx();
      },
      reveal: (stretch: { readonly top: number; readonly bottom: number }): void => {
        measure();
        const offset = offsetToReveal(position.current.offset, stretch, { above: 0, below: 0 }, shape());
        if (offset !== position.current.offset) scrollTo(offset);
      },
      fitTotal: (): void => {
        measure();
        const offset = clamped(position.current.offset);
        if (offset !== position.current.offset) redraw();
        // Content that became shorter has moved the scroll bar already, which is no movement of a person.
        position.current = { scrollTop: area.current?.scrollTop ?? 0, offset };
        settleSoon();
      },
      onScroll: () => {
        const element = area.current;
        if (!element) return;
        const before = position.current;
        const isSideways = element.scrollLeft !== left.current;
        left.current = element.scrollLeft;
        if (element.scrollTop !== before.scrollTop) position.current = moved(before, element.scrollTop, shape());
        settleSoon();
        if (isSideways || isOtherView(before, position.current, latest.current.stepPx)) redraw();
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
        size.current = sizeOf(element);
        // The observer tells of the first size too, which is drawn by then.
        if (!isSameSize(latest.current.drawn, size.current)) redraw();
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
  // In step with the clock.
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    ...position.current,
    basePx: position.current.scrollTop - position.current.offset,
    left: left.current,
    viewPx: Math.max(0, drawn.height - headPx),
    viewWidth: drawn.width,
    gutterPx: drawn.gutter,
    contentPx: scrollHeightOf(totalPx),
    areaRef,
    area,
    onScroll: actions.onScroll,
    scrollTo: actions.scrollTo,
    reveal: actions.reveal,
    viewNow: actions.viewNow,
    shiftBy: actions.shiftBy,
  };
}

function sizeOf({ clientHeight, clientWidth, offsetWidth }: HTMLElement): Size {
  return { height: clientHeight, width: clientWidth, gutter: offsetWidth - clientWidth };
}

function isSameSize(one: Size, other: Size): boolean {
  return one.height === other.height && one.width === other.width && one.gutter === other.gutter;
}

function isOtherView(before: TallPosition, now: TallPosition, stepPx: number): boolean {
  const isMoved = before.offset !== now.offset || before.scrollTop !== now.scrollTop;
  if (stepPx === 0) return isMoved;
  const isSameBase = Math.abs(before.scrollTop - before.offset - (now.scrollTop - now.offset)) < 0.01;
  return !isSameBase || Math.floor(before.offset / stepPx) !== Math.floor(now.offset / stepPx);
}

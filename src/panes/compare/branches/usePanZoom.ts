// An area that is dragged by the mouse and zoomed by the wheel with Ctrl: the browser's own scrolling moves it. Knows no content but its size.

import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { clampZoom } from './zoom.ts';

export interface PanZoom {
  readonly area: RefObject<HTMLDivElement | null>;
  /** The size at 100 %, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  onZoom(scale: number): void;
  /** Gets the scale at which all of it fits, whenever that changes. */
  onFitted(scale: number): void;
}

/** Handlers for the area. */
export function usePanZoom({ area, width, height, scale, onZoom, onFitted }: PanZoom) {
  // In step with the size of the area.
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const measure = (): void =>
      onFitted(clampZoom(Math.min(1, element.clientWidth / width, element.clientHeight / height)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [area, width, height, onFitted]);

  // The point under the mouse stays there, else the middle.
  const anchor = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const before = useRef(scale);
  // In step with the scroll position of the area.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || before.current === scale) return;
    const at = anchor.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    const ratio = scale / before.current;
    element.scrollLeft = (element.scrollLeft + at.x) * ratio - at.x;
    element.scrollTop = (element.scrollTop + at.y) * ratio - at.y;
    anchor.current = undefined;
    before.current = scale;
  }, [area, scale]);

  // The wheel events of the area.
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      anchor.current = { x: event.clientX - left, y: event.clientY - top };
      onZoom(clampZoom(scale * Math.exp(-event.deltaY / 300)));
    };
    // React's own listeners are passive: they could not keep the browser from zooming the page.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, scale, onZoom]);

  const drag = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const onPointerEnd = (): void => {
    drag.current = undefined;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>): void => {
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      if (event.target instanceof Element && event.target.closest('button') !== null) return;
      const element = event.currentTarget;
      element.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX + element.scrollLeft, y: event.clientY + element.scrollTop };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>): void => {
      if (drag.current === undefined) return;
      event.currentTarget.scrollLeft = drag.current.x - event.clientX;
      event.currentTarget.scrollTop = drag.current.y - event.clientY;
    },
    onPointerUp: onPointerEnd,
    onPointerCancel: onPointerEnd,
  };
}

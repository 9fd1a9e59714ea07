// The map at the edge of compared texts: a tick for every place where they part, from their start to their end. A press or drag goes to the nearest
// one. For the pointer only: the keys and the count in the toolbar say the same.

import { type PointerEvent, useMemo } from 'react';
import styles from './PlaceStrip.module.css';

export interface PlaceStripProps {
  /** Where each lies, 0 at the start and 1 at the end of the texts. */
  readonly places: readonly number[];
  /** How long the tick of each is, 0 to 1; all are the same where it is absent. */
  readonly weights?: readonly number[] | undefined;
  readonly current: number | undefined;
  readonly onGo: (place: number) => void;
}

/** Height of the drawing; it is stretched to that of the strip. */
const height = 1000;

export function PlaceStrip({ places: shares, weights, current, onGo }: PlaceStripProps) {
  const places = useMemo(() => shares.map((share) => share * height), [shares]);
  const ticks = useMemo(() => {
    const lengths = new Map<number, number>();
    places.forEach((place, at) => {
      const y = Math.round(place);
      lengths.set(y, Math.max(lengths.get(y) ?? 0, 2 + 8 * (weights?.[at] ?? 0.75)));
    });
    return [...lengths].map(([y, length]) => `M3 ${y}h${length.toFixed(1)}`).join('');
  }, [places, weights]);
  const at = current === undefined ? undefined : places[current];
  const go = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const wanted = ((event.clientY - box.top) / box.height) * height;
    let nearest = 0;
    places.forEach((place, number) => {
      if (Math.abs(place - wanted) < Math.abs((places[nearest] ?? 0) - wanted)) nearest = number;
    });
    if (places.length > 0 && nearest !== current) onGo(nearest);
  };
  return (
    <div
      aria-hidden="true"
      className={styles.strip}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      <svg
        aria-hidden="true"
        className={styles.map}
        viewBox={`0 0 14 ${height}`}
        preserveAspectRatio="none"
        focusable="false"
      >
        <path className={styles.ticks} d={ticks} />
        {at === undefined ? null : <path className={styles.current} d={`M0 ${Math.round(at)}h14`} />}
      </svg>
    </div>
  );
}

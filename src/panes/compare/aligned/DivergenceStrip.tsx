// The map at the edge of the aligned texts: a tick for every difference, from the start of the texts to their end. A press or drag goes to
// the nearest one. For the pointer only: the keys and the count in the toolbar say the same.

import { type PointerEvent, useMemo } from 'react';
import type { Alignment } from '../../../analysis/align/alignment.ts';
import styles from './DivergenceStrip.module.css';

export interface DivergenceStripProps {
  readonly alignment: Alignment;
  readonly current: number | undefined;
  readonly onGo: (divergence: number) => void;
}

/** Height of the drawing; it is stretched to that of the strip. */
const height = 1000;

export function DivergenceStrip({ alignment, current, onGo }: DivergenceStripProps) {
  const places = useMemo(() => placesOf(alignment), [alignment]);
  const ticks = useMemo(() => [...new Set(places.map(Math.round))].map((y) => `M3 ${y}h8`).join(''), [places]);
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

/** Where each difference lies, 0 to `height`, by its place among the columns. */
function placesOf({ divergences, columnCount }: Alignment): readonly number[] {
  return divergences.map(
    ({ fromColumn, toColumn }) => (((fromColumn + toColumn) / 2) * height) / Math.max(1, columnCount),
  );
}

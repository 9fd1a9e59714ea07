// Two thumbs on one line choose a range of whole numbers. Native range inputs, one upon the other, so that all keys work by themselves.

import type { CSSProperties } from 'react';
import styles from './RangeSlider.module.css';

export interface RangeSliderProps {
  /** What is chosen: the thumbs are named "Characters from" and "Characters to". */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly from: number;
  readonly to: number;
  /** A value as people read it, where it is not the number itself. */
  readonly textOf?: (value: number) => string;
  /** The ends never cross: the other one goes along. */
  readonly onChange: (from: number, to: number) => void;
}

/** Controlled; as high as a control. The thumbs' middles go from 6 px within the left edge to 6 px within the right one. */
export function RangeSlider({ label, min, max, from, to, textOf, onChange }: RangeSliderProps) {
  const part = (value: number): number => (max > min ? (value - min) / (max - min) : 0);
  const style: CSSProperties = { '--from': part(from), '--to': part(to) } as CSSProperties;
  return (
    <div role="group" aria-label={label} className={styles.slider} style={style}>
      <input
        type="range"
        className={styles.input}
        aria-label={`${label} from`}
        min={min}
        max={max}
        value={from}
        aria-valuetext={textOf?.(from)}
        onChange={({ currentTarget: { valueAsNumber } }) => onChange(valueAsNumber, Math.max(valueAsNumber, to))}
      />
      <input
        type="range"
        className={styles.input}
        aria-label={`${label} to`}
        min={min}
        max={max}
        value={to}
        aria-valuetext={textOf?.(to)}
        onChange={({ currentTarget: { valueAsNumber } }) => onChange(Math.min(from, valueAsNumber), valueAsNumber)}
      />
    </div>
  );
}

// A native range control with its caption and its value in words. Moving it is told at once, letting go of it once more.

import { useId } from 'react';
import styles from './Slider.module.css';

export interface SliderProps {
  /** Visible caption and accessible name. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value as it is written beside the control. */
  readonly shown: string;
  /** What the value means, for assistive technology. */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
  /** The value is chosen: the key or the pointer was let go. */
  readonly onCommit: (value: number) => void;
}

/** A controlled slider in a line of 24 px. */
export function Slider(props: SliderProps) {
  const { label, min, max, step, value, shown, valueText, onChange, onCommit } = props;
  const id = useId();
  const commit = () => onCommit(value);
  return (
    <span className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <span aria-hidden="true" className={styles.value}>
        {shown}
      </span>
    </span>
  );
}

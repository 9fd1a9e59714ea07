// Something that is on or off, at once. The name never changes with the state: aria-checked says it.

import type { ReactNode } from 'react';
import styles from './Switch.module.css';
import { tip } from './tip.ts';

export interface SwitchProps {
  /** Accessible name; it begins or ends with the visible words. */
  readonly label: string;
  /** Visible words beside the track. */
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A controlled switch in a target of 24 px. */
export function Switch({ label, children, isOn, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      className={styles.switch}
      onClick={() => onChange(!isOn)}
      {...tip(label)}
    >
      <span className={styles.track} aria-hidden="true" />
      {children}
    </button>
  );
}

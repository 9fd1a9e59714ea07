// A native checkbox in our drawing, with a third state. Clicks stay inside, so that ticking a row does not also select it.

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Checkbox.module.css';
import { classNames } from './classNames.ts';

export interface CheckboxProps {
  /** Accessible name; not drawn. With `children` it may be left out. */
  readonly label?: string | undefined;
  /** Visible text beside the box. */
  readonly children?: ReactNode;
  readonly isChecked: boolean;
  /** Draws a dash: some of several are chosen. */
  readonly isIndeterminate?: boolean | undefined;
  /** The second value says whether Shift was held, for ranges. */
  readonly onChange: (isChecked: boolean, isRange: boolean) => void;
  /** −1 takes it out of the tab order, for use inside a grid. */
  readonly tabIndex?: number | undefined;
  readonly className?: string | undefined;
}

/** A controlled checkbox: 13 px box in a target of 24 px. */
export function Checkbox(props: CheckboxProps) {
  const { label, children, isChecked, isIndeterminate = false, onChange, tabIndex, className } = props;
  const ref = useRef<HTMLInputElement>(null);

  // The third state exists only as a property of the element, not as an attribute.
  useEffect(() => {
    if (ref.current !== null) ref.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the handler only stops the click, it offers no action
    <label
      className={classNames(styles.label, children === undefined && styles.bare, className)}
      onClick={(event) => event.stopPropagation()}
    >
      <input
        ref={ref}
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={isChecked}
        tabIndex={tabIndex}
        onChange={(event) => {
          const native: Event = event.nativeEvent;
          onChange(event.currentTarget.checked, 'shiftKey' in native && native.shiftKey === true);
        }}
      />
      {children}
    </label>
  );
}

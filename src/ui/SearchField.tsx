// A search box with room for switches at its end. Escape empties it, or leaves it at once; what is left of Escape is the page's.

import type { ReactNode, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

export interface SearchFieldProps {
  /** Accessible name of the searchbox; also its placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `isBack`: with Shift. */
  readonly onEnter?: ((isBack: boolean) => void) | undefined;
  /** Called on Escape when the box is already empty, or `isKeptOnEscape`. */
  readonly onLeave?: (() => void) | undefined;
  /** Escape leaves the text as it is. */
  readonly isKeptOnEscape?: boolean | undefined;
  /** Why the text cannot be used, for example a broken expression; said to assistive technology. */
  readonly error?: string | undefined;
  /** Toggle buttons inside the field, at its end. */
  readonly children?: ReactNode;
  readonly keys?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A controlled searchbox of 24 px height. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onEnter, onLeave, isKeptOnEscape = false, error, children, keys, inputRef } = props;
  return (
    <div className={styles.field} data-invalid={error === undefined ? undefined : ''}>
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        className={styles.input}
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-invalid={error === undefined ? undefined : true}
        aria-description={error}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onEnter?.(event.shiftKey);
          if (event.key !== 'Escape') return;
          // Chromium would empty a search input by itself, without our state knowing in time.
          event.preventDefault();
          if (value !== '' && !isKeptOnEscape) {
            event.stopPropagation();
            onChange('');
          } else if (onLeave !== undefined) {
            event.stopPropagation();
            onLeave();
          }
        }}
      />
      {value === '' ? null : (
        <IconButton
          icon="x"
          label="Clear"
          hint="Clear"
          keys={isKeptOnEscape ? undefined : 'Escape'}
          onClick={() => onChange('')}
        />
      )}
      {children}
    </div>
  );
}

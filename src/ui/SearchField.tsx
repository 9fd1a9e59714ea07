// A search box with room for switches at its end. Escape empties it; a second Escape is left to the page.

import type { ReactNode, Ref } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

export interface SearchFieldProps {
  /** Accessible name of the searchbox; also its placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  /** Called on Escape when the box is already empty. */
  readonly onLeave?: (() => void) | undefined;
  /** Why the text cannot be used, for example a broken expression; said to assistive technology. */
  readonly error?: string | undefined;
  /** Toggle buttons inside the field, at its end. */
  readonly children?: ReactNode;
  readonly keys?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** A controlled searchbox of 24 px height. */
export function SearchField(props: SearchFieldProps) {
  const { label, value, onChange, onEnter, onLeave, error, children, keys, inputRef } = props;
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
          if (event.key === 'Enter') onEnter?.();
          if (event.key !== 'Escape') return;
          // Chromium would empty a search input by itself, without our state knowing in time.
          event.preventDefault();
          if (value !== '') {
            event.stopPropagation();
            onChange('');
          } else if (onLeave !== undefined) {
            event.stopPropagation();
            onLeave();
          }
        }}
      />
      {value === '' ? null : (
        <IconButton icon="x" label="Clear" hint="Clear" keys="Escape" onClick={() => onChange('')} />
      )}
      {children}
    </div>
  );
}

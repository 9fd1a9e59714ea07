// The search box over the table, with its switches. Knows no store.

import type { Ref } from 'react';
import { SearchField } from '../../ui/SearchField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import styles from './FilterField.module.css';

export interface FilterFieldProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly value: string;
  readonly isCaseMatched: boolean;
  readonly onChange: (text: string) => void;
  /** The text is a regular expression. */
  readonly isPattern: boolean;
  readonly onPattern: (isPattern: boolean) => void;
  /** Why the rows are not what the filter says. */
  readonly error?: string | undefined;
  /** The text is no regular expression. */
  readonly isInvalid: boolean;
  readonly onMatchCase: (isCaseMatched: boolean) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  /** Takes the whole line. */
  readonly isWide: boolean;
}

export function FilterField(props: FilterFieldProps) {
  const { inputRef, value, isCaseMatched, isPattern, error, isInvalid } = props;
  const { onChange, onMatchCase, onPattern, onEnter, onLeave, isWide } = props;
  return (
    <div className={isWide ? styles.wide : styles.inline}>
      <SearchField
        label="Filter generations"
        keys="/"
        inputRef={inputRef}
        value={value}
        onChange={onChange}
        onEnter={onEnter}
        onLeave={onLeave}
        error={isInvalid ? error : undefined}
      >
        <ToggleButton
          label="Regular expression"
          icon="regex"
          isPressed={isPattern}
          onToggle={onPattern}
          hint="Regular expression, over whole outputs"
        />
        <ToggleButton
          label="Match case"
          icon="case"
          isPressed={isCaseMatched}
          onToggle={onMatchCase}
          hint="Match case"
        />
      </SearchField>
    </div>
  );
}

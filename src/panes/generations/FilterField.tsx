// The search box over the table, with its switch. Knows no store.

import type { Ref } from 'react';
import { SearchField } from '../../ui/SearchField.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import styles from './FilterField.module.css';

export interface FilterFieldProps {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly value: string;
  readonly isCaseMatched: boolean;
  readonly onChange: (text: string) => void;
  readonly onMatchCase: (isCaseMatched: boolean) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  /** Takes the whole line. */
  readonly isWide: boolean;
}

export function FilterField(props: FilterFieldProps) {
  const { inputRef, value, isCaseMatched, onChange, onMatchCase, onEnter, onLeave, isWide } = props;
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
      >
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

// The line over the rows that says what became of a pattern: wrong, stopped, or still looking. Nothing while all is well.

import { Icon } from '../../ui/Icon.tsx';
import styles from './FilterLine.module.css';
import type { FilterState } from './useFilter.ts';

export function FilterLine({ state }: { readonly state: FilterState }) {
  const { problem, isInvalid, progress } = state;
  if (problem !== undefined) {
    return (
      <p className={styles.line} data-kind={isInvalid ? 'error' : 'warning'} data-testid="filter-problem">
        <Icon name={isInvalid ? 'error' : 'warning'} />
        {problem}
      </p>
    );
  }
  if (progress === undefined) return null;
  return <p className={styles.line}>Looking through the outputs: {Math.floor(progress * 100)} %</p>;
}

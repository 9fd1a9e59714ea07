// Everything that narrows the table, in words, each with a button that takes it off.

import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './FilterChips.module.css';
import type { FilterChip } from './filterWords.ts';

export interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  readonly matchWords: string | undefined;
  onRemove(id: FilterChip['id']): void;
  onClear(): void;
}

export function FilterChips({ chips, matchWords, onRemove, onClear }: FilterChipsProps) {
  return (
    <div role="group" aria-label="Active filters" className={styles.chips}>
      {chips.map(({ id, words }) => (
        <Tag key={id} tone="accent" onRemove={() => onRemove(id)} removeLabel={`Remove filter: ${words}`}>
          <bdi>{words}</bdi>
        </Tag>
      ))}
      <Button onClick={onClear}>Clear all</Button>
      {matchWords === undefined ? null : <span className={styles.match}>{matchWords}</span>}
    </div>
  );
}

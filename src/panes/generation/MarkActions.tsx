// Star and note of the shown generation, as buttons in the header.

import type { Mark } from '../../response/marks.ts';
import { useStore } from '../../state/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import styles from './MarkActions.module.css';

export interface MarkActionsProps {
  readonly position: number;
  readonly mark: Mark;
  onNote(): void;
}

export function MarkActions({ position, mark, onNote }: MarkActionsProps) {
  return (
    <>
      <span className={styles.star}>
        <ToggleButton
          icon="star"
          label="Star"
          keys="s"
          isPressed={mark.isStarred}
          onToggle={(isStarred) => useStore.getState().mark(position, { isStarred })}
        />
      </span>
      {mark.note === '' ? <IconButton icon="pencil" label="Write a note" onClick={onNote} /> : null}
    </>
  );
}

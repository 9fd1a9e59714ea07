// Star and note of the shown generation, as buttons in the header.

import type { Annotation } from '../../response/annotations.ts';
import { useStore } from '../../state/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import styles from './AnnotationActions.module.css';

export interface AnnotationActionsProps {
  readonly position: number;
  readonly annotation: Annotation;
  onNote(): void;
}

export function AnnotationActions({ position, annotation, onNote }: AnnotationActionsProps) {
  return (
    <>
      <span className={styles.star}>
        <ToggleButton
          icon="star"
          label="Star"
          keys="s"
          isPressed={annotation.isStarred}
          onToggle={(isStarred) => useStore.getState().annotate(position, { isStarred })}
        />
      </span>
      {annotation.note === '' ? <IconButton icon="pencil" label="Write a note" onClick={onNote} /> : null}
    </>
  );
}

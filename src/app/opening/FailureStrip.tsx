// A file that did not open beside one that is on screen: one line that can be closed.

import { type Attempt, useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './FailureStrip.module.css';

export function FailureStrip({ attempt }: { readonly attempt: Attempt }) {
  const { name, failure, again } = attempt;
  return (
    <div className={styles.strip}>
      <p role="alert" className={styles.words}>
        <Icon name="error" />
        <span>
          <strong>{name}</strong> did not open: {failure.title}
          {failure.place === undefined ? '' : ` (line ${failure.place.line}, column ${failure.place.column})`}.{' '}
          {failure.detail} {failure.advice}
        </span>
      </p>
      {again ? (
        <Button variant="outline" onClick={again}>
          Try again
        </Button>
      ) : null}
      <IconButton icon="x" label="Dismiss" onClick={() => useStore.getState().setAttempt(undefined)} />
    </div>
  );
}

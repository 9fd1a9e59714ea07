// What did not open beside a document that is on screen: one line each, with its reason, that can be closed.

import type { Attempt } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { dismissAttempt, editAttempt } from './attempts.ts';
import styles from './FailureStrip.module.css';

export function FailureStrip({ attempts }: { readonly attempts: readonly Attempt[] }) {
  return (
    <div className={styles.strip}>
      {attempts.map((attempt) => (
        <FailureLine key={attempt.id} attempt={attempt} />
      ))}
    </div>
  );
}

function FailureLine({ attempt }: { readonly attempt: Attempt }) {
  const { id, name, failure, isEditable } = attempt;
  return (
    <div className={styles.line}>
      <p role="alert" className={styles.words}>
        <Icon name="error" />
        <span>
          <strong>{name}</strong> did not open: {failure.title}
          {failure.place === undefined ? '' : ` (line ${failure.place.line}, column ${failure.place.column})`}.{' '}
          {failure.detail} {failure.advice}
        </span>
      </p>
      {isEditable ? (
        <Button variant="link" onClick={() => void editAttempt(id)}>
          Edit the text
        </Button>
      ) : null}
      <IconButton icon="x" label="Dismiss" onClick={() => dismissAttempt(id)} />
    </div>
  );
}

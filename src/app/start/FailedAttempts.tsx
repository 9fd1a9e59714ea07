// Why what was brought last did not open, on the start screen: one in full; of several a line each that opens to the same.

import type { Attempt } from '../../state/storeShape.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plural } from '../../words/numbers.ts';
import { dismissAttempt, editAttempt } from '../opening/attempts.ts';
import { FailureReport } from '../opening/FailureReport.tsx';
import { openAttemptAgain, openAttemptAgreed, openAttemptAsPlain } from '../opening/inputs.ts';
import { mendAttempt } from '../opening/mending.ts';
import styles from './FailedAttempts.module.css';

export function FailedAttempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const [first] = attempts;
  if (first === undefined) return null;
  if (attempts.length === 1) return <Report attempt={first} isAlert />;
  return (
    <section className={styles.list} aria-label="What did not open">
      <h2 className={styles.title}>{plural(attempts.length, 'text')} did not open</h2>
      {attempts.map((attempt) => (
        <details key={attempt.id} open={attempt === first} className={styles.attempt}>
          <summary className={styles.summary}>
            <span role="alert">
              <strong>{attempt.name}</strong>: {attempt.failure.title}
              {attempt.failure.place === undefined ? '' : `, line ${attempt.failure.place.line}`}
            </span>
            <IconButton
              icon="x"
              label="Dismiss"
              onClick={(event) => {
                event.preventDefault();
                dismissAttempt(attempt.id);
              }}
            />
          </summary>
          <Report attempt={attempt} isAlert={false} />
        </details>
      ))}
    </section>
  );
}

function Report({ attempt, isAlert }: { readonly attempt: Attempt; readonly isAlert: boolean }) {
  const { id, name, failure, isEditable } = attempt;
  return (
    <FailureReport name={name} failure={failure} isAlert={isAlert} onMend={(mend) => mendAttempt(id, mend)}>
      {failure.canTryAgain ? (
        <Button variant="outline" isLarge onClick={() => openAttemptAgain(id)}>
          Try again
        </Button>
      ) : null}
      {isEditable ? (
        <Button variant="outline" isLarge onClick={() => void editAttempt(id)}>
          Edit the text
        </Button>
      ) : null}
      {failure.ask === undefined ? null : (
        <Button variant="outline" isLarge onClick={() => openAttemptAgreed(id)}>
          {failure.ask}
        </Button>
      )}
      {failure.canOpenAsPlain ? (
        <Button variant="outline" isLarge onClick={() => openAttemptAsPlain(id)}>
          Open as plain JSON
        </Button>
      ) : null}
    </FailureReport>
  );
}

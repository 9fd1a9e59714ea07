// Stands where a part of the page would, when its code could not be had: says so, and gets it when asked to.

import { createContext, useContext } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import styles from './ErrorBoundary.module.css';
import { SeverityIcon } from './SeverityIcon.tsx';

/** Gets the code once more and puts the part in this place; rejects when it still cannot be had. */
export const AskAgain = createContext<() => Promise<void>>(() => Promise.reject(new Error('Nothing is missing here')));

export function MissingPart() {
  const askAgain = useContext(AskAgain);
  return (
    <div role="alert" className={styles.box}>
      <SeverityIcon severity="error">This part of the page could not be fetched.</SeverityIcon>
      <p>
        The server of this page does not answer. Start it again, or look after the network. All else goes on working.
      </p>
      <Button
        variant="outline"
        onClick={() => {
          askAgain().catch(() => announce('It still could not be fetched'));
        }}
      >
        Try again
      </Button>
    </div>
  );
}

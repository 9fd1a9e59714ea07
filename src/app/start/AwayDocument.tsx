// An address that names a document which this tab does not have: where it is and what to do.

import { useStore } from '../../state/store.ts';
import type { Away } from '../../state/storeShape.ts';
import { Button } from '../../ui/Button.tsx';
import { momentWords } from '../../words/moments.ts';
import { openAway } from '../opening/keeping.ts';
import styles from './AwayDocument.module.css';

export function AwayDocument({ away }: { readonly away: Away }) {
  const { name, openedAt } = away;
  const isKept = name !== undefined && openedAt !== undefined;
  return (
    <section className={styles.away} aria-label="The document of this link">
      <h2 className={styles.title}>
        {isKept ? 'This link leads to a document of another tab' : 'The document of this link is not in this browser'}
      </h2>
      <p className={styles.words}>
        {isKept ? (
          <>
            <strong>{name}</strong> was opened in another tab of this browser, {momentWords(openedAt)}. It can be opened
            here as well: this tab then has a copy of its own, with the stars and notes.
          </>
        ) : (
          'It was closed, or it was opened in another browser: a link holds the place, never the text. Open the file again, or paste its text.'
        )}
      </p>
      <div className={styles.actions}>
        {isKept ? (
          <Button variant="primary" isLarge onClick={() => void openAway()}>
            Open it here
          </Button>
        ) : null}
        <Button isLarge onClick={() => useStore.getState().setAway(undefined)}>
          Dismiss
        </Button>
      </div>
    </section>
  );
}

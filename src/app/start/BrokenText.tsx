// A document whose text is not valid JSON, or whose reader stopped: the error, at its place where it has one, and the ways on. What is whole before it stays in the panes.

import { type OpenDocument, wholeCount } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount, plural } from '../../words/numbers.ts';
import { editText } from '../opening/draft.ts';
import { FailureReport } from '../opening/FailureReport.tsx';
import { mendDocument } from '../opening/mending.ts';
import { readAgain } from '../opening/sessions.ts';
import styles from './BrokenText.module.css';

export function BrokenText({ document, onGoOn }: { readonly document: OpenDocument; readonly onGoOn: () => void }) {
  const { failure } = document;
  const whole = wholeCount(document);
  const others = useStore((state) => state.documents);
  const earlier = others.filter((one) => one.id !== document.id && one.hasRows).at(-1);
  if (!failure) return null;
  return (
    <div className={styles.report}>
      <FailureReport name={document.name} failure={failure} onMend={(mend) => mendDocument(document.id, mend)} />
      <h3 className={styles.heading}>What to do</h3>
      <ol className={styles.ways}>
        {failure.canTryAgain ? (
          <li>
            <Button variant="primary" isLarge onClick={() => readAgain(document.id)}>
              Try again
            </Button>
            <span>Reads the same text once more. What you selected and noted stays.</span>
          </li>
        ) : (
          <li>
            <Button variant="primary" isLarge onClick={() => void editText(document.id)}>
              Edit the text
            </Button>
            <span>Puts the text back in the paste box with the caret at the error. Nothing is lost.</span>
          </li>
        )}
        <li>
          <Button variant="outline" isLarge onClick={onGoOn}>
            Go on with {plural(whole, 'generation')}
          </Button>
          <span>
            {failure.canTryAgain
              ? 'What was read so far stays in the panes; what is asked of the text has no answer.'
              : 'Everything that is complete before the error stays in the panes, as part of a broken document.'}
          </span>
        </li>
      </ol>
      <p className={styles.note}>
        {failure.place && document.bytes !== undefined
          ? `Read ${formatCount(failure.place.byte)} of ${formatCount(document.bytes)} bytes. `
          : ''}
        {earlier ? (
          <>
            The document that was open before,{' '}
            <Button variant="link" onClick={() => useStore.getState().activate(earlier.id)}>
              {earlier.name}
            </Button>
            , is still open.
          </>
        ) : null}
      </p>
    </div>
  );
}

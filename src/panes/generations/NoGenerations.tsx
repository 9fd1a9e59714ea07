// What stands in the pane when there is no row to show: why, and what to do next.

import type { OpenDocument } from '../../state/documents.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './NoGenerations.module.css';

/** The document has no generations. */
export function NothingThere({ document }: { readonly document: OpenDocument }) {
  if (document.kind === 'plain') {
    return (
      <EmptyState title="Plain JSON">
        This document is not a completion response, so it has no generations. Its content is in the tree and in the
        source.
      </EmptyState>
    );
  }
  const line = document.failure?.place?.line;
  if (line !== undefined) {
    return (
      <EmptyState>
        The text breaks off at line {formatCount(line)}, before the first generation. Mend the text, and they appear
        here.
      </EmptyState>
    );
  }
  if (document.load === 'loading') return null;
  if (document.isBare) {
    const error = document.providers.at(0)?.error;
    return (
      <EmptyState title="No samples">
        {error === undefined ? (
          'The provider gave no answer here. What it sent is under Provider responses.'
        ) : (
          <>
            The provider answered with an error:{' '}
            <PreviewText
              className={styles.text}
              text={error.code === undefined ? error.message : `${error.code}: ${error.message}`}
            />
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No generations">
      This response has no answers in <code>data</code>
      {document.providerCount === 0
        ? ' and no provider responses.'
        : '. What the provider sent is under Provider responses.'}
    </EmptyState>
  );
}

export interface NothingFoundProps {
  readonly text: string;
  readonly isCaseMatched: boolean;
  readonly isPattern: boolean;
  /** It was not run to its end: the rows are those of the filter before it. */
  readonly isStopped: boolean;
  readonly onClear: () => void;
}

/** The filter found nothing. */
export function NothingFound({ text, isCaseMatched, isPattern, isStopped, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      actions={
        <Button variant="outline" onClick={onClear}>
          Clear the filter
        </Button>
      }
    >
      {isStopped ? (
        'The filter before this one found nothing. What this one finds is not known.'
      ) : (
        <>
          No output, id or finish reason {isPattern ? 'matches' : 'contains'}{' '}
          <PreviewText className={styles.text} text={text} />
          {isCaseMatched ? ' with this case' : ''}.
        </>
      )}
    </EmptyState>
  );
}

/** Each of the filters leaves some, all together none. */
export function NothingWithin({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      actions={
        <Button variant="outline" onClick={onClear}>
          Clear all filters
        </Button>
      }
    >
      No generation is within all filters.
    </EmptyState>
  );
}

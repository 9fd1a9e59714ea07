// What an option of the list shows: a document, or one of the responses in it. Knows no list.

import type { OpenDocument } from '../../state/documents.ts';
import { shownDocument, useStore } from '../../state/store.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './ResponsesPane.module.css';
import { responseWords, stateWord, summaryWords } from './responseWords.ts';

/** One of the responses that a document holds. */
export function ResponseOption({ document, response }: { readonly document: OpenDocument; readonly response: number }) {
  const name = document.responses?.names[response] ?? '';
  const { summaries } = document;
  return (
    <div className={styles.option} data-inner="">
      <span className={styles.name} title={name}>
        <PreviewText text={name} />
      </span>
      <span className={styles.marks}>
        {(['error', 'warning'] as const).map((severity) => {
          const count = summaries?.[`${severity}s`][response] ?? 0;
          return count === 0 ? null : (
            <SeverityIcon key={severity} severity={severity}>
              {formatCount(count)}
              <VisuallyHidden> {severity}</VisuallyHidden>
            </SeverityIcon>
          );
        })}
      </span>
      <span className={styles.words}>{summaries === undefined ? '–' : summaryWords(summaries, response)}</span>
    </div>
  );
}

export function DocumentOption({ document }: { readonly document: OpenDocument }) {
  const { counts } = useStore((state) => shownDocument(state, document)).issues;
  const state = stateWord(document);
  return (
    <div className={styles.option}>
      <span className={styles.name} title={document.name}>
        <PreviewText text={document.name} />
      </span>
      <span className={styles.marks}>
        {(['error', 'warning', 'info'] as const).map((severity) =>
          counts[severity] === 0 ? null : (
            <SeverityIcon key={severity} severity={severity}>
              {formatCount(counts[severity])}
              <VisuallyHidden> {severity}</VisuallyHidden>
            </SeverityIcon>
          ),
        )}
      </span>
      <span className={styles.words}>
        {responseWords(document)}
        {state === undefined ? null : <span className={styles.state}> · {state}</span>}
      </span>
    </div>
  );
}

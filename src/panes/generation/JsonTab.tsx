// The source text of just one generation, as written.

import type { GenerationRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DocumentText } from './DocumentText.tsx';
import styles from './GenerationPane.module.css';

/** Deeper indentation is not taken over for the first line. */
const deepest = 40;

export function JsonTab({ row }: { readonly row: GenerationRow }) {
  const { value, isStale } = useAnswer(`source ${row.pointer}`, async (questions) => {
    const [text, node] = await Promise.all([questions.source(row.pointer), questions.node(row.pointer)]);
    return { pointer: row.pointer, text, column: node?.start.column ?? 1 };
  });
  if (value?.text === undefined) {
    return isStale ? null : (
      <EmptyState>The source of this generation cannot be shown: the text breaks off in it.</EmptyState>
    );
  }
  const { text, column } = value;
  // The text begins behind the indentation of its first line; the other lines have theirs.
  const indent = column <= deepest && text.includes('\n') ? column - 1 : 0;
  return (
    <div className={styles.json} style={{ textIndent: `${indent}ch` }}>
      <DocumentText
        key={value.pointer}
        start={{ text, from: 0, totalLength: text.length }}
        testId="generation-json"
        className={styles.jsonText}
        isLayoutOurs
      />
    </div>
  );
}

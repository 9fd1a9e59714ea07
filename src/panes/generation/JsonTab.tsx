// The source text of just one generation, as written.

import type { GenerationRow } from '../../response/report.ts';
import { useAnswer } from '../../state/answer.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DocumentText } from './DocumentText.tsx';
import styles from './GenerationPane.module.css';

export function JsonTab({ row }: { readonly row: GenerationRow }) {
  const { value, isStale } = useAnswer(`source ${row.pointer}`, (reader) => reader.source(row.pointer));
  if (value === undefined) {
    return isStale ? null : (
      <EmptyState>The source of this generation cannot be shown: the text breaks off in it.</EmptyState>
    );
  }
  return (
    <div className={styles.json}>
      <DocumentText
        key={row.position}
        start={{ text: value, from: 0, totalLength: value.length }}
        testId="generation-json"
        className={styles.jsonText}
      />
    </div>
  );
}

// The lines under the table of the token usage: why sources differ, how the generations' tokens are known, estimates, cost.

import { useDocument } from '../../state/store.ts';
import { preloadable } from '../../ui/preloadable.tsx';
import { CostLine } from './CostLine.tsx';
import styles from './UsageNotes.module.css';
import { causeSentence, generationsSentence } from './usageNoteWords.ts';

const estimateLine = preloadable(() => import('./EstimateLine.tsx').then((module) => module.EstimateLine));

export function UsageNotes() {
  const document = useDocument();
  const cause = document.agreement && causeSentence(document.agreement);
  const counted = generationsSentence(document.usage);
  return (
    <div className={styles.notes}>
      {cause === undefined ? null : <p className={styles.text}>{cause}</p>}
      {counted === undefined ? null : <p className={styles.text}>{counted}</p>}
      <estimateLine.Part key={document.id} document={document} />
      <CostLine key={`${document.id} cost`} document={document} />
    </div>
  );
}

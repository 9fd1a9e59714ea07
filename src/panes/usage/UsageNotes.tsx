// The lines under the table of the token usage: estimates and cost.

import { useDocument } from '../../state/store.ts';
import { CostLine } from './CostLine.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import styles from './UsageNotes.module.css';

export function UsageNotes() {
  const document = useDocument();
  return (
    <div className={styles.notes}>
      <EstimateLine key={document.id} document={document} />
      <CostLine key={`${document.id} cost`} document={document} />
    </div>
  );
}

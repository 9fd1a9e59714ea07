// The line over the columns: which generation the others are compared with, and steps from difference to difference.

import { generationName } from '../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../response/report.ts';
import { formatCount } from '../../state/wording.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import styles from './CompareToolbar.module.css';
import { sizeWords } from './columnWords.ts';

export interface CompareToolbarProps {
  readonly generations: readonly GenerationRow[];
  readonly baseline: number | undefined;
  readonly onBaseline: (position: number) => void;
  /** Absent while the differences are being looked for. */
  readonly divergenceCount: number | undefined;
  readonly current: number | undefined;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

export function CompareToolbar(props: CompareToolbarProps) {
  const { generations, baseline, onBaseline, divergenceCount, current, onNext, onPrevious } = props;
  const inOrder = [...generations].sort((a, b) => a.position - b.position);
  const label = generations.find((row) => row.position === baseline)?.label;
  return (
    <>
      <span aria-hidden="true">Baseline</span>
      <MenuButton
        label="Baseline"
        variant="outline"
        selected={baseline === undefined ? [] : [String(baseline)]}
        entries={inOrder.map((row) => ({
          id: String(row.position),
          label: generationName(row.label),
          detail: sizeWords(row),
        }))}
        onAction={(id) => onBaseline(Number(id))}
      >
        {label === undefined ? '–' : generationName(label)}
      </MenuButton>
      <span className={styles.steps}>
        <span className={styles.count}>{stepWords(divergenceCount, current)}</span>
        <IconButton
          icon="chevron-up"
          label="Previous difference"
          keys="p"
          disabled={!divergenceCount}
          onClick={onPrevious}
        />
        <IconButton icon="chevron-down" label="Next difference" keys="n" disabled={!divergenceCount} onClick={onNext} />
      </span>
    </>
  );
}

function stepWords(count: number | undefined, current: number | undefined): string {
  if (count === undefined) return '–';
  if (count === 0) return 'No differences';
  if (current !== undefined) return `${formatCount(current + 1)} of ${formatCount(count)}`;
  return count === 1 ? '1 difference' : `${formatCount(count)} differences`;
}

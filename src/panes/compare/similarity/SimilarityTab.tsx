// The tab "Similarity": how alike any two of the chosen answers are, as an ordered matrix. Says what takes no part and why.

import { useDeferredValue, useMemo } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { leftOutWords } from '../leftOutWords.ts';
import { useSimilarity } from '../similar.ts';
import frame from '../TabFrame.module.css';
import { ThresholdSlider, useThreshold } from '../ThresholdSlider.tsx';
import { WorkNote } from '../WorkNote.tsx';
import { matrixShape } from './matrixShape.ts';
import { SimilarityMatrix } from './SimilarityMatrix.tsx';
import { typicalWords } from './typicalWords.ts';

export function SimilarityTab({ compared }: CompareTabProps) {
  const { similarities, task, texts, places, leftOut, silent } = useSimilarity(compared);
  const threshold = useThreshold();
  const settled = useDeferredValue(threshold.value);
  const shape = useMemo(() => similarities && matrixShape(similarities, settled), [similarities, settled]);
  const rows = useMemo(() => places.flatMap((place) => compared.rows[place] ?? []), [places, compared.rows]);

  if (compared.rows.length < 2) {
    return <EmptyState>Choose two or more generations to see how similar they are.</EmptyState>;
  }
  const note = leftOutWords(compared, leftOut, silent);
  return (
    <div className={frame.frame}>
      <div className={frame.toolbar}>
        <ThresholdSlider threshold={threshold} clusterCount={shape?.clusterCount} />
        <span>{shape === undefined ? '' : plural(shape.clusterCount, 'cluster')}</span>
      </div>
      <WorkNote what={`Comparing every pair of ${plural(texts.length, 'text')}`} task={task} />
      {texts.length < 2 ? (
        <EmptyState>Fewer than two of the chosen generations say something that can be compared. {note}</EmptyState>
      ) : similarities === undefined || shape === undefined ? (
        <EmptyState>{task.stopped === undefined ? 'The matrix appears when all pairs are compared.' : ''}</EmptyState>
      ) : shape.order.length < 2 ? (
        <EmptyState>
          All {plural(texts.length, 'text')} are equal: the similarity is 1. {note}
        </EmptyState>
      ) : (
        <div className={frame.body}>
          <SimilarityMatrix similarities={similarities} shape={shape} rows={rows} />
        </div>
      )}
      <div className={frame.footer}>
        {similarities === undefined ? null : <span>{typicalWords(similarities, rows)}</span>}
        {note === undefined ? null : <span>{note}</span>}
      </div>
    </div>
  );
}

// The tab "Similarity": how alike any two of the chosen answers are, as an ordered matrix. Says what takes no part and why.

import { useCallback, useDeferredValue, useMemo } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { leftOutWords } from '../leftOutWords.ts';
import { useShownOrder } from '../shownOrder.ts';
import { useSimilarity } from '../similar.ts';
import frame from '../TabFrame.module.css';
import { ThresholdSlider, useThreshold } from '../ThresholdSlider.tsx';
import { useMarkdown } from '../useMarkdown.ts';
import { WorkNote } from '../WorkNote.tsx';
import { matrixMarkdown } from './matrixMarkdown.ts';
import { matrixShape } from './matrixShape.ts';
import { SimilarityMatrix } from './SimilarityMatrix.tsx';
import { typicalWords } from './typicalWords.ts';

export function SimilarityTab({ compared, shownOrder }: CompareTabProps) {
  const { drawn, task, texts, leftOut, silent } = useSimilarity(compared);
  const threshold = useThreshold();
  const settled = useDeferredValue(threshold.value);
  const shape = useMemo(() => drawn && matrixShape(drawn.similarities, settled), [drawn, settled]);
  useShownOrder(
    shownOrder,
    useCallback(
      () =>
        shape?.order.flatMap((text) =>
          (drawn?.similarities.matrix.samples[text] ?? []).map((sample) => drawn?.rows.positions[sample] ?? -1),
        ) ?? [],
      [shape, drawn],
    ),
  );

  useMarkdown('similarity', compared.rows, drawn && shape && (() => matrixMarkdown(drawn, shape)));

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
      ) : drawn === undefined || shape === undefined ? (
        <EmptyState>{task.stopped === undefined ? 'The matrix appears when all pairs are compared.' : ''}</EmptyState>
      ) : shape.order.length < 2 ? (
        <EmptyState>
          All {plural(texts.length, 'text')} are equal: the similarity is 1. {note}
        </EmptyState>
      ) : (
        <div className={frame.body}>
          <SimilarityMatrix {...drawn} shape={shape} />
        </div>
      )}
      <div className={frame.footer}>
        {drawn === undefined ? null : <span>{typicalWords(drawn.similarities, drawn.rows)}</span>}
        {note === undefined ? null : <span>{note}</span>}
      </div>
    </div>
  );
}

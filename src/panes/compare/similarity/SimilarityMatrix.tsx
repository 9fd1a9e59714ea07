// The matrix of similarities: every different text with every other, clusters side by side, the pair under the keys or the mouse in words.

import { useId, useMemo, useState } from 'react';
import type { Similarities } from '../../../analysis/similarity/compareSamples.ts';
import { pairIndex } from '../../../analysis/similarity/matrix.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { goToPane } from '../../../state/paneKeys.ts';
import { useStore } from '../../../state/store.ts';
import { compareOnly } from '../../../state/view.ts';
import { type GridCellView, type GridPlace, VirtualGrid } from '../../../ui/VirtualGrid.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import { firstAndCount, namesOf } from '../sampleWords.ts';
import type { DrawnSimilarities } from '../similar.ts';
import { levelOf, type MatrixShape, similarityWords, textSimilarity } from './matrixShape.ts';
import styles from './SimilarityMatrix.module.css';

export interface SimilarityMatrixProps extends DrawnSimilarities {
  readonly shape: MatrixShape;
  readonly isBeside?: boolean | undefined;
}

const headWidth = 76;
const clusterWidth = 64;
/** Pixels of a character of a head, at most, and of the room around it. */
const headCharacter = 7.5;
const headPadding = 12;

export function SimilarityMatrix({ similarities, shape, rows, isBeside = false }: SimilarityMatrixProps) {
  const { matrix } = similarities;
  const { order, clusterOf } = shape;
  const captionId = useId();
  const [wanted, setActive] = useState<GridPlace>({ row: 0, column: 2 });
  // Of fewer texts there are fewer places.
  const active = useMemo(
    () => ({ row: Math.min(wanted.row, order.length - 1), column: Math.min(wanted.column, order.length + 1) }),
    [wanted, order.length],
  );
  const [hovered, setHovered] = useState<GridPlace>();
  const ofText = (text: number | undefined): SampleList => rows.pick(matrix.samples[text ?? -1] ?? []);
  const [leastWidth, rowHeight] = isBeside || order.length > 12 ? [48, order.length > 12 ? 26 : 36] : [72, 40];
  // Heads such as `#57 ×41` must not run into each other.
  const longestHead = Math.max(...order.map((text) => firstAndCount(ofText(text)).length));
  const cellWidth = Math.max(leastWidth, longestHead * headCharacter + headPadding);
  const columns = useMemo(
    () => [
      { key: 'head', width: Math.max(headWidth, cellWidth) },
      ...order.map((text) => ({ key: text, width: cellWidth })),
      { key: 'cluster', width: clusterWidth },
    ],
    [order, cellWidth],
  );

  const cell = ({ row, column }: GridPlace): GridCellView => {
    const one = order[row];
    const other = order[column - 1];
    if (row < 0) {
      if (column === 0) return { content: 'Sample', className: styles.corner };
      if (other === undefined) return { content: 'Cluster', className: styles.columnHead };
      return { content: firstAndCount(ofText(other)), title: namesOf(ofText(other)), className: styles.columnHead };
    }
    if (column === 0) {
      return { content: firstAndCount(ofText(one)), title: namesOf(ofText(one)), className: styles.rowHead };
    }
    if (one === undefined || other === undefined) {
      const isFirst = clusterOf[row] !== clusterOf[row - 1];
      const isLast = clusterOf[row] !== clusterOf[row + 1];
      return {
        content: (
          <span className={styles.bracket} data-first={isFirst || undefined} data-last={isLast || undefined}>
            {formatCount(clusterOf[row] ?? 0)}
          </span>
        ),
      };
    }
    if (one === other) {
      return { content: '–', label: `${firstAndCount(ofText(one))}: the same text`, className: styles.same };
    }
    const value = textSimilarity(matrix, one, other);
    return {
      content: similarityWords(value),
      label: `${firstAndCount(ofText(one))} and ${firstAndCount(ofText(other))}: ${similarityWords(value)}`,
      className: `${styles.value} ${styles[`level${levelOf(value)}`]}`,
    };
  };

  const onOpen = ({ row, column }: GridPlace): void => {
    const { select, changeView } = useStore.getState();
    const first = ofText(order[row]).at(0);
    const second = ofText(order[column - 1]).at(0);
    if (first !== undefined && second !== undefined && first !== second) {
      changeView((view) => ({
        ...compareOnly(view, [first.position, second.position]),
        baseline: first.position,
        compareTab: 'aligned',
      }));
      // The matrix goes, and the keys go on in what takes its place.
      goToPane('compare');
      return;
    }
    const head = first ?? second;
    if (head !== undefined) select(head.pointer, 'compare');
  };

  const shown = hovered ?? active;
  return (
    <div className={styles.matrix} data-beside={isBeside || undefined}>
      <VirtualGrid
        label="Similarity matrix"
        describedBy={captionId}
        rowCount={order.length}
        rowHeight={rowHeight}
        headHeight={26}
        columns={columns}
        fixedCount={1}
        cell={cell}
        active={active}
        onActive={setActive}
        onOpen={onOpen}
        onHover={setHovered}
      />
      <div className={styles.aside}>
        <Legend />
        <p>{pairWords(similarities, ofText, order[shown.row], order[shown.column - 1])}</p>
        <p id={captionId} className={styles.measure}>
          {matrix.isApproximate
            ? 'More than 200 different texts: the values are estimates from a sample of the pairs of neighbouring words that two texts share, right to about 0.05.'
            : 'Similarity is twice the words that the alignment of two texts keeps, divided by the words of both; punctuation does not count. 1 means the same words in the same order.'}{' '}
          Enter or a click aligns the pair.
        </p>
        {shape.hidden === 0 ? null : (
          <p>
            Shows {formatCount(order.length)} of {plural(matrix.samples.length, 'different text')}: those that most
            samples have, then the earliest.
          </p>
        )}
      </div>
    </div>
  );
}

const steps = ['<.40', '.40', '.50', '.70', '1'] as const;

function Legend() {
  return (
    <div className={styles.legend} role="img" aria-label="Colours: below .40, from .40, from .50, from .70, 1">
      {steps.map((step, level) => (
        <span key={step} className={styles[`level${level}`]}>
          {step}
        </span>
      ))}
    </div>
  );
}

function pairWords(
  { matrix, typicality }: Similarities,
  ofText: (text: number | undefined) => SampleList,
  one: number | undefined,
  other: number | undefined,
): string {
  if (one === undefined || other === undefined || one === other) {
    const text = one ?? other;
    const sample = matrix.samples[text ?? -1]?.[0];
    if (text === undefined || sample === undefined) return 'Arrow keys walk the cells.';
    const mean = typicality.means[sample] ?? 0;
    return `${namesOf(ofText(text))}: similarity ${matrix.isApproximate ? 'about ' : ''}${similarityWords(mean)} on average.`;
  }
  const names = `${firstAndCount(ofText(one))} and ${firstAndCount(ofText(other))}`;
  const value = similarityWords(textSimilarity(matrix, one, other));
  if (matrix.isApproximate) return `${names}: about ${value}.`;
  const kept = matrix.kept[pairIndex(one, other)] ?? 0;
  const [words, otherWords] = [matrix.words[one] ?? 0, matrix.words[other] ?? 0];
  if (words + otherWords === 0) return `${names}: ${value}, by punctuation: neither has a word.`;
  return `${names}: ${value} = 2 × ${formatCount(kept)} ÷ (${formatCount(words)} + ${formatCount(otherWords)}).`;
}

// The cells of the grid "Calls": a value of a field, a figure with its bar or with how the samples are spread; and the sentence of the cell that the keys are
// at. Knows no store.

import { type CallShapes, lengthBins, mostGroups } from '../../analysis/calls/callShapes.ts';
import type { GridCellView } from '../../ui/VirtualGrid.tsx';
import { PreviewText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './CallsPane.module.css';
import type { CallLine } from './callRows.ts';
import { fromDifference } from './cellTexts.ts';

/** The end of a path says more than its beginning: that is what is cut where there is no room. */
export function FieldName({ name }: { readonly name: string }) {
  return (
    <span className={styles.path}>
      <bdi dir="ltr">
        <PreviewText text={name} />
      </bdi>
    </span>
  );
}

/** What the keys are at, in full. */
export function Standing({ line, at }: { readonly line: CallLine; readonly at: number }) {
  if (at < 0) return line.name;
  if (line.kind === 'figure') return `${line.name}: ${figureWords(line, at)}`;
  const { values, cells, counts } = line.row;
  const place = cells[at] ?? -1;
  const all = formatCount(cells.length);
  if (place < 0) {
    const have = counts.reduce((sum, count) => sum + count, 0);
    return `${line.name} is not in ${formatCount(cells.length - have)} of ${all} calls.`;
  }
  return `${line.name} = ${values[place] ?? ''} in ${formatCount(counts[place] ?? 0)} of ${all} calls.`;
}

function figureWords({ valueAt, text }: Extract<CallLine, { kind: 'figure' }>, at: number): string {
  const value = valueAt(at);
  return Number.isNaN(value) ? 'not known' : text(value);
}

export function fieldCell({ row, majority, shared }: Extract<CallLine, { kind: 'field' }>, at: number): GridCellView {
  const place = row.cells[at] ?? -1;
  if (place < 0) return { content: 'absent', className: styles.absent };
  const value = row.values[place] ?? '';
  const className = place === majority ? styles.quiet : styles.value;
  const shown = fromDifference(value, shared);
  const label = shown === value ? undefined : value;
  return { content: <PreviewText text={shown} />, label, title: value, className };
}

export function figureCell(
  line: Extract<CallLine, { kind: 'figure' }>,
  at: number,
  shapes: CallShapes | undefined,
  response: number,
): GridCellView {
  const value = line.valueAt(at);
  if (Number.isNaN(value)) return { content: '–', label: 'not known', className: styles.absent };
  return {
    className: styles.figure,
    content: (
      <span className={styles.inner}>
        <span className={styles.number}>{line.text(value)}</span>
        {line.shape === undefined || shapes === undefined ? (
          <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={line.most === 0 ? 0 : (100 * value) / line.most} height="4" />
          </svg>
        ) : (
          <Shape shape={line.shape} shapes={shapes} at={response} />
        )}
      </span>
    ),
  };
}

interface ShapeProps {
  readonly shape: 'lengths' | 'groups';
  readonly shapes: CallShapes;
  readonly at: number;
}

/** How the samples of one response are spread, drawn alike for all: lengths on one scale, or groups of equal answers side by side. */
function Shape({ shape, shapes, at }: ShapeProps) {
  const count = shape === 'lengths' ? lengthBins : mostGroups;
  const own = shapes[shape].subarray(at * count, (at + 1) * count);
  const most = own.reduce((highest, one) => Math.max(highest, one), 1);
  const width = 60 / count;
  return (
    <svg className={styles.shape} viewBox="0 0 60 16" preserveAspectRatio="none" aria-hidden="true">
      {Array.from(own, (one, bar) => {
        const height = (16 * one) / most;
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={bar} x={bar * width} y={16 - height} width={width - 1} height={height} />;
      })}
      <path className={styles.ground} d="M0 15.5h60" />
    </svg>
  );
}

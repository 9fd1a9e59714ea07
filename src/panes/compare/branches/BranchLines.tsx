// The lines of the picture: quiet ones for all samples, and over them those of the samples that are lit.

import { memo } from 'react';
import type { BranchGraph } from '../../../analysis/branches/graph.ts';
import type { BranchLayout } from '../../../analysis/branches/layout.ts';
import styles from './BranchLines.module.css';

export interface BranchLinesProps {
  readonly graph: BranchGraph;
  readonly layout: BranchLayout;
  /** By edge and its samples. */
  readonly lines: readonly (readonly string[])[];
  /** Pixels of one sample's line with its distance to the next. */
  readonly lineHeight: number;
  readonly lit: ReadonlySet<number>;
}

export function BranchLines({ graph, layout, lines, lineHeight, lit }: BranchLinesProps) {
  const shown = graph.edges
    .flatMap(({ samples }, at) => samples.map((sample, place) => (lit.has(sample) ? (lines[at]?.[place] ?? '') : '')))
    .join('');
  const height = Math.max(12, lineHeight * graph.sampleCount + 4);
  return (
    <svg className={styles.lines} width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
      <QuietLines lines={lines} width={lineWidth(lineHeight)} />
      {shown === '' ? null : <path className={styles.lit} d={shown} strokeWidth={lineWidth(lineHeight) + 0.5} />}
      <rect className={styles.begin} x={-6} y={layout.start.y - height / 2} width={6} height={height} rx={2} />
      <text className={styles.count} x={-3} y={layout.start.y - height / 2 - 6} textAnchor="middle">
        {graph.sampleCount}
      </text>
    </svg>
  );
}

const QuietLines = memo(function QuietLines(props: {
  readonly lines: BranchLinesProps['lines'];
  readonly width: number;
}) {
  return props.lines.map((list, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an edge has no identity but its place
    <path key={at} className={styles.quiet} d={list.join('')} strokeWidth={props.width} />
  ));
});

function lineWidth(lineHeight: number): number {
  return lineHeight >= 4 ? lineHeight - 1 : lineHeight;
}

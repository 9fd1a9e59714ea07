// The bands of the picture: quiet ones for all texts, and over them those of the texts that are lit.

import { memo } from 'react';
import { heightOfBands } from '../../../analysis/branches/bands.ts';
import type { BranchGraph } from '../../../analysis/branches/graph.ts';
import type { BranchLayout } from '../../../analysis/branches/layout.ts';
import { type Band, outlineOf } from '../../../analysis/branches/lines.ts';
import { formatCount } from '../../../words/numbers.ts';
import styles from './BranchLines.module.css';

export interface BranchLinesProps {
  readonly graph: BranchGraph;
  readonly layout: BranchLayout;
  /** By edge and its texts. */
  readonly bands: readonly (readonly Band[])[];
  /** By text. */
  readonly bandHeights: readonly number[];
  readonly lit: ReadonlySet<number>;
}

/** Between bands, where they are thick enough; the outline's own stroke included. */
const gap = 1;
const leastWithGap = 4;

export function BranchLines({ graph, layout, bands, bandHeights, lit }: BranchLinesProps) {
  const shown = graph.edges.flatMap(({ texts }, at) =>
    (bands[at] ?? []).filter((_, place) => lit.has(texts[place] ?? -1)),
  );
  const height = Math.max(12, heightOfBands(bandHeights, [...graph.counts.keys()]) + 4);
  return (
    <svg className={styles.lines} width={layout.width} height={layout.height} aria-hidden="true" focusable="false">
      <QuietBands bands={bands} />
      {shown.length === 0 ? null : <path className={styles.lit} d={outlinesOf(shown)} />}
      <rect className={styles.begin} x={-6} y={layout.start.y - height / 2} width={6} height={height} rx={2} />
      <text className={styles.count} x={-3} y={layout.start.y - height / 2 - 6} textAnchor="middle">
        {formatCount(graph.sampleCount)}
      </text>
    </svg>
  );
}

const QuietBands = memo(function QuietBands({ bands }: Pick<BranchLinesProps, 'bands'>) {
  return bands.map((list, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an edge has no identity but its place
    <path key={at} className={styles.quiet} d={outlinesOf(list)} />
  ));
});

/** The stroke of the outline is one pixel wide, which keeps a band visible where it is steep. */
function outlinesOf(bands: readonly Band[]): string {
  return bands.map((band) => outlineOf(band, band.height >= leastWithGap ? gap + 1 : 1)).join('');
}

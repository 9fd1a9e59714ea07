// The overview of many generations: one column per bin, as wide as the tokens that it fills and as high as its mean generation.
// A mouse selects the first generation of a bin; the rows of the table do the same for the keyboard.

import { tip } from '../../ui/tip.ts';
import { formatCount, formatDecimal, plural } from '../../words/numbers.ts';
import chart from './UsageBarChart.module.css';
import styles from './UsageBins.module.css';
import type { UsageBin } from './usageBins.ts';

export interface UsageBinsProps {
  readonly bins: readonly UsageBin[];
  readonly ticks: readonly number[];
  /** Number of generations; they stand behind `before` other rows. */
  readonly generationCount: number;
  readonly before: number;
  /** Place of the selected row in the list of all rows. */
  readonly selectedRow: number;
  readonly onSelectRow: (row: number) => void;
}

export function UsageBins({ bins, ticks, generationCount, before, selectedRow, onSelectRow }: UsageBinsProps) {
  const end = ticks.at(-1) ?? 1;
  const x = (tokens: number) => `${(tokens / end) * 100}%`;
  const highest = Math.max(1, ...bins.map((bin) => bin.mean));
  const size = bins[0] === undefined ? 0 : bins[0].toRow - bins[0].fromRow;
  return (
    <div className={styles.bins}>
      <div className={styles.binsWords}>
        <p>In bins of {formatCount(size)}</p>
        <p className={styles.quiet}>{plural(generationCount, 'generation')}</p>
        <p className={styles.quiet}>mean up to {formatDecimal(highest, highest < 10 ? 1 : 0)}</p>
      </div>
      <div className={styles.binsChart}>
        <svg className={chart.bar} aria-hidden="true" focusable="false">
          {ticks.map((tick) => (
            <line
              key={tick}
              className={tick === 0 ? chart.axis : chart.grid}
              x1={x(tick)}
              x2={x(tick)}
              y1="0"
              y2="100%"
            />
          ))}
          {bins.map((bin) => {
            const height = (bin.mean / highest) * 92;
            const isSelected = selectedRow >= bin.fromRow && selectedRow < bin.toRow;
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; every row is a button
              <rect
                key={bin.fromRow}
                className={styles.bin}
                data-selected={isSelected || undefined}
                x={x(bin.from)}
                width={x(bin.to - bin.from)}
                y={`${100 - height}%`}
                height={`${height}%`}
                onClick={() => onSelectRow(bin.fromRow)}
                {...tip(binWords(bin, before))}
              />
            );
          })}
        </svg>
      </div>
    </div>
  );
}

function binWords(bin: UsageBin, before: number): string {
  const first = bin.fromRow - before;
  const last = bin.toRow - 1 - before;
  const which =
    first === last ? `Generation ${formatCount(first)}` : `Generations ${formatCount(first)} to ${formatCount(last)}`;
  return `${which}: ${plural(bin.to - bin.from, 'token')}, ${formatDecimal(bin.mean, 1)} on average`;
}

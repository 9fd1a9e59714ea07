// One bar of the token usage in its cell, with the grid lines of the axis behind it. Positions are percent, so nothing is measured.

import { formatDifference } from '../../words/numbers.ts';
import styles from './UsageBarChart.module.css';
import type { UsageBar } from './usageBars.ts';

export interface UsageBarChartProps {
  readonly bar: UsageBar;
  readonly ticks: readonly number[];
  /** Draws the line that carries on where the bar before ended. */
  readonly isContinued: boolean;
  /** Id of the hatching pattern. */
  readonly hatchId: string;
  /** Of the cell, in pixels. */
  readonly height: number;
}

/** Fills its cell; the same figures stand in the row beside it, so it is hidden from assistive technology. */
export function UsageBarChart({ bar, ticks, isContinued, hatchId, height }: UsageBarChartProps) {
  const end = ticks.at(-1) ?? 1;
  const x = (tokens: number) => `${(tokens / end) * 100}%`;
  const start = bar.parts[0]?.from;
  const { gap } = bar;
  return (
    <svg className={styles.bar} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? styles.axis : styles.grid}
          x1={x(tick)}
          x2={x(tick)}
          y1="0"
          y2="100%"
        />
      ))}
      {isContinued && start !== undefined ? (
        <line className={styles.joint} x1={x(start)} x2={x(start)} y1="0" y2="50%" />
      ) : null}
      <g transform={`translate(0 ${height / 2})`}>
        {bar.parts.map((part) => (
          <rect
            key={part.kind}
            className={styles[part.kind]}
            x={x(part.from)}
            width={x(part.to - part.from)}
            y="-5"
            height="10"
          />
        ))}
        {bar.parts.length === 2 && bar.parts[0]?.to === bar.parts[1]?.from ? (
          <line
            className={styles.seam}
            x1={x(bar.parts[1]?.from ?? 0)}
            x2={x(bar.parts[1]?.from ?? 0)}
            y1="-5"
            y2="5"
          />
        ) : null}
        {gap === undefined ? null : (
          <>
            <rect className={styles.gapBack} x={x(gap.from)} width={x(gap.to - gap.from)} y="-5" height="10" />
            <rect
              className={styles.gap}
              fill={`url(#${hatchId})`}
              x={x(gap.from)}
              width={x(gap.to - gap.from)}
              y="-5"
              height="10"
            />
            <text
              className={styles.difference}
              x={x(gap.to)}
              dx={gap.to / end < 0.92 ? 4 : -2}
              dy="4"
              textAnchor={gap.to / end < 0.92 ? 'start' : 'end'}
            >
              {formatDifference(gap.difference)}
            </text>
          </>
        )}
      </g>
    </svg>
  );
}

/** The hatching of gaps, once per chart. */
export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <svg className={styles.patterns} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.hatch} width="1.5" height="4" />
        </pattern>
      </defs>
    </svg>
  );
}

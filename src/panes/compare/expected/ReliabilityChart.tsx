// The reliability plot: what was expected along, what came upward, with 95 % intervals; on the diagonal both agree. The table beside it says the same.

import type { ReliabilityBin } from '../../../analysis/probability/reliability.ts';
import styles from './ReliabilityChart.module.css';

const size = 320;
const left = 36;
const bottom = 28;
const top = 8;
const right = 16;
const ticks = [0, 0.25, 0.5, 0.75, 1];

export function ReliabilityChart({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  const x = (value: number): number => left + value * (size - left - right);
  const y = (value: number): number => size - bottom - value * (size - bottom - top);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
          <line className={styles.grid} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text className={styles.label} x={x(tick)} y={size - bottom + 14} textAnchor="middle">
            {tick * 100}
          </text>
          <text className={styles.label} x={left - 6} y={y(tick) + 4} textAnchor="end">
            {tick * 100}
          </text>
        </g>
      ))}
      <line className={styles.agree} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {bins.map(({ from, expected, observed, interval }) => (
        <g key={from} data-outside={expected < interval.from || expected > interval.to ? '' : undefined}>
          <line
            className={styles.interval}
            x1={x(expected)}
            x2={x(expected)}
            y1={y(interval.from)}
            y2={y(interval.to)}
          />
          <circle className={styles.point} cx={x(expected)} cy={y(observed)} r={4} />
        </g>
      ))}
      <text className={styles.label} x={x(0.5)} y={size - 2} textAnchor="middle">
        expected, %
      </text>
      <text className={styles.label} x={0} y={0} textAnchor="middle" transform={`translate(10 ${y(0.5)}) rotate(-90)`}>
        observed, %
      </text>
    </svg>
  );
}

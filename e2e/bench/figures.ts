// What the bench measures, as lines of a table with their limits. Judges nothing but a median beside its limit.

export interface Line {
  readonly what: string;
  readonly valuesMs: readonly number[];
  readonly limitMs?: number;
}

/** Prints medians in milliseconds. */
export function printLines(title: string, lines: readonly Line[]): void {
  const width = Math.max(...lines.map(({ what }) => what.length));
  const cell = (text: string) => text.padStart(10);
  console.log(`\n${title}, milliseconds\n`);
  console.log(`${''.padEnd(width)}${['median', 'best', 'worst', 'runs', 'limit'].map(cell).join('')}`);
  for (const { what, valuesMs, limitMs } of lines) {
    const figures = [median(valuesMs), Math.min(...valuesMs), Math.max(...valuesMs)].map((value) => value.toFixed(1));
    const verdict = limitMs === undefined ? '' : median(valuesMs) <= limitMs ? '  ok' : '  OVER';
    const columns = [...figures, String(valuesMs.length), limitMs === undefined ? '' : `≤ ${limitMs}`];
    console.log(`${what.padEnd(width)}${columns.map(cell).join('')}${verdict}`.trimEnd());
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** A line of a table whose units differ: a ratio, milliseconds, megabytes. */
export interface Figure {
  readonly what: string;
  readonly unit: '×' | 'ms' | 'MB';
  readonly values: readonly number[];
  readonly limit?: number | undefined;
  /** Stands in the place of values that there are none of. */
  readonly note?: string | undefined;
}

/** Prints medians with the best and the worst beside them, and how many runs there were. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const cell = (text: string) => text.padStart(11);
  console.log(`\n${title}\n`);
  console.log(`${''.padEnd(width)}${['median', 'best', 'worst', 'runs', 'limit'].map(cell).join('')}`);
  for (const { what, unit, values, limit, note } of figures) {
    const written = (value: number) => `${value.toFixed(unit === '×' ? 2 : value < 100 ? 1 : 0)} ${unit}`;
    if (values.length === 0) {
      console.log(`${what.padEnd(width)}   ${note ?? 'not measured'}`);
      continue;
    }
    const verdict = limit === undefined ? '' : median(values) <= limit ? '  ok' : '  OVER';
    const columns = [...[median(values), Math.min(...values), Math.max(...values)].map(written), String(values.length)];
    const limits = limit === undefined ? '' : `≤ ${limit} ${unit}`;
    console.log(`${what.padEnd(width)}${[...columns, limits].map(cell).join('')}${verdict}`.trimEnd());
  }
}

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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

// A table of texts as CSV, written in slices of time. Knows no column.

import { textCell } from '../analysis/takeaway/cell.ts';
import { delimitedLine } from '../analysis/takeaway/delimited.ts';
import { changedNotes, tableFormWords } from '../analysis/takeaway/tableWriter.ts';
import type { WriteHooks, Written } from './writings.ts';
import { writtenInSlices } from './writtenInSlices.ts';

export function writtenTable(
  head: readonly string[],
  rows: Iterable<readonly string[]>,
  hooks: WriteHooks,
): Promise<Written> {
  const changed = { defused: 0, unpaired: 0 };
  function* lines(): Generator<string> {
    yield line(head);
    for (const cells of rows) yield line(cells);
  }
  function line(cells: readonly string[]): string {
    const { text, defused } = delimitedLine(cells.map(textCell), 'csv');
    changed.defused += defused;
    if (!text.isWellFormed()) changed.unpaired++;
    return text;
  }
  return writtenInSlices(lines(), tableFormWords.csv.type, hooks, () => changedNotes(changed));
}

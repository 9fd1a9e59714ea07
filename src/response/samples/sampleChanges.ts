// Another table from a table: with chunks that arrived, with what a person put over it, without issues that are hidden, with its first rows only.
// Pure; what does not change is shared.

import type { IssueTable } from '../issues/issueTable.ts';
import type { Severity } from '../model.ts';
import type { ChunkView } from './chunkCells.ts';
import { type CountColumn, chunkRows, type SampleChunk } from './sampleColumns.ts';
import { type SampleOverlay, SampleTable } from './sampleTable.ts';

export const noSamples = new SampleTable({ length: 0, chunks: [], words: [], overlay: {} });

/** The table with these columns in place of the earlier ones of the same names. In O(chunks). */
export function withChunks(table: SampleTable, arrived: readonly SampleChunk[]): SampleTable {
  if (arrived.length === 0) return table;
  const chunks: ChunkView[] = [...table.parts.chunks];
  // Words are only ever added, under the number that their writer gave them: tables of one document share the list.
  const words: string[] = table.length === 0 ? [] : (table.parts.words as string[]);
  let { length } = table;
  for (const { at, rowCount, columns, words: added } of arrived) {
    const before = chunks[at];
    chunks[at] = { rowCount, columns: before === undefined ? columns : { ...before.columns, ...columns } };
    length = Math.max(length, at * chunkRows + rowCount);
    added?.texts.forEach((text, place) => {
      words[added.from + place] = text;
    });
  }
  for (let at = 0; at < chunks.length; at++) chunks[at] ??= { rowCount: 0, columns: {} };
  return new SampleTable({ ...table.parts, length, chunks, words }, table);
}

/** The table with more put over it; what was put over it before stays, where this does not say otherwise. */
export function withOverlay(table: SampleTable, overlay: SampleOverlay): SampleTable {
  return new SampleTable({ ...table.parts, overlay: { ...table.parts.overlay, ...overlay } }, table);
}

/** The first rows only. */
export function firstSamples(table: SampleTable, count: number): SampleTable {
  return table.length <= count ? table : new SampleTable({ ...table.parts, length: count }, table);
}

/** The table without these issues in its counts. */
export function withoutIssues(table: SampleTable, hidden: IssueTable): SampleTable {
  const chunks = [...table.parts.chunks];
  const fresh = new Map<number, ReturnType<typeof issueCells>>();
  for (const { severity, from, count } of hidden.groups) {
    const name = columnOf[severity];
    for (let n = from; n < from + count; n++) {
      const position = hidden.position(n);
      const at = Math.floor(position / chunkRows);
      const view = position < 0 || position >= table.length ? undefined : chunks[at];
      if (view === undefined) continue;
      const cells = fresh.get(at) ?? issueCells(view);
      fresh.set(at, cells);
      const counts = cells[name];
      // Held as count + 1, and 0 for none.
      counts[position % chunkRows] = Math.max(0, (counts[position % chunkRows] ?? 0) - 1);
    }
  }
  for (const [at, { errors, warnings, infos }] of fresh) {
    const view = chunks[at];
    if (view === undefined) continue;
    const columns = {
      ...view.columns,
      errors: { cells: errors },
      warnings: { cells: warnings },
      infos: { cells: infos },
    };
    chunks[at] = { ...view, columns };
  }
  return new SampleTable({ ...table.parts, chunks }, table);
}

const columnOf = { error: 'errors', warning: 'warnings', info: 'infos' } as const satisfies Readonly<
  Record<Severity, CountColumn>
>;
type IssueColumn = (typeof columnOf)[Severity];

function issueCells({ rowCount, columns }: ChunkView): Readonly<Record<IssueColumn, Uint32Array<ArrayBuffer>>> {
  const copy = (name: IssueColumn) => {
    const cells = new Uint32Array(rowCount);
    cells.set(columns[name]?.cells.subarray(0, rowCount) ?? []);
    return cells;
  };
  return { errors: copy('errors'), warnings: copy('warnings'), infos: copy('infos') };
}

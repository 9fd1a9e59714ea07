// Another table from a table: with chunks that arrived, with what a person put over it, without issues that are hidden, with its first rows only.
// Pure; what does not change is shared.

import type { IssueTable } from '../issues/issueTable.ts';
import type { Severity } from '../model.ts';
import type { ChunkView } from './chunkCells.ts';
import { type CountColumn, chunkRows, type SampleChunk } from './sampleColumns.ts';
import type { SampleLinks, SampleOverlay } from './sampleParts.ts';
import { SampleTable } from './sampleTable.ts';

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

/** The table with the links that were found. */
export function withLinks(table: SampleTable, links: SampleLinks): SampleTable {
  return new SampleTable({ ...table.parts, links }, table);
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
    let at = -1;
    let counts: Uint32Array | undefined;
    for (const position of hidden.columns.positions.subarray(from, from + count)) {
      if (position < 0 || position >= table.length) continue;
      if (Math.floor(position / chunkRows) !== at) {
        at = Math.floor(position / chunkRows);
        const view = chunks[at];
        const cells = view && (fresh.get(at) ?? issueCells(view));
        if (cells) fresh.set(at, cells);
        counts = cells?.[columnOf[severity]];
      }
      const held = counts?.[position % chunkRows];
      // Held as count + 1, and 0 for none.
      if (counts && held) counts[position % chunkRows] = held - 1;
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

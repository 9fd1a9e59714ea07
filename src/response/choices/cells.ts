// Rows in columns, in chunks: single cells are read and written without an object, and what has changed is handed over as typed arrays.
// Absent counts and codes are -1, absent numbers NaN, absent texts undefined. Knows no meaning of a column.

import { readText, TextBytes } from '../samples/textCells.ts';

/** Rows of a chunk: growing copies nothing. */
export const chunkRows = 4096;
const chunkShift = 12;
const fewestRows = 64;

/** `code` below 255, `count` below 2³² − 1, `number` any double but NaN, `text` as UTF-8 (`samples/textCells.ts`). */
export type ColumnKind = 'code' | 'count' | 'number' | 'text';

/** Codes and counts are held as value + 1, so that untouched cells say "absent". */
export interface Column {
  readonly cells: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  /** Of texts: each row has two cells, where it begins in here and its form. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export type Columns<Name extends string> = Readonly<Partial<Record<Name, Column>>>;

/** The columns of rows `at × 4,096` and on that have changed. */
export interface Chunk<Name extends string> {
  readonly at: number;
  readonly columns: Columns<Name>;
}

/** Cells to be read. */
export class Cells<Name extends string> {
  protected readonly chunks: readonly (Columns<Name> | undefined)[];

  constructor(chunks: readonly (Columns<Name> | undefined)[] = []) {
    this.chunks = chunks;
  }

  /** Of a code or a count; -1 where there is none. */
  whole(name: Name, row: number): number {
    return (this.chunks[row >>> chunkShift]?.[name]?.cells[row & (chunkRows - 1)] ?? 0) - 1;
  }

  number(name: Name, row: number): number {
    return this.chunks[row >>> chunkShift]?.[name]?.cells[row & (chunkRows - 1)] ?? Number.NaN;
  }

  text(name: Name, row: number): string | undefined {
    const column = this.chunks[row >>> chunkShift]?.[name];
    const at = (row & (chunkRows - 1)) * 2;
    return column?.bytes && readText(column.bytes, column.cells[at] ?? 0, column.cells[at + 1] ?? 0);
  }

  /** The cells of rows `chunk × 4,096` and on as they are stored, for what goes through all of them; those behind the last of them are empty. */
  stored(name: Name, chunk: number): Column['cells'] | undefined {
    return this.chunks[chunk]?.[name]?.cells;
  }

  /** Whether any row has something in this column; looks at chunks, not at rows. */
  has(name: Name): boolean {
    return this.chunks.some((columns) => columns?.[name] !== undefined);
  }

  /** The same cells with what has changed. */
  with(changed: readonly Chunk<Name>[]): Cells<Name> {
    const chunks = this.chunks.slice();
    for (const { at, columns } of changed) chunks[at] = { ...(chunks[at] ?? noColumns()), ...columns };
    return new Cells(chunks);
  }
}

/** A column that is written. */
interface OpenColumn extends Column {
  readonly texts?: TextBytes;
  /** Since it was last taken. */
  hasChanged: boolean;
}

/** Cells that are written, in any order of rows. */
export class CellsWriter<Name extends string> extends Cells<Name> {
  readonly #kinds: Readonly<Record<Name, ColumnKind>>;
  readonly #open: (Partial<Record<Name, OpenColumn>> | undefined)[];

  constructor(kinds: Readonly<Record<Name, ColumnKind>>) {
    const open: (Partial<Record<Name, OpenColumn>> | undefined)[] = [];
    super(open);
    this.#kinds = kinds;
    this.#open = open;
  }

  override text(name: Name, row: number): string | undefined {
    const column = this.#open[row >>> chunkShift]?.[name];
    const at = (row & (chunkRows - 1)) * 2;
    return column?.texts && readText(column.texts.bytes, column.cells[at] ?? 0, column.cells[at + 1] ?? 0);
  }

  /** A code or a count; -1 for none. */
  setWhole(name: Name, row: number, value: number): void {
    if (value < 0 && this.#open[row >>> chunkShift]?.[name] === undefined) return;
    this.#column(name, row).cells[row & (chunkRows - 1)] = value + 1;
  }

  /** NaN for none. */
  setNumber(name: Name, row: number, value: number): void {
    this.#column(name, row).cells[row & (chunkRows - 1)] = value;
  }

  setText(name: Name, row: number, text: string): void {
    const { cells, texts } = this.#column(name, row);
    if (texts === undefined) return;
    const at = (row & (chunkRows - 1)) * 2;
    cells[at] = texts.used;
    cells[at + 1] = texts.write(text);
  }

  /** Copies of at most `most` chunks with what was written since it was last taken; none when that is nothing. */
  take(most = Number.POSITIVE_INFINITY): readonly Chunk<Name>[] {
    const taken: Chunk<Name>[] = [];
    for (const [at, open] of this.#open.entries()) {
      if (taken.length >= most) break;
      const columns: Partial<Record<Name, Column>> = {};
      let hasChanged = false;
      for (const name in open) {
        const column = open[name];
        if (!column?.hasChanged) continue;
        column.hasChanged = false;
        hasChanged = true;
        const { cells, texts } = column;
        columns[name] = { cells: cells.slice(), ...(texts && { bytes: texts.bytes.slice(0, texts.used) }) };
      }
      if (hasChanged) taken.push({ at, columns });
    }
    return taken;
  }

  #column(name: Name, row: number): OpenColumn {
    const at = row >>> chunkShift;
    const within = row & (chunkRows - 1);
    let columns = this.#open[at];
    if (columns === undefined) {
      columns = {};
      this.#open[at] = columns;
    }
    const known = columns[name];
    const perRow = this.#kinds[name] === 'text' ? 2 : 1;
    if (known !== undefined && within * perRow < known.cells.length) {
      known.hasChanged = true;
      return known;
    }
    let rows = fewestRows;
    while (rows <= within) rows *= 2;
    const cells = emptyCells(this.#kinds[name], rows * perRow);
    if (known !== undefined) cells.set(known.cells);
    const texts = known?.texts ?? (perRow === 2 ? new TextBytes() : undefined);
    const column: OpenColumn = { cells, ...(texts && { texts }), hasChanged: true };
    columns[name] = column;
    return column;
  }
}

function noColumns<Name extends string>(): Columns<Name> {
  return {} as Columns<Name>;
}

function emptyCells(kind: ColumnKind, length: number): Column['cells'] {
  if (kind === 'code') return new Uint8Array(length);
  return kind === 'number' ? new Float64Array(length).fill(Number.NaN) : new Uint32Array(length);
}

/** The buffers of chunks, to be transferred with them. */
export function cellBuffers<Name extends string>(chunks: readonly Chunk<Name>[]): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  for (const { columns } of chunks) {
    for (const name in columns) {
      const column = columns[name];
      if (column) buffers.push(column.cells.buffer);
      if (column?.bytes) buffers.push(column.bytes.buffer);
    }
  }
  return buffers;
}

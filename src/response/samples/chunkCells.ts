// Reads single cells of a chunk: absent counts and numbers are NaN, absent codes -1, absent texts undefined. Makes no objects.

import type { Pointer } from '../../json/pointer.ts';
import { joinPlace, placeWidth } from './placeCells.ts';
import type {
  CodeColumn,
  Column,
  Columns,
  CountColumn,
  FlagColumn,
  NumberColumn,
  PlaceColumn,
  TextColumn,
} from './sampleColumns.ts';
import { readText, utf8Length } from './textCells.ts';

/** Rows of a chunk to be read. */
export interface ChunkView {
  readonly rowCount: number;
  readonly columns: Columns;
}

/** Words of the document by number. */
export type Words = readonly string[];

export function countAt({ columns }: ChunkView, name: CountColumn, row: number): number {
  const held = columns[name]?.cells[row];
  return held ? held - 1 : Number.NaN;
}

export function numberAt({ columns }: ChunkView, name: NumberColumn, row: number): number {
  return columns[name]?.cells[row] ?? Number.NaN;
}

export function codeAt({ columns }: ChunkView, name: CodeColumn, row: number): number {
  return (columns[name]?.cells[row] ?? 0) - 1;
}

export function hasFlag({ columns }: ChunkView, name: FlagColumn, bit: number, row: number): boolean {
  return ((columns[name]?.cells[row] ?? 0) & bit) !== 0;
}

const heldBits = new WeakMap<Column['cells'], number>();

/** The bits that any row of the chunk has; worked out once for each column of flags. */
export function bitsOf({ columns }: ChunkView, name: FlagColumn): number {
  const cells = columns[name]?.cells;
  if (cells === undefined) return 0;
  let bits = heldBits.get(cells);
  if (bits === undefined) {
    bits = 0;
    for (const cell of cells) bits |= cell;
    heldBits.set(cells, bits);
  }
  return bits;
}

export function textAt({ columns }: ChunkView, name: TextColumn, row: number): string | undefined {
  const column = columns[name];
  if (column?.bytes === undefined) return undefined;
  return readText(column.bytes, column.cells[2 * row] ?? 0, column.cells[2 * row + 1] ?? 0);
}

/** Bytes of a text that is held as UTF-8. */
export function utf8At(
  { columns }: ChunkView,
  name: TextColumn,
  row: number,
): { readonly bytes: Uint8Array; readonly from: number; readonly length: number } | undefined {
  const column = columns[name];
  const length = utf8Length(column?.cells[2 * row + 1] ?? 0);
  return column?.bytes === undefined || length < 0
    ? undefined
    : { bytes: column.bytes, from: column.cells[2 * row] ?? 0, length };
}

export function wordAt(view: ChunkView, name: CountColumn, row: number, words: Words): string | undefined {
  const number = countAt(view, name, row);
  return Number.isNaN(number) ? undefined : words[number];
}

export function placeAt({ columns }: ChunkView, name: PlaceColumn, row: number, words: Words): Pointer | undefined {
  const cells = columns[name]?.cells;
  const held = cells?.[row * placeWidth];
  if (!held || !(cells instanceof Uint32Array)) return undefined;
  const word = words[held - 1];
  return word === undefined ? undefined : joinPlace(word, cells, row * placeWidth + 1);
}

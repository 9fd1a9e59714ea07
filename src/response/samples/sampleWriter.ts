// The table of samples as the worker writes it: column by column, in place, in any order; what has changed since is handed over as chunks. Knows
// no bytes of a document and no messages.

import type { Pointer } from '../../json/pointer.ts';
import { WordList } from '../choices/words.ts';
import { placeWidth, splitPlace } from './placeCells.ts';
import {
  type CodeColumn,
  type Column,
  type ColumnName,
  type CountColumn,
  chunkRows,
  type FlagColumn,
  isTextColumn,
  type NumberColumn,
  newCells,
  type PlaceColumn,
  type SampleChunk,
  type TextColumn,
} from './sampleColumns.ts';
import { SampleTable } from './sampleTable.ts';
import { TextBytes } from './textCells.ts';

/** Chunks that changed, and the version to ask with the next time. */
export interface ChangedChunks {
  readonly version: number;
  readonly chunks: readonly SampleChunk[];
}

interface WrittenColumn extends Pick<Column, 'cells'> {
  readonly text?: TextBytes;
  changed: number;
}

interface WrittenChunk {
  rowCount: number;
  readonly columns: Partial<Record<ColumnName, WrittenColumn>>;
}

const leastRoom = 128;
const spareRoom = 1.0625;

export class SampleWriter {
  length = 0;
  readonly #chunks: WrittenChunk[] = [];
  readonly #words = new WordList();
  /** What is written now; those of before have been handed over. */
  #version = 1;
  /** Words that there were at the end of each version. */
  readonly #wordCounts = [0];

  setCode(name: CodeColumn, position: number, code: number): void {
    this.#set(name, position, code + 1, 0);
  }

  /** NaN for none. */
  setCount(name: CountColumn, position: number, count: number): void {
    this.#set(name, position, Number.isNaN(count) ? 0 : count + 1, 0);
  }

  /** Adds to the count of each position from `from` to before `to`; one that is absent counts as none. */
  addToCounts(name: CountColumn, from: number, to: number, count: number): void {
    for (let position = from; position < to; position++) {
      const row = position % chunkRows;
      const end = Math.min(row + to - position, chunkRows);
      const { cells } = this.#column(name, position + end - row - 1);
      for (let at = row; at < end; at++) cells[at] = Math.max(1, cells[at] ?? 0) + count;
      position += end - row - 1;
    }
  }

  setNumber(name: NumberColumn, position: number, value: number): void {
    this.#set(name, position, value, Number.NaN);
  }

  /** Sets the bits of `mask` to those of `bits`. */
  setFlags(name: FlagColumn, position: number, mask: number, bits: number): void {
    const held = this.#chunks[Math.floor(position / chunkRows)]?.columns[name]?.cells[position % chunkRows] ?? 0;
    this.#set(name, position, (held & ~mask) | (bits & mask), 0);
  }

  /** Whether the column has been written anywhere near: what was never written says already that there is nothing. */
  has(name: ColumnName, position: number): boolean {
    return this.#chunks[Math.floor(position / chunkRows)]?.columns[name] !== undefined;
  }

  setText(name: TextColumn, position: number, text: string | undefined): void {
    if (text === undefined) this.#clear(name, position, 2);
    else this.#writeText(name, position, (bytes) => bytes.write(text));
  }

  /** A text that stands as UTF-8 in `source` from `from` to `to`. */
  setTextBytes(name: TextColumn, position: number, source: Uint8Array, from: number, to: number): void {
    this.#writeText(name, position, (bytes) => bytes.writeBytes(source, from, to));
  }

  /** A text that many rows have, as the number of a word of the document. */
  setWord(name: 'model' | 'finish' | 'encoding', position: number, word: string | undefined): void {
    this.setCount(name, position, word === undefined ? Number.NaN : this.wordNumber(word));
  }

  setPlace(name: PlaceColumn, position: number, pointer: Pointer | undefined): void {
    if (pointer === undefined) {
      this.#clear(name, position, placeWidth);
      return;
    }
    const { cells } = this.#column(name, position);
    if (!(cells instanceof Uint32Array)) return;
    const at = (position % chunkRows) * placeWidth;
    cells[at] = this.wordNumber(splitPlace(pointer, cells, at + 1)) + 1;
  }

  wordNumber(word: string): number {
    return this.#words.number(word);
  }

  /** The columns that were written since that version, 0 for all, as copies whose buffers may be transferred. */
  chunksSince(version: number): ChangedChunks {
    const newWords = this.#words.since(this.#wordCounts[version] ?? 0);
    let words = newWords.texts.length === 0 ? undefined : newWords;
    const chunks: SampleChunk[] = [];
    for (const [at, { rowCount, columns }] of this.#chunks.entries()) {
      const changed = Object.entries(columns).filter(([, column]) => column.changed > version);
      if (changed.length === 0) continue;
      const copies = changed.map(([name, column]) => [name, copyOf(column, rowCount)]);
      chunks.push({ at, rowCount, columns: Object.fromEntries(copies), ...(words && { words }) });
      words = undefined;
    }
    this.#wordCounts[this.#version] = this.#words.texts.length;
    return { version: this.#version++, chunks };
  }

  /** The table as it stands, without copying: to be taken when nothing is written any more, since later writes show through. */
  table(): SampleTable {
    const chunks = this.#chunks.map(({ rowCount, columns }) => ({
      rowCount,
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, { cells, text }]) => [name, { cells, ...(text && { bytes: text.bytes }) }]),
      ),
    }));
    return new SampleTable({ length: this.length, chunks, words: this.#words.texts, overlay: {} });
  }

  /** A column that was never written says already that there is nothing. */
  #set(name: ColumnName, position: number, value: number, empty: number): void {
    if (Object.is(value, empty) && !this.has(name, position)) this.#reach(position);
    else this.#column(name, position).cells[position % chunkRows] = value;
  }

  #writeText(name: TextColumn, position: number, write: (bytes: TextBytes) => number): void {
    const { cells, text } = this.#column(name, position);
    if (text === undefined) return;
    const at = (position % chunkRows) * 2;
    cells[at] = text.used;
    cells[at + 1] = write(text);
  }

  #clear(name: TextColumn | PlaceColumn, position: number, width: number): void {
    this.#reach(position);
    if (!this.has(name, position)) return;
    const row = position % chunkRows;
    this.#column(name, position).cells.fill(0, row * width, (row + 1) * width);
  }

  #column(name: ColumnName, position: number): WrittenColumn {
    const { columns } = this.#reach(position);
    const known = columns[name];
    const column = known ?? newColumn(name, this.#version, this.#roomOf(name, position));
    if (known === undefined) columns[name] = column;
    column.changed = this.#version;
    return column;
  }

  /** Bytes that the texts of a chunk are likely to take: what those of the one before took, and somewhat more. */
  #roomOf(name: ColumnName, position: number): number | undefined {
    const used = this.#chunks[Math.floor(position / chunkRows) - 1]?.columns[name]?.text?.used;
    return used === undefined ? undefined : Math.max(leastRoom, Math.ceil(used * spareRoom));
  }

  #reach(position: number): WrittenChunk {
    if (position >= this.length) this.length = position + 1;
    const at = Math.floor(position / chunkRows);
    while (this.#chunks.length <= at) this.#chunks.push({ rowCount: 0, columns: {} });
    const chunk = this.#chunks[at] as WrittenChunk;
    if (position % chunkRows >= chunk.rowCount) chunk.rowCount = (position % chunkRows) + 1;
    return chunk;
  }
}

function newColumn(name: ColumnName, changed: number, room?: number): WrittenColumn {
  const cells = newCells(name);
  return isTextColumn(name) ? { cells, text: new TextBytes(room), changed } : { cells, changed };
}

function copyOf({ cells, text }: WrittenColumn, rowCount: number): Column {
  const copy = cells.slice(0, (cells.length / chunkRows) * rowCount);
  return text === undefined ? { cells: copy } : { cells: copy, bytes: text.bytes.slice(0, text.used) };
}

// The columns of the table of samples: their names, how each is stored, the codes in them, and the chunks that they lie in. Knows no writer,
// no reader and no worker; must hold no object per row.

import type { FinishClass, OutputKind } from '../model.ts';
import type { TokenSource } from '../rows.ts';
import { placeWidth } from './placeCells.ts';

/** Rows of a chunk: a growing table copies nothing, and a chunk is handed to the page whole. */
export const chunkRows = 4096;

/** What a code says: its place in the list. A row without one has -1. */
export const outputKinds: readonly OutputKind[] = ['text', 'missing', 'null', 'other'];
export const jsonStates = ['parses', 'fails'] as const;
export const finishClasses: readonly FinishClass[] = [
  'stop',
  'length',
  'tool_call',
  'filter',
  'error',
  'pending',
  'unknown',
];
export const tokenSources: readonly TokenSource[] = ['provider', 'listed', 'estimated'];

const codeColumns = ['outputKind', 'json', 'finishClass', 'tokenSource', 'linkWord'] as const;
/** Codes of one byte, held as code + 1, so that untouched cells say "absent". */
export type CodeColumn = (typeof codeColumns)[number];

/** Counts below 2³² − 1, held as count + 1, numbers (`response`: of the response among several that a row belongs to, `prompt`: of its prompt), and numbers of words of the document (`model`, `finish`, `encoding`), held so too. */
export type CountColumn =
  | 'characters'
  | 'words'
  | 'toolCalls'
  | 'toolResults'
  | 'group'
  | 'response'
  | 'prompt'
  | 'errors'
  | 'warnings'
  | 'infos'
  | 'model'
  | 'finish'
  | 'encoding'
  | 'listed'
  | 'usable'
  | 'leftPrompt'
  | 'leftAfterStop'
  | 'leftSpecial'
  | 'leftUnusable'
  | 'windowLength'
  | 'below';

const numberColumns = ['index', 'tokens', 'mean', 'total', 'lowest', 'windowMean'] as const;
/** Doubles as they are, -0 and what is beyond 2⁵³ included; NaN is absent. */
export type NumberColumn = (typeof numberColumns)[number];

const flagColumns = ['flags', 'state', 'linkFlags', 'figureFlags'] as const;
/** Bits of one byte: `flags` from reading, `state` from the end of a load, `linkFlags` from linking, `figureFlags` from tokens. */
export type FlagColumn = (typeof flagColumns)[number];

const textColumns = ['id', 'preview', 'calls', 'label', 'lowestText'] as const;
/** Short texts: bytes of the chunk with a place and a length for each row. */
export type TextColumn = (typeof textColumns)[number];

const placeColumns = ['ownPlace', 'finishPlace', 'tokenPlace', 'lowestPlace', 'windowPlace'] as const;
/** JSON Pointers: a number of a word (the pointer without its first three positions) and those positions. `ownPlace` is that of a sample outside of `data`. */
export type PlaceColumn = (typeof placeColumns)[number];

export type ColumnName = CodeColumn | CountColumn | NumberColumn | FlagColumn | TextColumn | PlaceColumn;

/** The empty cells of a column for a whole chunk. */
export function newCells(name: ColumnName): Column['cells'] {
  if (isTextColumn(name)) return new Uint32Array(2 * chunkRows);
  if (isOneOf(placeColumns, name)) return new Uint32Array(placeWidth * chunkRows);
  if (isOneOf(numberColumns, name)) return new Float64Array(chunkRows).fill(Number.NaN);
  return isOneOf(codeColumns, name) || isOneOf(flagColumns, name)
    ? new Uint8Array(chunkRows)
    : new Uint32Array(chunkRows);
}

export function isTextColumn(name: ColumnName): name is TextColumn {
  return isOneOf(textColumns, name);
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

export const flagBits = {
  previewWhole: 1,
  inputs: 2,
  messages: 4,
  broken: 8,
  idCut: 16,
  modelCut: 32,
  finishCut: 64,
} as const;
/** `namedByIndex`: the label is the index; `namedByPlace`: it is `data[3]`. */
export const stateBits = { checked: 1, namedByIndex: 2, namedByPlace: 4 } as const;
export const linkBits = { shared: 1 } as const;
export const figureBits = { promptAmong: 1 } as const;

/** Cells of all rows of a chunk; texts have their bytes beside them. */
export interface Column {
  readonly cells: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;
  /** Of a text: each row has two cells, where it begins in here and its form (`textCells.ts`). */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export type Columns = Readonly<Partial<Record<ColumnName, Column>>>;

/** Columns of a part of the table as they are handed over: those that changed; a column that is absent is as it was. */
export interface SampleChunk {
  /** Its rows are `at × chunkRows` and on. */
  readonly at: number;
  /** Rows that are known of it. */
  readonly rowCount: number;
  readonly columns: Columns;
  /** New words of the document, the first of them with the number `from`. */
  readonly words?: { readonly from: number; readonly texts: readonly string[] };
}

/** The buffers of chunks, to be transferred with them. */
export function buffersOf(chunks: readonly SampleChunk[]): ArrayBuffer[] {
  return chunks.flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ cells, bytes }) =>
      bytes === undefined ? [cells.buffer] : [cells.buffer, bytes.buffer],
    ),
  );
}

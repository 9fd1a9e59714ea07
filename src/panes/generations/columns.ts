// The columns of the table of generations for TanStack Table: what each sorts by and how wide it is. A new column is one entry here and one
// cell in GenerationCell. Knows no screen.

import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';
import type { Captured } from '../../analysis/capture.ts';
import { type FigureId, figureIds } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import type { LinkWord } from '../../response/model.ts';
import { type ColumnId, patternColumns } from '../../state/view.ts';
import type { ShownRow } from './shownRows.ts';
import { surprisalHint } from './surprisalBars.ts';

/** What of TanStack Table is used; at module scope, because its identity is part of every row model. */
export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
});

export type Features = typeof features;
export type TableRow = Row<Features, ShownRow>;

/** From sure to unsure; the order in which the column sorts. */
const linkOrder: readonly LinkWord[] = ['certain', 'by text', 'ambiguous', 'by position', 'conflict', 'none'];

const ascending: SortFn<Features, ShownRow> = (a, b, columnId) => {
  const left = a.getValue<string | number>(columnId);
  const right = b.getValue<string | number>(columnId);
  // A column may hold both: numbers first.
  if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Output takes the room that the others leave, so that its `size` is only its smallest comfortable width. */
export const flexibleColumn: ColumnId = 'output';

const helper = createColumnHelper<Features, ShownRow>();

function column(
  id: ColumnId,
  title: string,
  size: number,
  value: (row: ShownRow) => string | number | undefined,
  minSize = 32,
) {
  return helper.accessor(value, {
    id,
    header: title,
    size,
    minSize,
    maxSize: 4000,
    sortFn: ascending,
    sortUndefined: 'last',
  });
}

export const columnTitles: Readonly<Record<ColumnId, string>> = {
  index: 'Index',
  output: 'Output',
  pattern1: 'Pattern 1',
  pattern2: 'Pattern 2',
  pattern3: 'Pattern 3',
  finish: 'Finish reason',
  tokens: 'Tokens',
  characters: 'Characters',
  surprisal: 'Surprisal',
  logprob: figureKinds.logprob.name,
  perplexity: figureKinds.perplexity.name,
  lowest: figureKinds.lowest.name,
  lowest16: figureKinds.lowest16.name,
  below: figureKinds.below.name,
  total: figureKinds.total.name,
  link: 'Link',
  config: 'Model config',
  id: 'Id',
  star: 'Star',
  note: 'Note',
};

/** Values that are numbers sort as such; texts come after them. */
function capturedOrder(captured: Captured | undefined): string | number | undefined {
  if (captured === undefined || captured.count === 0) return undefined;
  const value = captured.value ?? '';
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value.toLowerCase();
}

const figureWidths: Readonly<Record<FigureId, number>> = {
  logprob: 76,
  perplexity: 60,
  lowest: 104,
  lowest16: 60,
  below: 56,
  total: 76,
};

/** By what a figure sorts: of a probability its logarithm, which tells very small ones apart. */
function figureOf(id: FigureId, { logprobs }: ShownRow): number | undefined {
  if (id === 'lowest') return logprobs?.lowest?.logprob;
  return logprobs && figureKinds[id].valueOf(logprobs);
}

export const columns = helper.columns([
  column('index', 'Index', 32, (row) => row.index),
  column('output', 'Output', 200, (row) => (row.outputKind === 'text' ? row.preview.toLowerCase() : undefined), 120),
  ...patternColumns.map((id, at) => column(id, columnTitles[id], 96, (row) => capturedOrder(row.captured?.[at]))),
  column('finish', 'Finish reason', 88, (row) => row.finishReason?.raw.toLowerCase()),
  column('tokens', 'Tokens', 44, (row) => row.tokens?.count),
  column('characters', 'Characters', 64, (row) => row.characters),
  column('surprisal', columnTitles.surprisal, 64, (row) => figureOf('lowest', row)),
  ...figureIds.map((id) => column(id, figureKinds[id].name, figureWidths[id], (row) => figureOf(id, row))),
  column('link', 'Link', 84, (row) => (row.link === undefined ? undefined : linkOrder.indexOf(row.link.word))),
  column('config', 'Model config', 160, (row) => row.modelConfigId),
  column('id', 'Id', 160, (row) => row.id),
  // Starred and noted ones come first.
  column('star', 'Star', 32, (row) => (row.annotation?.isStarred ? 0 : undefined)),
  column('note', 'Note', 160, (row) => row.annotation?.note.toLowerCase() || undefined),
]);

/** What a column is, where its title does not say it all: the formula of a figure of tokens, and what it is of. */
export function columnHint(column: ColumnId): string | undefined {
  if (column === 'surprisal') return surprisalHint;
  const id = figureIds.find((one) => one === column);
  return id && `${figureKinds[id].formula}.`;
}

/** Columns of figures: heads and cells are aligned to the right. */
export const numericColumns: ReadonlySet<ColumnId> = new Set(['index', 'tokens', 'characters', ...figureIds]);

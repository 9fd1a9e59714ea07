// The columns of the table of generations for TanStack Table: what each is called and how wide it is. A new column is one entry here, one cell in
// GenerationCell and what it sorts by in `analysis/order/compareRows.ts`. Knows no screen.

import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type Row,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { type FigureId, figureIds } from '../../analysis/probability/figureIds.ts';
import { figureKinds } from '../../analysis/probability/figureKinds.ts';
import { type ColumnId, type OwnPattern, patternColumns } from '../../state/view.ts';
import type { ShownRow } from './shownRows.ts';
import { surprisalHint } from './surprisalBars.ts';

/** What of TanStack Table is used; at module scope, because its identity is part of every row model. */
export const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
});

export type Features = typeof features;
export type TableRow = Row<Features, ShownRow>;

/** Output takes the room that the others leave, so that its `size` is only its smallest comfortable width. */
export const flexibleColumn: ColumnId = 'output';

const helper = createColumnHelper<Features, ShownRow>();

function column(id: ColumnId, title: string, size: number, minSize = 32) {
  return helper.display({ id, header: title, size, minSize, maxSize: 4000 });
}

export const columnTitles: Readonly<Record<ColumnId, string>> = {
  index: 'Index',
  response: 'Response',
  prompt: 'Prompt',
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

const figureWidths: Readonly<Record<FigureId, number>> = {
  logprob: 76,
  perplexity: 60,
  lowest: 104,
  lowest16: 60,
  below: 56,
  total: 76,
};

export const columns = helper.columns([
  column('index', 'Index', 32),
  column('response', 'Response', 120),
  column('prompt', 'Prompt', 140),
  column('output', 'Output', 200, 120),
  ...patternColumns.map((id) => column(id, columnTitles[id], 96)),
  column('finish', 'Finish reason', 88),
  column('tokens', 'Tokens', 44),
  column('characters', 'Characters', 64),
  column('surprisal', columnTitles.surprisal, 64),
  ...figureIds.map((id) => column(id, figureKinds[id].name, figureWidths[id])),
  column('link', 'Link', 84),
  column('config', 'Model config', 160),
  column('id', 'Id', 160),
  column('star', 'Star', 32),
  column('note', 'Note', 160),
]);

/** The column of a pattern is named by it. */
export function titleOf(column: ColumnId, patterns: readonly OwnPattern[]): string {
  const own: readonly ColumnId[] = patternColumns;
  const pattern = patterns[own.indexOf(column)];
  return pattern === undefined ? columnTitles[column] : `/${pattern.source}/`;
}

/** What a column is, where its title does not say it all: the formula of a figure of tokens, and what it is of. */
export function columnHint(column: ColumnId): string | undefined {
  if (column === 'surprisal') return surprisalHint;
  const id = figureIds.find((one) => one === column);
  return id && `${figureKinds[id].formula}.`;
}

/** Columns of figures: heads and cells are aligned to the right. */
export const numericColumns: ReadonlySet<ColumnId> = new Set(['index', 'tokens', 'characters', ...figureIds]);

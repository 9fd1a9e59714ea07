// How rows are compared by each column of the table. Pure; reads each value once, before anything is sorted.

import type { Annotations } from '../../response/annotations.ts';
import { linkWords } from '../../response/link/linkColumns.ts';
import type { LinkWord } from '../../response/model.ts';
import { outputKinds } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { figureAt } from './cells.ts';
import type { CapturedColumn, OrderColumn, OrderKey, OrderRequest } from './orderRequest.ts';
import type { Compare } from './sortInSteps.ts';
import { byNumber, byNumberOrText, byRank } from './sortKeys.ts';
import { type TextRanks, textRanks } from './textRanks.ts';

/** From sure to unsure; the order in which links sort. */
const linkOrder: readonly LinkWord[] = ['certain', 'by text', 'ambiguous', 'by position', 'conflict', 'none'];
const linkRanks = linkWords.map((word) => linkOrder.indexOf(word));
const isText = outputKinds.indexOf('text');
/** Values read between two pauses. */
const stepLength = 10_000;

/** Ranks of the rows by a column of texts; undefined for any other. In steps. */
export function* ranksOf(
  rows: SampleTable,
  column: OrderColumn,
  count: number,
): Generator<void, TextRanks | undefined> {
  switch (column) {
    case 'output':
      return yield* textRanks(count, {
        textAt: (at) => (isTextAt(rows, at) ? rows.preview(at).toLowerCase() : undefined),
        bytesAt: (at) => (isTextAt(rows, at) ? rows.previewPlace(at) : undefined),
      });
    case 'finish':
      return yield* textRanks(count, { textAt: (at) => rows.finish(at)?.toLowerCase() });
    case 'config':
      return yield* textRanks(count, { textAt: (at) => rows.modelConfigId(at) });
    case 'id':
      return yield* textRanks(count, { textAt: (at) => rows.id(at) });
    default:
      return undefined;
  }
}

/** How rows compare by one key; reads every value of it, in steps. `ranks` are those of the column, where it has some. */
export function* comparison(
  rows: SampleTable,
  { column, isDescending }: OrderKey,
  { count, patterns, annotations = {} }: Pick<OrderRequest, 'count' | 'patterns' | 'annotations'>,
  ranks: TextRanks | undefined,
): Generator<void, Compare> {
  if (ranks !== undefined) return byRank(ranks.ranks, isDescending);
  switch (column) {
    case 'output':
    case 'finish':
    case 'config':
    case 'id':
      return () => 0;
    case 'pattern1':
    case 'pattern2':
    case 'pattern3': {
      const captured = patterns[Number(column.slice(-1)) - 1]?.captured;
      return byNumberOrText(capturedValues(count, captured), isDescending);
    }
    case 'note': {
      const textAt = (at: number) => annotations[at]?.note.toLowerCase() || undefined;
      return byRank((yield* textRanks(count, { textAt })).ranks, isDescending);
    }
    default: {
      const values = new Float64Array(count);
      const value = numberOf(rows, column, annotations);
      for (let at = 0; at < count; at++) {
        values[at] = value(at);
        if (at % stepLength === stepLength - 1) yield;
      }
      return byNumber(values, isDescending);
    }
  }
}

function isTextAt(rows: SampleTable, position: number): boolean {
  return rows.outputKind(position) === isText;
}

type NumberColumn = Exclude<
  OrderColumn,
  'output' | 'finish' | 'config' | 'id' | 'note' | 'pattern1' | 'pattern2' | 'pattern3'
>;

function numberOf(rows: SampleTable, column: NumberColumn, annotations: Annotations): (position: number) => number {
  switch (column) {
    case 'index':
      return (at) => rows.index(at);
    case 'response':
      return (at) => rows.response(at);
    case 'prompt':
      return (at) => rows.count('prompt', at);
    case 'tokens':
      return (at) => rows.tokenCount(at);
    case 'characters':
      return (at) => rows.characters(at);
    case 'link':
      return (at) => linkRanks[rows.linkWord(at)] ?? Number.NaN;
    case 'star':
      // Starred ones come first.
      return (at) => (annotations[at]?.isStarred ? 0 : Number.NaN);
    case 'surprisal':
    case 'lowest':
      // Of a probability its logarithm, which tells very small ones apart.
      return (at) => rows.figure('lowest', at);
    default:
      return (at) => figureAt(rows, column, at);
  }
}

/** Values that are numbers sort as such; texts come after them. */
function capturedValues(count: number, captured: CapturedColumn | undefined): (number | string | undefined)[] {
  const orders = captured?.values.map((value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value.toLowerCase()));
  return Array.from({ length: count }, (_, at) => {
    if (captured === undefined || (captured.counts[at] ?? 0) <= 0) return undefined;
    return orders?.[captured.valueAt[at] ?? -1] ?? '';
  });
}

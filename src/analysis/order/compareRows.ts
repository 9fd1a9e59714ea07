// How rows are compared by each column of the table. Pure; reads each value once, before anything is sorted.

import type { Annotations } from '../../response/annotations.ts';
import { linkWords } from '../../response/link/linkColumns.ts';
import type { LinkWord } from '../../response/model.ts';
import { outputKinds } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { figureAt } from './cells.ts';
import type { CapturedColumn, OrderColumn, OrderKey, OrderRequest } from './orderRequest.ts';
import type { Compare } from './sortInSteps.ts';
import { beginningOf, byNumber, byNumberOrText, byText } from './sortKeys.ts';

/** From sure to unsure; the order in which links sort. */
const linkOrder: readonly LinkWord[] = ['certain', 'by text', 'ambiguous', 'by position', 'conflict', 'none'];
const linkRanks = linkWords.map((word) => linkOrder.indexOf(word));
const isText = outputKinds.indexOf('text');
/** Values read between two pauses; texts are decoded. */
const stepLength = 10_000;
const textStepLength = 2000;

/** How rows compare by one key; reads every value of it, in steps. */
export function* comparison(
  rows: SampleTable,
  { column, isDescending }: OrderKey,
  { count, patterns, annotations = {} }: Pick<OrderRequest, 'count' | 'patterns' | 'annotations'>,
): Generator<void, Compare> {
  switch (column) {
    case 'output':
      return yield* textComparison(count, (at) => outputAt(rows, at), isDescending);
    case 'finish':
      return yield* textComparison(count, (at) => rows.finish(at)?.toLowerCase(), isDescending);
    case 'config':
      return yield* textComparison(count, (at) => rows.modelConfigId(at), isDescending);
    case 'id':
      return yield* textComparison(count, (at) => rows.id(at), isDescending);
    case 'pattern1':
    case 'pattern2':
    case 'pattern3': {
      const captured = patterns[Number(column.slice(-1)) - 1]?.captured;
      return byNumberOrText(capturedValues(count, captured), isDescending);
    }
    case 'note':
      return yield* textComparison(count, (at) => annotations[at]?.note.toLowerCase() || undefined, isDescending);
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

function* textComparison(
  count: number,
  textAt: (position: number) => string | undefined,
  isDescending: boolean,
): Generator<void, Compare> {
  const texts: (string | undefined)[] = [];
  const beginnings = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const text = textAt(at);
    texts.push(text);
    beginnings[at] = beginningOf(text);
    if (at % textStepLength === textStepLength - 1) yield;
  }
  return byText(texts, isDescending, beginnings);
}

function outputAt(rows: SampleTable, position: number): string | undefined {
  return rows.outputKind(position) === isText ? rows.preview(position).toLowerCase() : undefined;
}

type NumberColumn = Exclude<
  OrderColumn,
  'output' | 'finish' | 'config' | 'id' | 'note' | 'pattern1' | 'pattern2' | 'pattern3'
>;

function numberOf(rows: SampleTable, column: NumberColumn, annotations: Annotations): (position: number) => number {
  switch (column) {
    case 'index':
      return (at) => rows.index(at);
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

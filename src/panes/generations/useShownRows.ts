// The rows that everything a person set leaves, in their order, with what stands beside each: text filter, brushes, own patterns, stars and notes.

import { useMemo } from 'react';
import { hasBrushes } from '../../analysis/brushes.ts';
import type { EveryRow, OrderRequest, SampleOrder, SampleTotals } from '../../analysis/order/orderRequest.ts';
import { nothingShared } from '../../analysis/previews.ts';
import type { FigureId } from '../../analysis/probability/figureIds.ts';
import { usedAnnotations } from '../../response/annotations.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { promptText } from '../../state/promptTexts.ts';
import { sampleGroups } from '../../state/sampleGroups.ts';
import { activeAnnotations, useStore } from '../../state/store.ts';
import { type ColumnId, patternColumns, type View } from '../../state/view.ts';
import { ShownRows } from './shownRows.ts';
import { type FilterState, useFilter } from './useFilter.ts';
import { useOrder } from './useOrder.ts';
import { type FoundByPatterns, usePatterns } from './usePatterns.ts';

export interface NarrowedRows extends Pick<SampleOrder, 'shared'> {
  readonly shown: ShownRows;
  /** Of the rows that are shown. */
  readonly totals: SampleTotals;
  /** Of every row of the document. */
  readonly every: EveryRow;
  readonly charts: SampleOrder['charts'];
  /** Whether anything narrows the table. */
  readonly isFiltered: boolean;
  /** What became of the text or the pattern that is looked for. */
  readonly filtering: FilterState;
  readonly patternsFound: FoundByPatterns;
  /** Columns that have nothing in any row yet. */
  readonly unused: readonly ColumnId[];
}

const nothingKnown: EveryRow = {
  hasTokens: false,
  hasLogprobs: false,
  hasPinnedLink: false,
  labelLength: 0,
  broken: [],
  equal: { groups: new Uint32Array(0), sizes: new Uint32Array(0), members: new Uint32Array(0) },
};

/** `charts`: the figures that have a chart; absent where none is open. Stable between changes. */
export function useShownRows(
  document: OpenDocument,
  view: View,
  charts: readonly FigureId[] | undefined,
): NarrowedRows {
  const { rows, load } = document;
  const { brushes, ownPatterns, sort, groupRule, responseOrder } = view;
  const { responses, summaries, prompts, isMixed = false } = document;
  const count = Math.max(rows.length, document.generationCount);
  const filtering = useFilter(view);
  const { found, matches } = filtering;
  const patternsFound = usePatterns(count, load, ownPatterns);
  const captured = patternsFound.found;
  const annotations = useStore(activeAnnotations);
  const isByAnnotation = sort.some(({ column }) => column === 'star' || column === 'note');
  const sortedBy = isByAnnotation ? annotations : undefined;
  const groups = useMemo(
    () =>
      sampleGroups(
        { isMixed, ...(responses && { responses }), ...(summaries && { summaries }), ...(prompts && { prompts }) },
        { brushes, responseOrder, ...(groupRule && { groupRule }) },
      ),
    [responses, summaries, prompts, isMixed, brushes, responseOrder, groupRule],
  );
  const by = groups?.by;
  const request = useMemo(
    (): OrderRequest => ({
      count,
      sort,
      ...(by && { by }),
      ...(found && { found }),
      brushes,
      patterns: ownPatterns.map(({ shows }, at) => ({ shows, ...(captured[at] && { captured: captured[at] }) })),
      ...(sortedBy && { annotations: sortedBy }),
      ...(charts && { charts }),
      isWhole: load !== 'loading',
    }),
    [count, sort, by, found, brushes, ownPatterns, captured, sortedBy, charts, load],
  );
  const { order, problem } = useOrder(rows, request);
  const every = order?.every ?? nothingKnown;
  const shown = useMemo(
    () =>
      new ShownRows(rows, count, order?.positions, every.broken, {
        found,
        matches,
        annotations,
        captured: ownPatterns.map((_, at) => captured[at]),
        ...(responses && { responseNames: responses.names }),
        ...(prompts && { promptText: (prompt: number) => promptText(prompts, prompt) }),
        // Groups of one are rows.
        ...(groups && groups.count > 1 && groups.count < count && sort.length === 0 && { groupOf: groups.of }),
      }),
    [
      rows,
      count,
      order?.positions,
      every.broken,
      found,
      matches,
      annotations,
      ownPatterns,
      captured,
      responses,
      prompts,
      groups,
      sort,
    ],
  );
  const { hasStars, hasNotes } = usedAnnotations(annotations);
  const patternCount = ownPatterns.length;
  const isOfSeveral = responses !== undefined;
  const hasPrompts = (prompts?.ends.length ?? 0) > 1;
  const unused = useMemo<readonly ColumnId[]>(
    () => [
      ...patternColumns.slice(patternCount),
      ...(hasStars ? [] : ['star' as const]),
      ...(hasNotes ? [] : ['note' as const]),
      ...(isOfSeveral ? [] : ['response' as const]),
      ...(hasPrompts ? [] : ['prompt' as const]),
    ],
    [hasStars, hasNotes, isOfSeveral, hasPrompts, patternCount],
  );
  const totals = useMemo(
    () => order?.totals ?? { count: shown.count, withTokens: 0, withCharacters: 0, areTokensEstimated: false },
    [order, shown],
  );
  return {
    shown,
    totals,
    every,
    charts: order?.charts,
    shared: order?.shared ?? nothingShared,
    isFiltered: found !== undefined || hasBrushes(brushes) || ownPatterns.some(({ shows }) => shows !== 'all'),
    filtering:
      problem === undefined || filtering.problem !== undefined
        ? filtering
        : { ...filtering, problem: `The order could not be worked out: ${problem}.` },
    patternsFound,
    unused,
  };
}

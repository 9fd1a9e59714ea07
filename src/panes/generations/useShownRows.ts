// The rows that everything a person set leaves, with what stands beside each: text filter, brushes, own patterns, stars and notes.

import { useMemo } from 'react';
import { brushedRows } from '../../analysis/brushedRows.ts';
import { hasBrushes } from '../../analysis/brushes.ts';
import { usedAnnotations } from '../../response/annotations.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { activeAnnotations, useStore } from '../../state/store.ts';
import { type ColumnId, patternColumns, type View } from '../../state/view.ts';
import { annotatedRows, capturedRows, everyRow, foundRows, type ShownRow } from './shownRows.ts';
import { type FilterState, useFilter } from './useFilter.ts';
import { type FoundByPatterns, usePatterns } from './usePatterns.ts';

export interface ShownRows {
  /** Every row of the document. */
  readonly all: readonly GenerationRow[];
  readonly shown: readonly ShownRow[];
  /** Whether anything narrows the table. */
  readonly isFiltered: boolean;
  /** What became of the text or the pattern that is looked for. */
  readonly filtering: FilterState;
  readonly patternsFound: FoundByPatterns;
  /** Columns that have nothing in any row yet. */
  readonly unused: readonly ColumnId[];
}

export function useShownRows(document: OpenDocument, view: View): ShownRows {
  const { brushes, ownPatterns } = view;
  const filtering = useFilter(view);
  const { found } = filtering;
  const all = useMemo(
    () => everyRow(document.rows.all(), document.generationCount),
    [document.rows, document.generationCount],
  );
  const patternsFound = usePatterns(all, ownPatterns);
  const annotations = useStore(activeAnnotations);
  const shown = useMemo(
    () =>
      capturedRows(
        annotatedRows(brushedRows(foundRows(all, found), brushes), annotations),
        ownPatterns,
        patternsFound.found,
      ),
    [all, found, brushes, annotations, ownPatterns, patternsFound.found],
  );
  const { hasStars, hasNotes } = usedAnnotations(annotations);
  const patternCount = ownPatterns.length;
  const unused = useMemo<readonly ColumnId[]>(
    () => [
      ...patternColumns.slice(patternCount),
      ...(hasStars ? [] : ['star' as const]),
      ...(hasNotes ? [] : ['note' as const]),
    ],
    [hasStars, hasNotes, patternCount],
  );
  const isFiltered = found !== undefined || hasBrushes(brushes) || ownPatterns.some(({ shows }) => shows !== 'all');
  return { all, shown, isFiltered, filtering, patternsFound, unused };
}

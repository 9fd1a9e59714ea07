// The rows that the table works on: every generation there is, or the ones that a filter found. Pure.

import type { Captured } from '../../analysis/capture.ts';
import { insteadOfText } from '../../analysis/insteadOfText.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Annotation, Annotations } from '../../response/annotations.ts';
import type { FoundGeneration, TextMatches } from '../../response/matches.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { OwnPattern } from '../../state/view.ts';

/** A row with what a person noted beside it. */
export interface ShownRow extends GenerationRow {
  /** Where the filter of the table stands in the output. */
  readonly matches?: TextMatches;
  readonly annotation?: Annotation;
  /** What the person's own patterns find, by pattern. */
  readonly captured?: readonly (Captured | undefined)[];
}

/** One row per generation, in document order; a row that has not arrived yet stands there empty, so that nothing moves when it does. */
export function everyRow(rows: readonly GenerationRow[], generationCount: number): readonly GenerationRow[] {
  const mayHaveHoles: readonly (GenerationRow | undefined)[] = rows;
  if (rows.length >= generationCount && !mayHaveHoles.includes(undefined)) return rows;
  return Array.from(
    { length: Math.max(rows.length, generationCount) },
    (_, position) => mayHaveHoles[position] ?? emptyRow(position),
  );
}

function emptyRow(position: number): GenerationRow {
  return {
    pointer: pointerOf('data', position),
    position,
    label: String(position),
    preview: '',
    isPreviewWhole: false,
    outputKind: 'missing',
    toolCallCount: 0,
    toolResultCount: 0,
    hasInputs: false,
    hasMessages: false,
    issues: { error: 0, warning: 0, info: 0 },
    isChecked: false,
    isBroken: false,
  };
}

/** The rows that were found, in document order and with their matches; all of them when nothing was asked for. */
export function foundRows(
  rows: readonly GenerationRow[],
  found: readonly FoundGeneration[] | undefined,
): readonly ShownRow[] {
  if (found === undefined) return rows;
  const byPosition = new Map(found.map((one) => [one.position, one]));
  return rows.flatMap((row) => {
    const one = byPosition.get(row.position);
    if (one === undefined) return [];
    return [one.matches === undefined ? row : { ...row, matches: one.matches }];
  });
}

/** Rows with their stars and notes; rows without any are passed on as they are. */
export function annotatedRows(rows: readonly ShownRow[], annotations: Annotations): readonly ShownRow[] {
  if (Object.keys(annotations).length === 0) return rows;
  return rows.map((row) => {
    const annotation = annotations[row.position];
    return annotation === undefined ? row : { ...row, annotation };
  });
}

/** Whether the table shows the beginning of the output, not a match, another part or words in its stead. */
export function isPreviewed(row: ShownRow): boolean {
  return row.matches === undefined && !row.isBroken && insteadOfText(row) === undefined;
}

/** By pattern and position; undefined until known. */
export type CapturedByPattern = readonly (ReadonlyMap<number, Captured> | undefined)[];

/** Rows with what the patterns find in them, without those that a pattern is set to leave out. What is not known yet leaves out nothing. */
export function capturedRows(
  rows: readonly ShownRow[],
  patterns: readonly OwnPattern[],
  found: CapturedByPattern,
): readonly ShownRow[] {
  if (patterns.length === 0) return rows;
  return rows.flatMap((row) => {
    const captured = patterns.map((_, at) => found[at]?.get(row.position));
    const isLeftOut = patterns.some(({ shows }, at) => {
      const one = captured[at];
      return one !== undefined && shows !== 'all' && (shows === 'matching') !== one.count > 0;
    });
    return isLeftOut ? [] : { ...row, captured };
  });
}

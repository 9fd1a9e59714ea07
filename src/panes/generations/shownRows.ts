// The rows that the table works on: every generation there is, or the ones that a filter found. Pure.

import type { Captured } from '../../analysis/capture.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Annotation, Annotations } from '../../response/annotations.ts';
import type { GenerationRow } from '../../response/rows.ts';
import type { OwnPattern } from '../../state/view.ts';

/** A row with what a person noted beside it. */
export interface ShownRow extends GenerationRow {
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

/** The rows at the found positions, in document order; all of them when nothing was asked for. */
export function foundRows(rows: readonly GenerationRow[], found: Uint32Array | undefined): readonly GenerationRow[] {
  if (found === undefined) return rows;
  const positions = new Set(found);
  return rows.filter((row) => positions.has(row.position));
}

/** Rows with their stars and notes; rows without any are passed on as they are. */
export function annotatedRows(rows: readonly GenerationRow[], annotations: Annotations): readonly ShownRow[] {
  if (Object.keys(annotations).length === 0) return rows;
  return rows.map((row) => {
    const annotation = annotations[row.position];
    return annotation === undefined ? row : { ...row, annotation };
  });
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

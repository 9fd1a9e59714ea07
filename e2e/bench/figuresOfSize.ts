// The lines of one size and kind of document, from what was measured, beside what they must be. Pure.
import type { Figure } from './figures.ts';
import type { LongestTask } from './mainThread.ts';
import type { ResponseKind } from './responseText.ts';

interface Load {
  /** From the moment the input is accepted, in milliseconds. */
  readonly firstRowsMs: number;
  readonly checkedMs: number;
  readonly completeMs: number;
  /** Reading the same file as text and JSON.parse of it, in the same tab. */
  readonly readMs?: number;
  readonly bareMs?: number;
  /** Why there is none. */
  readonly bareNote?: string;
  readonly longest: LongestTask;
}

export interface FileRun extends Load {
  /** To the last generation, selected and shown. */
  readonly selectMs: number;
  /** Of a text that is not there, through the whole document. */
  readonly searchMs: number;
  readonly sortMs: number;
  readonly filterFirstMs: number;
  readonly filterAllMs: number;
  /** The longest task of the main thread, by what was done. */
  readonly tasks: Readonly<Record<string, LongestTask>>;
  readonly memory?: {
    readonly blankMB: number;
    readonly startMB: number;
    readonly peakMB: number;
    readonly afterMB: number;
    readonly keptMB: number;
  };
}

export type PasteRun = Load;

interface Limits {
  readonly firstRows?: number;
  readonly checked?: number;
  readonly complete?: number;
  readonly pasted?: number;
}

export interface Measured {
  readonly megabytes: number;
  readonly kind: ResponseKind;
  readonly files: readonly FileRun[];
  readonly pastes: readonly PasteRun[];
}

function limitsOf(megabytes: number, kind: ResponseKind): Limits {
  if (megabytes === 100)
    return kind === 'with'
      ? { firstRows: 0.2, checked: 0.4, complete: 1, pasted: 0.4 }
      : { firstRows: 0.4, checked: 1.6, complete: 3, pasted: 1.5 };
  return {};
}

export function figuresOfSize({ megabytes, kind, files, pastes }: Measured): readonly Figure[] {
  const limits = limitsOf(megabytes, kind);
  const isTen = megabytes === 10;
  return [
    ...(files.length > 0 ? fileFigures(files, megabytes, limits, isTen) : []),
    ...(pastes.length > 0 ? pasteFigures(pastes, megabytes, limits) : []),
  ];
}

function fileFigures(files: readonly FileRun[], megabytes: number, limits: Limits, isTen: boolean): Figure[] {
  // What the page itself takes is more than a small file.
  const isLarge = megabytes >= 100;
  const ms = (what: string, of: (run: FileRun) => number | undefined, limit?: number): Figure =>
    figure(what, 'ms', files, of, limit);
  const times = (what: string, of: (run: FileRun) => number | undefined, limit?: number): Figure => ({
    ...figure(what, '×', files, of, limit),
    note: files[0]?.bareNote,
  });
  const memory = (what: string, of: (memory: NonNullable<FileRun['memory']>) => number, limit?: number): Figure =>
    figure(what, '×', files, (run) => run.memory && (of(run.memory) - run.memory.blankMB) / megabytes, limit);
  return [
    ms('bare: reading the file as text', (run) => run.readMs),
    { ...ms('bare: JSON.parse', (run) => run.bareMs), note: files[0]?.bareNote },
    ms('file → first rows', (run) => run.firstRowsMs),
    times(
      'file → first rows ÷ (read + bare)',
      (run) => ratio(run.firstRowsMs, sum(run.readMs, run.bareMs)),
      limits.firstRows,
    ),
    times('file → first rows ÷ bare', (run) => ratio(run.firstRowsMs, run.bareMs), isTen ? 0.6 : undefined),
    times('file → strictly checked ÷ bare', (run) => ratio(run.checkedMs, run.bareMs), limits.checked),
    ms('file → complete', (run) => run.completeMs),
    times('file → complete ÷ bare', (run) => ratio(run.completeMs, run.bareMs), isTen ? 4 : limits.complete),
    ...taskFigures('load to complete', files, (run) => run.longest),
    ...taskFigures('scrolling through all rows', files, (run) => run.tasks['bench.scroll']),
    ...taskFigures('selecting the last row', files, (run) => run.tasks['bench.select']),
    ...taskFigures('sorting by text', files, (run) => run.tasks['bench.sort']),
    ...taskFigures('filtering', files, (run) => run.tasks['bench.filter']),
    ...taskFigures('searching', files, (run) => run.tasks['bench.search']),
    ms('last generation selected and shown', (run) => run.selectMs),
    ms('search: all of it gone through', (run) => run.searchMs, megabytes === 100 ? 500 : undefined),
    ms('sort by text: other rows painted', (run) => run.sortMs, megabytes === 100 ? 150 : undefined),
    ms('filter: first matching rows', (run) => run.filterFirstMs, megabytes === 100 ? 50 : undefined),
    ms('filter: all', (run) => run.filterAllMs, megabytes === 100 ? 400 : undefined),
    memory('memory added, peak ÷ bytes', ({ peakMB }) => peakMB, isLarge ? 2 : undefined),
    memory('memory added, after ÷ bytes', ({ afterMB }) => afterMB, isLarge ? 1.6 : undefined),
    memory('memory added, garbage collected ÷ bytes', ({ keptMB }) => keptMB),
    figure('memory of a blank page', 'MB', files, (run) => run.memory?.blankMB),
    figure('memory of the start screen', 'MB', files, (run) => run.memory?.startMB),
  ];
}

function pasteFigures(pastes: readonly PasteRun[], megabytes: number, limits: Limits): Figure[] {
  return [
    figure('pasted text → first rows', 'ms', pastes, (run) => run.firstRowsMs, megabytes === 1 ? 100 : undefined),
    figure('pasted text → first rows ÷ bare', '×', pastes, (run) => ratio(run.firstRowsMs, run.bareMs), limits.pasted),
    figure('pasted text → complete ÷ bare', '×', pastes, (run) => ratio(run.completeMs, run.bareMs)),
    ...taskFigures('paste to complete', pastes, (run) => run.longest, 80),
  ];
}

/** What passed, and of that what the thread itself ran. */
function taskFigures<T>(
  what: string,
  runs: readonly T[],
  of: (run: T) => LongestTask | undefined,
  limit = 50,
): readonly Figure[] {
  return [
    figure(`longest task, ${what}`, 'ms', runs, (run) => of(run)?.ms, limit),
    figure('  of its own time', 'ms', runs, (run) => of(run)?.ownMs, limit),
  ];
}

function figure<T>(
  what: string,
  unit: Figure['unit'],
  runs: readonly T[],
  of: (run: T) => number | undefined,
  limit?: number,
): Figure {
  const values = runs.map(of).filter((value) => value !== undefined);
  return { what, unit, values, limit };
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function ratio(value: number, whole: number | undefined): number | undefined {
  return whole === undefined ? undefined : value / whole;
}

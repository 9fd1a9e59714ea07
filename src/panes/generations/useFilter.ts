// Which generations the filter leaves: a text is looked for where the document lies, part by part; a person's pattern runs in a worker that is ended
// when it takes too long, on texts that are handed over part by part. What is found first is shown while the rest is looked through.

import { startTransition, useEffect, useMemo, useState } from 'react';
import { type Pattern, patternProblem, problemSentence } from '../../analysis/pattern.ts';
import { TaskStopped, type Tasks } from '../../analysis/tasks.ts';
import type { FoundPart, FoundRows, TextMatches } from '../../response/matches.ts';
import type { Questions } from '../../response/questions.ts';
import { useQuestions } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { activeDocument, useStore } from '../../state/store.ts';
import { useTasks } from '../../state/task.ts';
import { announce } from '../../ui/announce.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { askAhead, firstPart, requestOf, type SearchedRows, type TextFilter } from './filterAhead.ts';
import { excerptCount, FoundSoFar } from './foundSoFar.ts';

export interface FilterState {
  /** Undefined when nothing is filtered. */
  readonly found: FoundRows | undefined;
  /** What rows show of it, of the first of them. */
  readonly matches: ReadonlyMap<number, TextMatches> | undefined;
  /** The filter that `found` answers: the one before, until the present one has found something or been through. */
  readonly applied: TextFilter;
  /** Why the rows are not what the filter says, as a sentence. */
  readonly problem: string | undefined;
  /** The pattern itself is wrong. */
  readonly isInvalid: boolean;
  /** The part of the generations that was gone through, 0 to 1, once it takes long enough to be worth saying. */
  readonly progress: number | undefined;
}

const noFilter: TextFilter = { filter: '', isCaseMatched: false, isPattern: false };

/** What a pattern may take in all, without the way of the texts. */
const deadlineMs = 2000;
/** Typing goes on: the texts are not sent for each letter. */
const restMs = 120;
/** Code units that are handed over at once. */
const batchLength = 500_000;
const quietMs = 250;

/** What was found of one filter, so far. */
interface Applied {
  readonly found: FoundRows;
  readonly matches: ReadonlyMap<number, TextMatches>;
  readonly applied: TextFilter;
  readonly questions: Questions;
}

interface Search {
  readonly applied: TextFilter;
  readonly problem?: string;
  readonly isDone?: boolean;
  readonly progress?: number;
}

export function useFilter({ filter, isCaseMatched, isPattern }: TextFilter): FilterState {
  const questions = useQuestions();
  const tasks = useTasks();
  const load = useStore((state) => activeDocument(state)?.load);
  const count = useStore((state) => activeDocument(state)?.generationCount) ?? 0;
  const wanted = useMemo(() => ({ filter, isCaseMatched, isPattern }), [filter, isCaseMatched, isPattern]);
  const isOn = filter !== '';
  const invalid = useMemo(
    () => (isOn && isPattern ? patternProblem({ source: filter, isCaseMatched }) : undefined),
    [isOn, filter, isCaseMatched, isPattern],
  );
  const runnable = isOn && invalid === undefined ? wanted : undefined;
  const [found, setFound] = useState<Applied>();
  const [search, setSearch] = useState<Search>();

  // The clock, and the workers that look through the outputs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a document that has loaded further has more to look through
  useEffect(() => {
    if (runnable === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const started = performance.now();
    const so = new FoundSoFar();
    const show = (): void =>
      startTransition(() => setFound({ found: so.rows(), matches: so.matches(), applied: runnable, questions }));
    const onPart: OnPart = (position) => {
      if (signal.aborted) return;
      if (so.isWorthShowing()) show();
      if (performance.now() - started > quietMs)
        setSearch({ applied: runnable, progress: position / Math.max(1, count) });
    };
    const run = (): Promise<void> =>
      runnable.isPattern
        ? findByPattern(questions, tasks, { source: runnable.filter, isCaseMatched }, so, signal, onPart)
        : findText(questions, { load, count }, runnable, so, signal, onPart);
    const begin = (): void => {
      run().then(
        () => {
          if (signal.aborted) return;
          show();
          startTransition(() => setSearch({ applied: runnable, isDone: true }));
          if (runnable.isPattern) announce(`${formatCount(so.count)} of ${plural(count, 'generation')} found`);
        },
        (reason: unknown) => {
          if (signal.aborted) return;
          setSearch({ applied: runnable, isDone: true, problem: problemOf(reason, runnable.isPattern) });
          if (runnable.isPattern) announce(problemOf(reason, true));
        },
      );
    };
    if (!runnable.isPattern) begin();
    const timer = runnable.isPattern ? setTimeout(begin, restMs) : undefined;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [questions, tasks, runnable, load, count]);

  // What another filter found long ago is nothing to keep on screen.
  if (!isOn && found !== undefined) setFound(undefined);

  // What is on screen stays until the next answer, also from text to pattern and back.
  const own = found?.questions === questions ? found : undefined;
  const current = useHeld(isOn ? own : undefined, isOn ? questions : undefined);
  if (!isOn) return { found: undefined, matches: undefined, applied: noFilter, ...noProblem };
  const present = search?.applied === runnable ? search : undefined;
  const why = invalid ? problemSentence(invalid) : present?.problem;
  const shows = current ? 'Showing the rows of the previous filter.' : 'Showing all rows.';
  return {
    found: current?.found,
    matches: current?.matches,
    applied: current?.applied ?? noFilter,
    problem: why && `${why} ${shows}`,
    isInvalid: invalid !== undefined,
    progress: present?.isDone ? undefined : present?.progress,
  };
}

/** To be told what is about to be looked for. */
export function useAskAhead(): (filter: TextFilter) => void {
  const questions = useQuestions();
  return (filter) => {
    const document = activeDocument(useStore.getState());
    askAhead(questions, { load: document?.load, count: document?.generationCount ?? 0 }, filter);
  };
}

const noProblem = { problem: undefined, isInvalid: false, progress: undefined };

type OnPart = (position: number) => void;

/** A text, where the document lies: a part answers within some milliseconds. */
async function findText(
  questions: Questions,
  rows: SearchedRows,
  filter: TextFilter,
  so: FoundSoFar,
  signal: AbortSignal,
  onPart: OnPart,
): Promise<void> {
  const rest = (from: number) => questions.filter(requestOf(filter), from, Math.max(0, excerptCount - so.count));
  for (let from: number | undefined = 0; from !== undefined && !signal.aborted; ) {
    const part: FoundPart = await (from === 0 ? firstPart(questions, rows, filter) : rest(from));
    so.add(part.positions, part.counts, part.first);
    from = part.next;
    if (from !== undefined) onPart(from);
  }
}

/** The generations that the pattern finds. Rejects with TaskStopped when the pattern takes too long. */
async function findByPattern(
  questions: Questions,
  tasks: Tasks,
  pattern: Pattern,
  so: FoundSoFar,
  signal: AbortSignal,
  onPart: OnPart,
): Promise<void> {
  let left = deadlineMs;
  for (let from: number | undefined = 0; from !== undefined && !signal.aborted; ) {
    const { texts, next } = await questions.searchTexts(from, batchLength);
    const start = from;
    const started = performance.now();
    const places = await tasks.run('findPattern', { pattern, subjects: texts }, { signal, deadlineMs: left });
    left = Math.max(1, left - (performance.now() - started));
    so.addFound(places.map((place) => ({ ...place, position: start + place.position })));
    from = next;
    if (from !== undefined) onPart(from);
  }
}

function problemOf(reason: unknown, isPattern: boolean): string {
  if (reason instanceof TaskStopped && reason.why === 'deadline') {
    return `This pattern took longer than ${deadlineMs / 1000} seconds and was stopped.`;
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  return isPattern ? `The pattern could not be run: ${message}.` : message;
}

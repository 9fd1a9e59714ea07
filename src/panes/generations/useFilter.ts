// Which generations the filter leaves: a text is looked for where the document lies; a person's pattern runs in a worker that is ended when
// it takes too long, on texts that are handed over part by part.

import { useEffect, useMemo, useState } from 'react';
import { type Pattern, patternProblem, problemSentence } from '../../analysis/pattern.ts';
import { TaskStopped, type Tasks } from '../../analysis/tasks.ts';
import type { FoundGeneration } from '../../response/matches.ts';
import type { Questions } from '../../response/questions.ts';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { activeDocument, useStore } from '../../state/store.ts';
import { useTasks } from '../../state/task.ts';
import type { View } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { formatCount, plural } from '../../words/numbers.ts';

export interface FilterState {
  /** Undefined when nothing is filtered. */
  readonly found: readonly FoundGeneration[] | undefined;
  /** The filter that `found` answers: the one before, until the present one has been through. */
  readonly applied: TextFilter;
  /** Why the rows are not what the filter says, as a sentence. */
  readonly problem: string | undefined;
  /** The pattern itself is wrong. */
  readonly isInvalid: boolean;
  /** The part of the generations that a pattern has gone through, 0 to 1, once it takes long enough to be worth saying. */
  readonly progress: number | undefined;
}

export type TextFilter = Pick<View, 'filter' | 'isCaseMatched' | 'isPattern'>;

const noFilter: TextFilter = { filter: '', isCaseMatched: false, isPattern: false };

/** What a pattern may take in all, without the way of the texts. */
const deadlineMs = 2000;
/** Typing goes on: the texts are not sent for each letter. */
const restMs = 120;
/** Code units that are handed over at once. */
const batchLength = 500_000;
const quietMs = 250;

interface Applied {
  readonly found: readonly FoundGeneration[];
  readonly applied: TextFilter;
}

export function useFilter({ filter, isCaseMatched, isPattern }: TextFilter): FilterState {
  const isText = filter !== '' && !isPattern;
  const text = useAnswer(isText ? `filter ${isCaseMatched} ${filter}` : undefined, (questions) =>
    questions
      .filter({ text: filter, matchCase: isCaseMatched })
      .then((found): Applied => ({ found, applied: { filter, isCaseMatched, isPattern: false } })),
  );
  const pattern = useMemo(
    () => (filter !== '' && isPattern ? { source: filter, isCaseMatched } : undefined),
    [filter, isPattern, isCaseMatched],
  );
  const byPattern = usePattern(pattern);
  const questions = useQuestions();
  // What is on screen stays until the next answer, also from text to pattern and back.
  const isOn = filter !== '';
  const current = useHeld(isOn ? (isPattern ? byPattern.value : text.value) : undefined, isOn ? questions : undefined);
  const applied = current?.applied ?? noFilter;
  const found = current?.found;
  if (!isOn) return { found: undefined, applied: noFilter, problem: undefined, isInvalid: false, progress: undefined };
  const why = isPattern ? byPattern.problem : text.problem;
  const shows = current ? 'Showing the rows of the previous filter.' : 'Showing all rows.';
  return {
    found,
    applied,
    problem: why && `${why} ${shows}`,
    isInvalid: isPattern && byPattern.isInvalid,
    progress: isPattern ? byPattern.progress : undefined,
  };
}

interface Settled {
  readonly pattern: Pattern;
  readonly problem?: string;
}

interface PatternState extends Pick<FilterState, 'problem' | 'isInvalid' | 'progress'> {
  readonly value: Applied | undefined;
}

function usePattern(pattern: Pattern | undefined): PatternState {
  const questions = useQuestions();
  const tasks = useTasks();
  const load = useStore((state) => activeDocument(state)?.load);
  const count = useStore((state) => activeDocument(state)?.generationCount) ?? 0;
  const invalid = useMemo(() => pattern && patternProblem(pattern), [pattern]);
  const [settled, setSettled] = useState<Settled>();
  const [found, setFound] = useState<{ readonly questions: Questions; readonly of: Applied }>();
  const [progress, setProgress] = useState<{ readonly pattern: Pattern; readonly done: number }>();
  const runnable = invalid === undefined ? pattern : undefined;

  // The clock, and the worker that looks through the outputs.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a document that has loaded further has more to look through
  useEffect(() => {
    if (runnable === undefined) return;
    const controller = new AbortController();
    const started = performance.now();
    const onProgress = (position: number): void => {
      if (performance.now() - started > quietMs)
        setProgress({ pattern: runnable, done: position / Math.max(1, count) });
    };
    const timer = setTimeout(() => {
      search(questions, tasks, runnable, controller.signal, onProgress).then(
        (found) => {
          if (controller.signal.aborted) return;
          const applied = { filter: runnable.source, isCaseMatched: runnable.isCaseMatched, isPattern: true };
          setFound({ questions, of: { found, applied } });
          setSettled({ pattern: runnable });
          announce(`${formatCount(found.length)} of ${plural(count, 'generation')} found`);
        },
        (reason: unknown) => {
          if (controller.signal.aborted) return;
          setSettled({ pattern: runnable, problem: problemOf(reason) });
          announce(problemOf(reason));
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [questions, tasks, runnable, load, count]);

  // What another pattern found long ago is nothing to keep on screen.
  if (pattern === undefined && found !== undefined) setFound(undefined);

  const isSettled = settled !== undefined && settled.pattern === pattern;
  return {
    value: found?.questions === questions ? found.of : undefined,
    problem: invalid ? problemSentence(invalid) : isSettled ? settled.problem : undefined,
    isInvalid: invalid !== undefined,
    progress: !isSettled && progress !== undefined && progress.pattern === pattern ? progress.done : undefined,
  };
}

/** The generations that the pattern finds. Rejects with TaskStopped when the pattern takes too long. */
async function search(
  questions: Questions,
  tasks: Tasks,
  pattern: Pattern,
  signal: AbortSignal,
  onProgress: (position: number) => void,
): Promise<readonly FoundGeneration[]> {
  const found: FoundGeneration[] = [];
  let left = deadlineMs;
  for (let from: number | undefined = 0; from !== undefined && !signal.aborted; ) {
    const { texts, next } = await questions.searchTexts(from, batchLength);
    const start = from;
    const started = performance.now();
    const places = await tasks.run('findPattern', { pattern, subjects: texts }, { signal, deadlineMs: left });
    left = Math.max(1, left - (performance.now() - started));
    for (const place of places) found.push({ ...place, position: start + place.position });
    onProgress(start + texts.length);
    from = next;
  }
  return found;
}

function problemOf(reason: unknown): string {
  if (reason instanceof TaskStopped && reason.why === 'deadline') {
    return `This pattern took longer than ${deadlineMs / 1000} seconds and was stopped.`;
  }
  return `The pattern could not be run: ${reason instanceof Error ? reason.message : String(reason)}.`;
}

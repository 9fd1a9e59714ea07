// Which generations the filter leaves: a text is looked for where the document lies; a person's pattern runs in a worker that is ended when
// it takes too long, on texts that are handed over part by part.

import { useEffect, useMemo, useState } from 'react';
import { type Pattern, patternProblem, problemSentence } from '../../analysis/pattern.ts';
import { TaskStopped, type Tasks } from '../../analysis/tasks.ts';
import type { Questions } from '../../response/questions.ts';
import { useAnswer, useQuestions } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { activeDocument, useStore } from '../../state/store.ts';
import { useTasks } from '../../state/task.ts';
import type { View } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { formatCount, plural } from '../../words/numbers.ts';

export interface FilterState {
  /** Positions in `data`; undefined when nothing is filtered. */
  readonly found: Uint32Array | undefined;
  /** Why the rows are not what the filter says, as a sentence. */
  readonly problem: string | undefined;
  /** The pattern itself is wrong. */
  readonly isInvalid: boolean;
  /** The part of the generations that a pattern has gone through, 0 to 1, once it takes long enough to be worth saying. */
  readonly progress: number | undefined;
}

/** What a pattern may take in all, without the way of the texts. */
const deadlineMs = 2000;
/** Typing goes on: the texts are not sent for each letter. */
const restMs = 120;
/** Code units that are handed over at once. */
const batchLength = 500_000;
const quietMs = 250;

export function useFilter({
  filter,
  isCaseMatched,
  isPattern,
}: Pick<View, 'filter' | 'isCaseMatched' | 'isPattern'>): FilterState {
  const isText = filter !== '' && !isPattern;
  const text = useAnswer(isText ? `filter ${isCaseMatched} ${filter}` : undefined, (questions) =>
    questions.filter({ text: filter, matchCase: isCaseMatched }),
  );
  const pattern = useMemo(
    () => (filter !== '' && isPattern ? { source: filter, isCaseMatched } : undefined),
    [filter, isPattern, isCaseMatched],
  );
  const byPattern = usePattern(pattern);
  const questions = useQuestions();
  // What is on screen stays until the next answer, also from text to pattern and back.
  const isOn = filter !== '';
  const current = useHeld(isOn ? (isPattern ? byPattern.found : text.value) : undefined, isOn ? questions : undefined);
  if (!isOn) return { found: undefined, problem: undefined, isInvalid: false, progress: undefined };
  if (isPattern) return { ...byPattern, found: current };
  return { found: current, problem: text.problem, isInvalid: false, progress: undefined };
}

interface Settled {
  readonly pattern: Pattern;
  readonly problem?: string;
}

function usePattern(pattern: Pattern | undefined): FilterState {
  const questions = useQuestions();
  const tasks = useTasks();
  const load = useStore((state) => activeDocument(state)?.load);
  const count = useStore((state) => activeDocument(state)?.generationCount) ?? 0;
  const invalid = useMemo(() => pattern && patternProblem(pattern), [pattern]);
  const [settled, setSettled] = useState<Settled>();
  const [found, setFound] = useState<{ readonly questions: Questions; readonly positions: Uint32Array }>();
  const [progress, setProgress] = useState<{ readonly pattern: Pattern; readonly done: number }>();
  const runnable = invalid === undefined ? pattern : undefined;

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
        (positions) => {
          if (controller.signal.aborted) return;
          setFound({ questions, positions });
          setSettled({ pattern: runnable });
          announce(`${formatCount(positions.length)} of ${plural(count, 'generation')} found`);
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
    found: found?.questions === questions ? found.positions : undefined,
    problem: invalid
      ? `${problemSentence(invalid)} The rows are those from before it.`
      : isSettled
        ? settled.problem
        : undefined,
    isInvalid: invalid !== undefined,
    progress: !isSettled && progress !== undefined && progress.pattern === pattern ? progress.done : undefined,
  };
}

/** Positions of the generations that the pattern finds. Rejects with TaskStopped when the pattern takes too long. */
async function search(
  questions: Questions,
  tasks: Tasks,
  pattern: Pattern,
  signal: AbortSignal,
  onProgress: (position: number) => void,
): Promise<Uint32Array> {
  const found: number[] = [];
  let left = deadlineMs;
  for (let from: number | undefined = 0; from !== undefined && !signal.aborted; ) {
    const { texts, next } = await questions.searchTexts(from, batchLength);
    const start = from;
    const started = performance.now();
    const places = await tasks.run('findPattern', { pattern, subjects: texts }, { signal, deadlineMs: left });
    left = Math.max(1, left - (performance.now() - started));
    for (const place of places) found.push(start + place);
    onProgress(start + texts.length);
    from = next;
  }
  return Uint32Array.from(found);
}

function problemOf(reason: unknown): string {
  if (reason instanceof TaskStopped && reason.why === 'deadline') {
    return `This pattern took longer than ${deadlineMs / 1000} seconds and was stopped. The rows are those from before it.`;
  }
  return `The pattern could not be run: ${reason instanceof Error ? reason.message : String(reason)}.`;
}

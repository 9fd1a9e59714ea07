// What the person's own patterns find in the outputs: worked out apart from the page, part by part, and ended when it takes too long.

import { startTransition, useEffect, useMemo, useState } from 'react';
import { CapturedSoFar } from '../../analysis/capture.ts';
import type { CapturedColumn } from '../../analysis/order/orderRequest.ts';
import { TaskStopped, type Tasks } from '../../analysis/tasks.ts';
import type { Questions } from '../../response/questions.ts';
import { useQuestions } from '../../state/answer.ts';
import { useTasks } from '../../state/task.ts';
import type { OwnPattern } from '../../state/view.ts';

/** Code units of an output that are looked at. */
export const longestLookedAt = 20_000;
export const patternDeadlineMs = 2000;
/** Outputs that are handed over at once: with short ones this many, with long ones as few as stay below a million code units. */
const batchCount = 500;
const batchLength = 1_000_000;

export interface FoundByPatterns {
  /** By pattern; empty until known. */
  readonly found: readonly CapturedColumn[];
  readonly stopped: TaskStopped | undefined;
  /** So many outputs are longer than what is looked at. */
  readonly cutCount: number;
  again(): void;
}

interface Result {
  readonly of: object;
  readonly found: readonly CapturedColumn[];
  readonly cutCount: number;
  readonly stopped?: TaskStopped;
}

const none: readonly CapturedColumn[] = [];

/** Over `count` generations, as far as they are loaded: `load` is another string when there is more. */
export function usePatterns(count: number, load: string, patterns: readonly OwnPattern[]): FoundByPatterns {
  const questions = useQuestions();
  const tasks = useTasks();
  const [attempt, setAttempt] = useState(0);
  // Whether a pattern narrows the table does not change what it finds.
  const key = JSON.stringify(patterns.map(({ source }) => source));
  const work = useMemo(
    () => ({ sources: JSON.parse(key) as readonly string[], count, load, questions, attempt }),
    [key, count, load, questions, attempt],
  );
  const [result, setResult] = useState<Result>();

  // In step with the workers that hold the outputs and run the patterns.
  useEffect(() => {
    const { sources, count: total } = work;
    if (sources.length === 0 || total === 0) return;
    const controller = new AbortController();
    const settle = (one: Omit<Result, 'of'>): void => {
      if (!controller.signal.aborted) startTransition(() => setResult({ of: work, ...one }));
    };
    captureAll(work.questions, tasks, sources, total, controller.signal).then(settle, (reason: unknown) => {
      const stopped = reason instanceof TaskStopped ? reason : new TaskStopped('failed', String(reason));
      settle({ found: none, cutCount: 0, stopped });
    });
    return () => controller.abort();
  }, [work, tasks]);

  const present = result?.of === work ? result : undefined;
  return {
    found: present?.found ?? none,
    stopped: present?.stopped,
    cutCount: present?.cutCount ?? 0,
    again: () => setAttempt((now) => now + 1),
  };
}

/** Rejects with TaskStopped when the patterns take too long in all, without the way of the texts. */
async function captureAll(
  questions: Questions,
  tasks: Tasks,
  sources: readonly string[],
  count: number,
  signal: AbortSignal,
): Promise<Omit<Result, 'of'>> {
  const so = new CapturedSoFar(count, sources.length);
  let cutCount = 0;
  let left = patternDeadlineMs;
  let size = Math.min(batchCount, batchLength / longestLookedAt);
  for (let from = 0; from < count && !signal.aborted; ) {
    const positions = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at);
    const outputs = await questions.outputs(positions, longestLookedAt);
    const texts = outputs.flatMap((output) => output?.text ?? []);
    const places = positions.filter((_, at) => outputs[at] !== undefined);
    cutCount += outputs.filter((output) => (output?.totalLength ?? 0) > longestLookedAt).length;
    const started = performance.now();
    const found = await tasks.run('capture', { texts, sources }, { signal, deadlineMs: left });
    left = Math.max(1, left - (performance.now() - started));
    so.add(places, found);
    from += positions.length;
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    size = Math.max(1, Math.min(batchCount, Math.floor((batchLength * positions.length) / Math.max(1, length))));
  }
  return { found: so.columns(), cutCount };
}

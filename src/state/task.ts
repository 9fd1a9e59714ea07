// How a pane asks for work that may take long: it keeps the last result on screen until the next is there, a newer question ends an older
// one, and a person can cancel. Results are transitions: however much is drawn for them, the page stays free. Knows no worker.

import { createContext, startTransition, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type TaskInput, type TaskName, type TaskResult, TaskStopped, type Tasks } from '../analysis/tasks.ts';

export const TasksContext = createContext<Tasks | undefined>(undefined);

export function useTasks(): Tasks {
  const tasks = useContext(TasksContext);
  if (!tasks) throw new Error('A pane is on screen without workers');
  return tasks;
}

export interface TaskState<Result> {
  /** The latest result; while newer work goes on, the one before. */
  readonly value: Result | undefined;
  /** True while `value` is not the result of the present input. */
  readonly isStale: boolean;
  /** The part that is done, 0 to 1; absent unless work goes on that has reported. */
  readonly progress: number | undefined;
  /** Why there is no result for the present input. */
  readonly stopped: TaskStopped | undefined;
  cancel(): void;
  /** Starts what was stopped once more. */
  again(): void;
}

interface Settled<Result> {
  readonly input: unknown;
  readonly value?: Result;
  readonly stopped?: TaskStopped;
}

/**
 * Runs work whenever its input is another one; `undefined` asks nothing. The input must be stable between changes. `deadlineMs` ends it
 * when it takes longer.
 */
export function useTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name> | undefined,
  deadlineMs?: number,
): TaskState<TaskResult<Name>> {
  const tasks = useTasks();
  const [settled, setSettled] = useState<Settled<TaskResult<Name>>>();
  const [progress, setProgress] = useState<{ readonly input: unknown; readonly done: number }>();
  const running = useRef<AbortController>(undefined);
  const [attempt, setAttempt] = useState(0);

  const known = useMemo(() => (input === undefined ? undefined : tasks.known(name, input)), [tasks, name, input]);
  if (known !== undefined && settled?.input !== input) setSettled({ input, value: known });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the same work once more
  useEffect(() => {
    if (input === undefined || known !== undefined) return;
    const controller = new AbortController();
    let isCurrent = true;
    running.current = controller;
    tasks
      .run(name, input, {
        signal: controller.signal,
        onProgress: (done) => isCurrent && startTransition(() => setProgress({ input, done })),
        ...(deadlineMs !== undefined && { deadlineMs }),
      })
      .then(
        (value) => isCurrent && startTransition(() => setSettled({ input, value })),
        (reason: unknown) => {
          if (!isCurrent) return;
          const stopped = reason instanceof TaskStopped ? reason : new TaskStopped('failed', String(reason));
          startTransition(() =>
            setSettled((before) => ({ input, stopped, ...(before?.value !== undefined && { value: before.value }) })),
          );
        },
      );
    return () => {
      isCurrent = false;
      controller.abort();
    };
  }, [tasks, name, input, known, deadlineMs, attempt]);

  const isSettled = input !== undefined && settled?.input === input;
  return {
    value: input === undefined ? undefined : settled?.value,
    isStale: input !== undefined && (!isSettled || settled.stopped !== undefined),
    progress: isSettled || progress?.input !== input ? undefined : progress?.done,
    stopped: isSettled ? settled.stopped : undefined,
    cancel: () => running.current?.abort(),
    again: () => {
      setSettled((before) => (before?.value === undefined ? undefined : { input: undefined, value: before.value }));
      setAttempt((now) => now + 1);
    },
  };
}

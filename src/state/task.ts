// How a pane asks for work that may take long: it keeps the last result on screen until the next is there, a newer question ends an older
// one, and a person can cancel. Knows no worker.

import { createContext, startTransition, useContext, useMemo, useState } from 'react';
import { type TaskInput, type TaskName, type TaskResult, TaskStopped, type Tasks } from '../analysis/tasks.ts';
import { useAsked } from './asked.ts';

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
  const [progress, setProgress] = useState<{ readonly input: unknown; readonly done: number }>();
  const known = useMemo(() => (input === undefined ? undefined : tasks.known(name, input)), [tasks, name, input]);
  const { value, isOpen, problem, cancel, again } = useAsked<TaskResult<Name>>(input, known, (signal) =>
    input === undefined
      ? Promise.reject(new Error('Nothing is asked'))
      : tasks.run(name, input, {
          signal,
          onProgress: (done) => signal.aborted || startTransition(() => setProgress({ input, done })),
          ...(deadlineMs !== undefined && { deadlineMs }),
        }),
  );
  const stopped =
    problem === undefined || problem instanceof TaskStopped ? problem : new TaskStopped('failed', String(problem));
  return {
    value,
    isStale: input !== undefined && (isOpen || stopped !== undefined),
    progress: isOpen && input !== undefined && progress?.input === input ? progress?.done : undefined,
    stopped,
    cancel,
    again,
  };
}

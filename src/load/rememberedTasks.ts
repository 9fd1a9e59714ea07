// Work on texts whose last results are remembered, so that what was worked out ahead of need, or before the person looked elsewhere, is there
// at once. Knows no worker; around any `TaskRunner`.

import {
  type TaskHooks,
  type TaskInput,
  type TaskName,
  type TaskResult,
  type TaskRunner,
  TaskStopped,
  type Tasks,
} from '../analysis/tasks.ts';

interface Work {
  readonly name: TaskName;
  readonly input: unknown;
}

interface Finished extends Work {
  readonly result: unknown;
  readonly size: number;
}

/** Work that nobody can cancel: who asks for the same joins it. */
interface Shared extends Work {
  readonly promise: Promise<unknown>;
  readonly listeners: Set<(done: number) => void>;
}

/** What a comparison asks for again and again with the same texts. Other work is never asked twice, or its input is not worth keeping. */
const isRemembered: Readonly<Partial<Record<TaskName, true>>> = {
  align: true,
  nearness: true,
  groups: true,
  similarity: true,
  fields: true,
  suggestedRule: true,
  branches: true,
};

/** UTF-16 code units of the inputs that are kept, together; what is larger alone is not kept. */
const longestTogether = 4_000_000;
const mostFinished = 16;

export function rememberedTasks(runner: TaskRunner): Tasks {
  /** The latest first. */
  let finished: readonly Finished[] = [];
  const shared = new Set<Shared>();

  function remember(work: Work, result: unknown): void {
    const size = sizeOf(work.input);
    if (size > longestTogether) return;
    const others = finished.filter((one) => !isSameWork(one, work));
    const kept: Finished[] = [];
    let sum = 0;
    for (const one of [{ ...work, result, size }, ...others]) {
      sum += one.size;
      if (sum > longestTogether || kept.length === mostFinished) break;
      kept.push(one);
    }
    finished = kept;
  }

  function known<Name extends TaskName>(name: Name, input: TaskInput<Name>): TaskResult<Name> | undefined {
    const work = { name, input };
    // Sound: a result is kept with the name that it answers.
    return finished.find((one) => isSameWork(one, work))?.result as TaskResult<Name> | undefined;
  }

  function run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    hooks: TaskHooks = {},
  ): Promise<TaskResult<Name>> {
    if (!isRemembered[name]) return runner.run(name, input, hooks);
    const work = { name, input };
    const joined = [...shared].find((one) => isSameWork(one, work));
    if (joined) return join(joined, hooks) as Promise<TaskResult<Name>>;
    const listeners = new Set<(done: number) => void>(hooks.onProgress ? [hooks.onProgress] : []);
    const onProgress = (done: number): void => {
      for (const listener of listeners) listener(done);
    };
    const promise = runner.run(name, input, { ...hooks, onProgress }).then((result) => {
      remember(work, result);
      return result;
    });
    if (!hooks.signal) {
      const own = { ...work, promise, listeners };
      shared.add(own);
      const end = () => shared.delete(own);
      promise.then(end, end);
    }
    return promise;
  }

  return { run, known };
}

/** The result of work under way; to cancel means not to wait for it any longer. */
function join({ promise, listeners }: Shared, { onProgress, signal }: TaskHooks): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      if (onProgress) listeners.delete(onProgress);
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = () => {
      leave();
      reject(new TaskStopped('cancelled', 'Cancelled'));
    };
    if (signal?.aborted) {
      cancel();
      return;
    }
    if (onProgress) listeners.add(onProgress);
    signal?.addEventListener('abort', cancel);
    promise.finally(leave).then(resolve, reject);
  });
}

function isSameWork(one: Work, other: Work): boolean {
  return one.name === other.name && isEqual(one.input, other.input);
}

/** Equality of what is plain data: strings, numbers, lists, records. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  if (entries.length !== Object.keys(other).length) return false;
  return entries.every(([key, value]) => isEqual(value, (other as Readonly<Record<string, unknown>>)[key]));
}

/** UTF-16 code units of all strings in it. */
function sizeOf(input: unknown): number {
  if (typeof input === 'string') return input.length;
  if (typeof input !== 'object' || input === null) return 0;
  return Object.values(input).reduce<number>((sum, value) => sum + sizeOf(value), 0);
}

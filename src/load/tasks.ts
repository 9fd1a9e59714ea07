// The page's side of the disposable workers: one per piece of work, ended when the work is cancelled or late, kept for the next when it is done.
// Work whose worker ended without being asked to is begun once more.

import {
  type TaskHooks,
  type TaskInput,
  type TaskName,
  type TaskResult,
  type TaskRunner,
  TaskStopped,
} from '../analysis/tasks.ts';
import { partMissing } from './partMissing.ts';
import type { FromTaskWorker, ToTaskWorker } from './taskProtocol.ts';
import {
  type BareWorker,
  type WatchedWorker,
  type WatchOptions,
  type WorkerEnd,
  watchWorker,
} from './watchedWorker.ts';
import { startTaskWorker } from './workerUrl.ts';

export interface WorkerTasks extends TaskRunner {
  /** Starts workers ahead of need, so that the first work does not wait for their script. */
  warmUp(): void;
}

type TaskWorker = WatchedWorker<ToTaskWorker, FromTaskWorker>;

/** Workers that wait for work: as many as a comparison begins with. */
const mostIdle = 2;

/** `start` makes a worker. */
export function workerTasks(start: () => BareWorker = startTaskWorker, options?: WatchOptions): WorkerTasks {
  let idle: readonly TaskWorker[] = [];
  let nextId = 0;

  const startWatched = (): TaskWorker => watchWorker(start(), { ...options, mayBeSilent: true });

  function keep(worker: TaskWorker): void {
    if (idle.length >= mostIdle) {
      worker.terminate();
      return;
    }
    worker.onMessage = undefined;
    worker.onEnd = () => {
      idle = idle.filter((one) => one !== worker);
    };
    idle = [...idle, worker];
  }

  function take(): TaskWorker {
    const worker = idle.at(-1);
    idle = idle.slice(0, -1);
    return worker ?? startWatched();
  }

  function run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    { onProgress, signal, deadlineMs }: TaskHooks = {},
  ): Promise<TaskResult<Name>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new TaskStopped('cancelled', 'Cancelled'));
        return;
      }
      let worker = take();
      let isSecondTry = false;
      let late: ReturnType<typeof setTimeout> | undefined;
      const cancel = () => stop('cancelled', 'Cancelled');
      const leave = () => {
        clearTimeout(late);
        worker.setAwaited(false);
        signal?.removeEventListener('abort', cancel);
      };
      const stop = (why: TaskStopped['why'], message: string) => {
        leave();
        worker.terminate();
        reject(new TaskStopped(why, message));
      };
      const begin = () => {
        const id = nextId++;
        worker.onMessage = (message) => {
          if (message.id !== id) return;
          switch (message.type) {
            case 'begun':
              // The way of a script over a slow network is no part of the work.
              if (deadlineMs !== undefined) late = setTimeout(() => stop('deadline', 'Took too long'), deadlineMs);
              return;
            case 'progress':
              onProgress?.(message.done);
              return;
            case 'result':
              leave();
              keep(worker);
              // Sound: the worker answers each name with what its entry says.
              resolve(message.result as TaskResult<Name>);
              return;
            case 'failed':
              // A part of its code that did not arrive once does not arrive in the same worker later.
              stop('failed', message.reason);
              return;
          }
        };
        worker.onEnd = (end) => {
          clearTimeout(late);
          if (isSecondTry || end.why === 'threw') {
            stop('failed', reasonOf(end));
            return;
          }
          isSecondTry = true;
          worker = take();
          begin();
        };
        worker.setAwaited(true);
        worker.post({ id, name, input });
      };
      signal?.addEventListener('abort', cancel);
      begin();
    });
  }

  return {
    run,
    warmUp() {
      while (idle.length < mostIdle) keep(startWatched());
    },
  };
}

function reasonOf({ why, message }: WorkerEnd): string {
  if (why === 'missing') return partMissing;
  return message === '' ? 'The worker stopped' : message;
}

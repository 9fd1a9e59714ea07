// The page's side of the disposable workers: one per piece of work, ended when the work is cancelled or late, kept for the next when it is done.

import {
  type TaskHooks,
  type TaskInput,
  type TaskName,
  type TaskResult,
  type TaskRunner,
  TaskStopped,
} from '../analysis/tasks.ts';
import type { FromTaskWorker, ToTaskWorker } from './taskProtocol.ts';
import { startTaskWorker } from './workerUrl.ts';

/** The part of a Worker that is used. */
export type TaskWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface WorkerTasks extends TaskRunner {
  /** Starts workers ahead of need, so that the first work does not wait for their script. */
  warmUp(): void;
}

/** Workers that wait for work: as many as a comparison begins with. */
const mostIdle = 2;

/** `start` makes a worker. */
export function workerTasks(start: () => TaskWorker = startTaskWorker): WorkerTasks {
  const idle: TaskWorker[] = [];
  let nextId = 0;

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
      const worker = idle.pop() ?? start();
      const id = nextId++;
      let late: ReturnType<typeof setTimeout> | undefined;
      const cancel = () => stop('cancelled', 'Cancelled');
      const leave = () => {
        clearTimeout(late);
        signal?.removeEventListener('abort', cancel);
        worker.onmessage = null;
        worker.onerror = null;
      };
      const stop = (why: TaskStopped['why'], message: string) => {
        leave();
        worker.terminate();
        reject(new TaskStopped(why, message));
      };
      const release = () => {
        leave();
        if (idle.length < mostIdle) idle.push(worker);
        else worker.terminate();
      };
      signal?.addEventListener('abort', cancel);
      worker.onmessage = ({ data }: MessageEvent<FromTaskWorker>) => {
        if (data.id !== id) return;
        switch (data.type) {
          case 'begun':
            // The way of a script over a slow network is no part of the work.
            if (deadlineMs !== undefined) late = setTimeout(() => stop('deadline', 'Took too long'), deadlineMs);
            return;
          case 'progress':
            onProgress?.(data.done);
            return;
          case 'result':
            release();
            // Sound: the worker answers each name with what its entry says.
            resolve(data.result as TaskResult<Name>);
            return;
          case 'failed':
            release();
            reject(new TaskStopped('failed', data.reason));
            return;
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        stop('failed', event.message || 'The worker stopped');
      };
      worker.postMessage({ id, name, input } satisfies ToTaskWorker);
    });
  }

  return {
    run,
    warmUp() {
      while (idle.length < mostIdle) idle.push(start());
    },
  };
}

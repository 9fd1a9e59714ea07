// What the page and the disposable worker say to each other.

import type { TaskName } from '../analysis/tasks.ts';

export interface ToTaskWorker {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

/** `begun` comes before anything else about a piece of work: its script is there and nothing else is being done. */
export type FromTaskWorker =
  | { readonly type: 'begun'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };

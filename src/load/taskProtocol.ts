// What the page and the disposable worker say to each other.

import type { TaskName } from '../analysis/tasks.ts';

export interface ToTaskWorker {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

export type FromTaskWorker =
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string };

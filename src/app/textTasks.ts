// The disposable workers of this page: one pool for all panes and documents.

import { workerTasks } from '../load/tasks.ts';

export const textTasks = workerTasks();

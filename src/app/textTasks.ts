// Long work on texts, for all panes and documents of this page: one pool of disposable workers, and what it found last.

import { rememberedTasks } from '../load/rememberedTasks.ts';
import { workerTasks } from '../load/tasks.ts';

const workers = workerTasks();

export const textTasks = rememberedTasks(workers);

/** Starts workers ahead of need. */
export function warmUpTasks(): void {
  workers.warmUp();
}

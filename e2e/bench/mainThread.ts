// Reads how long the page's main thread was busy from a Chromium trace. Knows the trace format
// (https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU), nothing of the page.

import type { Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur` what the thread itself ran, where the system says it. */
  readonly tdur?: number;
}

/** What must be recorded for `longestTaskMs`. */
export const traceCategories = ['blink.user_timing', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** `ms` passed; `ownMs` is the most that any of the tasks ran itself, which a machine that does other things does not change. */
export interface LongestTask {
  readonly ms: number;
  readonly ownMs: number;
}

/** As `longestTask`, what passed. */
export function longestTaskMs(trace: Buffer, measureName: string): number {
  return longestTask(trace, measureName).ms;
}

/**
 * The longest task in milliseconds, of the thread that wrote the User Timing measure of that name and of the time that the measure spans; a task
 * that only partly lies in it counts whole. Throws when the trace has no such measure or no task.
 */
export function longestTask(trace: Buffer, measureName: string): LongestTask {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
  const ofMeasure = traceEvents.filter(
    (event) => event.cat.includes('blink.user_timing') && event.name === measureName,
  );
  const begin = ofMeasure.find((event) => event.ph === 'b');
  const end = ofMeasure.find((event) => event.ph === 'e');
  if (begin === undefined || end === undefined) throw new Error(`The trace has no measure ${measureName}.`);
  const tasks = traceEvents.filter(
    (event) =>
      event.ph === 'X' &&
      event.name.endsWith('RunTask') &&
      event.pid === begin.pid &&
      event.tid === begin.tid &&
      event.ts < end.ts &&
      event.ts + (event.dur ?? 0) > begin.ts,
  );
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread.');
  return {
    ms: Math.max(...tasks.map((task) => task.dur ?? 0)) / 1000,
    ownMs: Math.max(...tasks.map((task) => task.tdur ?? task.dur ?? 0)) / 1000,
  };
}

/** Notes every long task of a page (50 ms and more, Long Tasks API). From now on. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(window, { longTasks: durations });
  });
}

/** The longest task that was noted since this was asked last, in milliseconds; 0 for none of 50 ms or more. */
export async function longestNotedMs(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    // The observer is told between tasks.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { longTasks } = window as unknown as { readonly longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

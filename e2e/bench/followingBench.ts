// npm run bench -- following: what the page does while 1,000 lines are added to a log that it follows, ten at a time as a run writes them, and how long after
// the last one all of them are there. `--runs N` other than five runs.
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { completionResponse } from '../fixtures/build.ts';
import { startSite } from '../site.ts';
import { printFigures } from './figures.ts';
import { type LongestTask, longestTask, traceCategories } from './mainThread.ts';
import { openPage } from './openedPage.ts';
import { optionOf } from './options.ts';

const appended = 1000;
const linesAtOnce = 10;
/** Between two writings: all of them in five seconds. */
const restMs = 50;
const patienceMs = 120_000;
const taskLimitMs = 50;

export async function measureFollowing(args: readonly string[], browser: Browser, title: string): Promise<void> {
  const runs = Number(optionOf(args, 'runs') ?? 5);
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  try {
    for (const before of [1000, 20_000]) {
      const found: Measured[] = [];
      for (let run = 0; run < runs; run += 1) found.push(await measureOne(browser, join(folder, 'log.jsonl'), before));
      const longest = found.map(({ task }) => task);
      printFigures(`${title}: ${appended} lines added to a followed log of ${before}`, [
        { what: 'longest task of the page', unit: 'ms', values: longest.map(({ ms }) => ms), limit: taskLimitMs },
        { what: '  of its own time', unit: 'ms', values: longest.map(({ ownMs }) => ownMs), limit: taskLimitMs },
        { what: 'all there after the last line', unit: 'ms', values: found.map(({ lateMs }) => lateMs) },
      ]);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Measured {
  readonly task: LongestTask;
  readonly lateMs: number;
}

async function measureOne(browser: Browser, path: string, before: number): Promise<Measured> {
  await writeFile(path, linesFrom(0, before));
  const site = await startSite(['--port=0', '--watch', path]);
  try {
    const page = await openPage(browser, site.origin);
    await page.goto(site.address);
    // Asked for seldom and cheaply: what asks runs on the page as well.
    const holds = (count: number) =>
      page.waitForFunction(
        (words) => {
          const status = document.querySelector('[role="status"]')?.textContent ?? '';
          return status.includes(words) && status.includes(' issue');
        },
        `: ${count.toLocaleString('en')} generations, `,
        { timeout: patienceMs, polling: 250 },
      );
    await holds(before);
    await page.getByRole('button', { name: 'Following the file: stop', exact: true }).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 1000))));
    await browser.startTracing(page, { categories: traceCategories });
    await page.evaluate(() => performance.mark('bench.following'));
    for (let at = 0; at < appended; at += linesAtOnce) {
      await appendFile(path, linesFrom(before + at, linesAtOnce));
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    const last = performance.now();
    await holds(before + appended);
    const lateMs = performance.now() - last;
    await page.evaluate(async () => {
      await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500)));
      performance.measure('bench.following', 'bench.following');
    });
    const task = longestTask(await browser.stopTracing(), 'bench.following');
    await page.context().close();
    return { task, lateMs };
  } finally {
    await site.close();
  }
}

/** Of one sample each, as a run writes them. */
function linesFrom(first: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const text = `Answer ${first + at}: the lamp follows daylight over your desk and keeps an even rhythm.`;
    return `${JSON.stringify(completionResponse({ samples: [text] }))}\n`;
  }).join('');
}

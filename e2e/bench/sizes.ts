// npm run bench -- --sizes 1,10,100,500,1000: files and pasted texts of so many megabytes in the built page, with and without log probabilities,
// beside bare JSON.parse of the same text in the same tab. `--kinds with`, `--runs 1`, `--ways file` narrow it. Each run has a browser of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { browserFlags } from '../browser.js';
import { printFigures } from './figures.ts';
import { type FileRun, figuresOfSize, type PasteRun } from './figuresOfSize.ts';
import { longestTask, traceCategories } from './mainThread.ts';
import { measured, openPage } from './openedPage.ts';
import { optionOf } from './options.ts';
import { rendererOf } from './rendererMemory.ts';
import { writeResponse } from './responseText.ts';
import { filterTable, scrollTable, searchAll, selectLast, sortTable, tableMeasures } from './tableWork.ts';

/** Runs of one size and kind, and the time in minutes after which no further one begins. */
const mostRuns = 5;
const enoughMinutes = 4;
const patienceMs = 900_000;
/** Larger texts are not pasted: the clipboard is no place for them. */
const largestPasteMB = 100;

export async function measureSizes(args: readonly string[], program: string, origin: string): Promise<void> {
  const sizes = (optionOf(args, 'sizes') ?? '1,10,100').split(',').map(Number);
  const kinds = optionOf(args, 'kinds')?.split(',') ?? ['without', 'with'];
  const ways = optionOf(args, 'ways')?.split(',') ?? ['file', 'paste'];
  const runs = Number(optionOf(args, 'runs') ?? mostRuns);
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  const launch = () =>
    chromium.launch({ executablePath: program, args: [...browserFlags, '--js-flags=--expose-gc'], timeout: 120_000 });
  try {
    for (const megabytes of sizes) {
      for (const kind of ['without', 'with'] as const) {
        if (!kinds.includes(kind)) continue;
        const path = join(folder, `${megabytes}-${kind}.json`);
        const generations = writeResponse(path, { bytes: megabytes * 1e6, seed: 3000 + Math.round(megabytes), kind });
        const files = ways.includes('file') ? await repeated(runs, () => fileRun(launch, origin, path)) : none;
        const canPaste = ways.includes('paste') && megabytes <= largestPasteMB;
        const pastes = canPaste ? await repeated(runs, () => pasteRun(launch, origin, path)) : none;
        await rm(path);
        const title = `${megabytes} MB, ${kind} log probabilities, ${generations.toLocaleString('en')} generations`;
        printFigures(title, figuresOfSize({ megabytes, kind, files: files.done, pastes: pastes.done }));
        for (const failure of [...files.failures, ...pastes.failures]) console.log(`A run failed: ${failure}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Runs<T> {
  readonly done: readonly T[];
  readonly failures: readonly string[];
}

const none = { done: [], failures: [] };

async function repeated<T>(most: number, run: () => Promise<T>): Promise<Runs<T>> {
  const started = performance.now();
  const done: T[] = [];
  const failures: string[] = [];
  while (done.length + failures.length < most) {
    try {
      done.push(await run());
    } catch (reason) {
      failures.push(reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason));
    }
    if (performance.now() - started > enoughMinutes * 60_000) break;
  }
  return { done, failures };
}

async function withBrowser<T>(launch: () => Promise<Browser>, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launch();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

function fileRun(launch: () => Promise<Browser>, origin: string, path: string): Promise<FileRun> {
  return withBrowser(launch, async (browser) => {
    const blank = await browser.newPage();
    const blankMB = (await rendererOf(browser))?.memory().nowMB;
    await blank.close();
    const page = await openPage(browser, origin);
    await quiet(page);
    const renderer = await rendererOf(browser);
    const startMB = renderer?.memory().nowMB;
    renderer?.forgetPeak();
    await browser.startTracing(page, { categories: traceCategories });
    await page.getByLabel('Open response files', { exact: true }).setInputFiles(path);
    const load = await loadTimes(page);
    const longest = longestTask(await browser.stopTracing(), 'inspector.complete');
    await quiet(page);
    const after = renderer?.memory();
    await collect(page);
    const keptMB = renderer?.memory().nowMB;
    await browser.startTracing(page, { categories: traceCategories });
    await scrollTable(page);
    const selectMs = await selectLast(page);
    const sortMs = await sortTable(page);
    const filter = await filterTable(page);
    const searchMs = await searchAll(page);
    const trace = await browser.stopTracing();
    const tasks = Object.fromEntries(tableMeasures.map((name) => [name, longestTask(trace, name)]));
    return {
      ...load,
      ...(await bareTimes(page, path)),
      longest,
      selectMs,
      searchMs,
      sortMs,
      ...filter,
      tasks,
      ...(after && startMB !== undefined && blankMB !== undefined && keptMB !== undefined
        ? { memory: { blankMB, startMB, peakMB: after.peakMB, afterMB: after.nowMB, keptMB } }
        : {}),
    };
  });
}

function pasteRun(launch: () => Promise<Browser>, origin: string, path: string): Promise<PasteRun> {
  return withBrowser(launch, async (browser) => {
    const page = await openPage(browser, origin);
    await chooseForBench(page, path);
    await page.evaluate(async () => {
      const [file] = (document.querySelector('#bench') as HTMLInputElement).files ?? [];
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', (await file?.text()) ?? '');
      (globalThis as { pasted?: DataTransfer }).pasted = clipboardData;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await collect(page);
    await quiet(page);
    await browser.startTracing(page, { categories: traceCategories });
    // The text is in the tab already: what the browser itself needs to fetch it from the clipboard is none of ours.
    await page.evaluate(() => {
      const { pasted } = globalThis as { pasted?: DataTransfer };
      const event = new ClipboardEvent('paste', { clipboardData: pasted ?? null, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    });
    const load = await loadTimes(page);
    const longest = longestTask(await browser.stopTracing(), 'inspector.complete');
    return { ...load, ...(await bareTimes(page, path)), longest };
  });
}

async function loadTimes(page: Page) {
  const firstRowsMs = await measured(page, 'inspector.first-rows', 1, patienceMs);
  const checkedMs = await measured(page, 'inspector.checked', 1, patienceMs);
  return { firstRowsMs, checkedMs, completeMs: await measured(page, 'inspector.complete', 1, patienceMs) };
}

/** What waits for a quiet moment is done behind this. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 2500))));
}

async function collect(page: Page): Promise<void> {
  const collectAll = () => (globalThis as { gc?: () => void }).gc?.();
  await page.evaluate(collectAll);
  await Promise.all(page.workers().map((worker) => worker.evaluate(collectAll).catch(() => undefined)));
}

/** Puts a file into an input of the bench's own, from which the page knows nothing. */
async function chooseForBench(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', id: 'bench', hidden: true });
    document.body.append(input);
  });
  await page.locator('#bench').setInputFiles(path);
}

/** Reading the file as text and JSON.parse of it, in this tab; `bareMs` is absent where there can be no such string. */
export async function bareTimes(page: Page, path: string): Promise<Pick<FileRun, 'readMs' | 'bareMs' | 'bareNote'>> {
  if ((await page.locator('#bench').count()) === 0) await chooseForBench(page, path);
  const times = page.evaluate(async () => {
    const [file] = (document.querySelector('#bench') as HTMLInputElement).files ?? [];
    const start = performance.now();
    try {
      const text = (await file?.text()) ?? '';
      const read = performance.now();
      JSON.parse(text);
      return { readMs: read - start, bareMs: performance.now() - read };
    } catch (reason) {
      return { bareNote: `not possible in one string: ${String(reason)}` };
    }
  });
  const crash = new Promise<{ bareNote: string }>((resolve) =>
    page.on('crash', () => resolve({ bareNote: 'not possible: the tab ran out of memory' })),
  );
  return await Promise.race([times, crash]);
}

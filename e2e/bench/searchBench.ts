// How long the search over a whole document takes on the built page, beside bare JSON.parse of the same text in the same tab: a rare text that is
// escaped in the document, one that stands everywhere, and a pattern; and the longest task of the page on the way to a hit.
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { type Figure, median, printFigures } from './figures.ts';
import { type LongestTask, longestTask, traceCategories } from './mainThread.ts';
import { measured, openPage } from './openedPage.ts';
import { writeResponse } from './responseText.ts';
import { bareTimes } from './sizes.ts';

const runs = 5;
const sizes = [10, 100];
const patienceMs = 300_000;

interface Search {
  readonly what: string;
  readonly text: string;
  readonly isPattern?: boolean;
  /** Milliseconds for 100 MB. */
  readonly limit?: number;
}

const searches: readonly Search[] = [
  { what: 'a rare text, escaped in the document', text: 'zèbre crossing', limit: 500 },
  { what: 'a text that is not there', text: 'no such words at all' },
  { what: 'a text that stands everywhere, all counted', text: 'the' },
  { what: 'a rare pattern', text: 'z.bre \\w+ing', isPattern: true },
];

export async function measureSearch(browser: Browser, origin: string, title: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  try {
    for (const megabytes of sizes) {
      const path = join(folder, `${megabytes}.json`);
      writeResponse(path, { bytes: megabytes * 1e6, seed: 4000 + megabytes });
      hideAtEnd(path, ', "hidden": "z\\u00e8bre crossing"}');
      printFigures(`${title}: ${megabytes} MB searched`, await figuresOf(browser, origin, path, megabytes));
      await rm(path);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function figuresOf(browser: Browser, origin: string, path: string, megabytes: number) {
  const page = await openPage(browser, origin);
  await page.getByLabel('Open response files', { exact: true }).setInputFiles(path);
  await measured(page, 'inspector.complete', 1, patienceMs);
  await page.keyboard.press('ControlOrMeta+f');
  const done: {
    readonly search: Search;
    readonly times: readonly number[];
    readonly longest: readonly LongestTask[];
  }[] = [];
  let count = 0;
  for (const search of searches) {
    const { text, isPattern = false } = search;
    await pressed(page, isPattern);
    const times: number[] = [];
    const longest: LongestTask[] = [];
    // The first one warms up.
    for (let run = 0; run <= runs; run += 1) {
      await page.getByRole('searchbox', { name: 'Search the document' }).fill('');
      await browser.startTracing(page, { categories: traceCategories });
      await page.evaluate(() => performance.mark('bench.search'));
      await page.getByRole('searchbox', { name: 'Search the document' }).fill(text);
      count += 1;
      const time = await measured(page, 'inspector.search', count, patienceMs);
      await shown(page);
      const trace = await browser.stopTracing();
      if (run === 0) continue;
      times.push(time);
      longest.push(longestTask(trace, 'bench.search'));
    }
    done.push({ search, times, longest });
  }
  // What it leaves behind is no part of what is measured before.
  const bare: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const { bareMs } = await bareTimes(page, path);
    if (bareMs !== undefined) bare.push(bareMs);
  }
  await page.context().close();
  return [
    { what: 'bare JSON.parse in the same tab', unit: 'ms', values: bare } as const,
    ...done.flatMap(({ search: { what, limit }, times, longest }): Figure[] => [
      { what, unit: 'ms', values: times, ...(megabytes === 100 && limit !== undefined && { limit }) },
      { what: '  of bare', unit: '×', values: times.map((time) => time / median(bare)) },
      { what: '  longest task of the page', unit: 'ms', values: longest.map(({ ms }) => ms), limit: 50 },
      { what: '  of its own time', unit: 'ms', values: longest.map(({ ownMs }) => ownMs), limit: 50 },
    ]),
  ];
}

async function pressed(page: Page, isPattern: boolean): Promise<void> {
  const toggle = page.getByRole('search').getByRole('button', { name: 'Regular expression' });
  if ((await toggle.getAttribute('aria-pressed')) !== String(isPattern)) await toggle.click();
}

/** The hit is drawn everywhere, and nothing follows for a while. */
async function shown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500)));
    performance.measure('bench.search', 'bench.search');
    performance.clearMarks('bench.search');
  });
}

/** Puts a member in the place of the bracket that ends the text. */
function hideAtEnd(path: string, member: string): void {
  const file = openSync(path, 'r+');
  const { size } = fstatSync(file);
  const tail = Buffer.alloc(64);
  readSync(file, tail, 0, 64, size - 64);
  const end = size - 64 + tail.lastIndexOf('}');
  ftruncateSync(file, end);
  writeSync(file, member, end);
  closeSync(file);
}

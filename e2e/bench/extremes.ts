// npm run bench -- extremes: documents at the edge of what a response can be, each opened, looked at and walked to its end: the longest task of the
// page and how long it takes to settle. `--only WORDS` takes those whose name holds the words, `--runs N` other than five runs.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type Extreme, extremes } from './extremeDocuments.ts';
import { type Figure, printFigures } from './figures.ts';
import { longestNotedMs, watchLongTasks } from './mainThread.ts';
import { optionOf } from './options.ts';
import { filterTable, sortTable } from './tableWork.ts';
import { walkTree } from './treeWalk.ts';

const taskLimitMs = 100;
/** Of a step in the tree, to the frame that shows where it leads. */
const stepLimitMs = 100;
const settleLimit = { parses: 10, ms: 2000 };
/** Beyond this a document counts as one that never settles. */
const patienceMs = 60_000;

/** `openPage` gives the built page, which has shown nothing yet. */
export async function measureExtremes(args: readonly string[], openPage: () => Promise<Page>): Promise<void> {
  const only = optionOf(args, 'only');
  const runs = Number(optionOf(args, 'runs') ?? 5);
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  try {
    for (const extreme of extremes.filter(({ name }) => only === undefined || name.includes(only))) {
      const text = extreme.text();
      const paths = await written(folder, text, extreme.asFiles);
      const bareMs = bareParseMs(text);
      const found: Measured[] = [];
      for (let run = 0; run < runs; run += 1) {
        const page = await openPage();
        found.push(await measureOne(page, extreme, paths));
        await page.context().close();
      }
      printFigures(extreme.name, figuresOf(found, bareMs));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function written(folder: string, text: string, asFiles = false): Promise<readonly string[]> {
  const texts = asFiles ? (JSON.parse(text) as readonly unknown[]).map((item) => JSON.stringify(item)) : [text];
  return await Promise.all(
    texts.map(async (one, at) => {
      const path = join(folder, texts.length === 1 ? 'response.json' : `response ${at}.json`);
      await writeFile(path, one);
      return path;
    }),
  );
}

interface Measured {
  readonly loadTaskMs?: number;
  readonly lookTaskMs?: number;
  readonly settleMs?: number;
  readonly heapMb?: number;
  readonly expandMs?: number;
  readonly jumpMs?: number;
  readonly sortMs?: number;
  readonly filterFirstMs?: number;
  readonly filterAllMs?: number;
}

/** Opens the file, presses what shows the extreme, goes to the end of its list. What does not come is left out. */
async function measureOne(
  page: Page,
  { presses, list, inTree, isOrdered }: Extreme,
  paths: readonly string[],
): Promise<Measured> {
  await watchLongTasks(page);
  await longestNotedMs(page);
  const begin = performance.now();
  let found: Measured = {};
  try {
    await page.getByLabel('Open response files', { exact: true }).setInputFiles(paths);
    await page.locator('main[data-load="complete"]').waitFor({ timeout: patienceMs });
    await settled(page);
    found = { settleMs: performance.now() - begin, loadTaskMs: await longestNotedMs(page) };
    if (isOrdered) found = { ...found, ...(await orderedTable(page)) };
    for (const name of presses) await press(page, name);
    if (list !== undefined) await goToEnd(page, list);
    if (inTree !== undefined) found = { ...found, ...(await walkTree(page, inTree)) };
    await settled(page);
    found = { ...found, lookTaskMs: await longestNotedMs(page), heapMb: await heapMb(page) };
  } catch (problem) {
    console.error(`  ${problem instanceof Error ? problem.message.split('\n')[0] : problem}`);
  }
  return found;
}

async function orderedTable(page: Page): Promise<Measured> {
  const sortMs = await sortTable(page);
  const filter = await filterTable(page);
  await page.getByRole('searchbox', { name: 'Filter generations', exact: true }).fill('');
  await settled(page);
  return { sortMs, ...filter };
}

async function press(page: Page, name: string): Promise<void> {
  const labelled = page.locator(`[aria-label="${name}"]:is(button, input)`);
  const target = labelled.or(page.getByRole('tab', { name, exact: true })).or(page.getByRole('button', { name }));
  await target.first().click({ timeout: patienceMs });
  await settled(page);
}

/** Scrolls the area that the list lies in to its end, as a drag of the scroll bar does, and waits for what is drawn there. */
async function goToEnd(page: Page, name: string): Promise<void> {
  const named = page.locator(`[aria-label="${name}"]`);
  await named.last().evaluate((element) => {
    let area: Element | null = element;
    const isArea = (one: Element) =>
      one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible';
    const inside = [...element.querySelectorAll('*')].find(isArea);
    while (area !== null && !isArea(area)) area = area.parentElement;
    (inside ?? area)?.scrollTo(0, 1e9);
  });
}

function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve, 200)), { timeout: 10_000 });
      }),
  );
}

async function heapMb(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

function bareParseMs(text: string): number {
  const begin = performance.now();
  JSON.parse(text);
  return performance.now() - begin;
}

function figuresOf(found: readonly Measured[], bareMs: number): readonly Figure[] {
  const values = (key: keyof Measured) => found.flatMap((one) => one[key] ?? []);
  const step = (what: string, key: keyof Measured, limit = stepLimitMs): readonly Figure[] =>
    values(key).length === 0 ? [] : [{ what, unit: 'ms', values: values(key), limit }];
  return [
    { what: 'bare JSON.parse', unit: 'ms', values: [bareMs] },
    {
      what: 'longest task until complete',
      unit: 'ms',
      values: values('loadTaskMs'),
      limit: taskLimitMs,
      note: 'never complete',
    },
    {
      what: 'longest task while it is looked at',
      unit: 'ms',
      values: values('lookTaskMs'),
      limit: taskLimitMs,
      note: 'not reached',
    },
    {
      what: 'settled after',
      unit: 'ms',
      values: values('settleMs'),
      limit: Math.round(settleLimit.parses * bareMs + settleLimit.ms),
      note: `not within ${patienceMs / 1000} s`,
    },
    ...step('container opened in the tree', 'expandMs'),
    ...step('jump to the end of the tree', 'jumpMs'),
    ...step('sort by text: other rows painted', 'sortMs', 150),
    ...step('filter: first matching rows', 'filterFirstMs', 50),
    ...step('filter: all', 'filterAllMs', 400),
    { what: 'heap of the page', unit: 'MB', values: values('heapMb') },
  ];
}

// The figures of the alignment for npm run bench: on the built page from the request to the picture, in this process beside two known
// libraries, and how right it is. Knows the page by its roles.
import { diffArrays } from 'diff';
import { diff as fastMyersDiff } from 'fast-myers-diff';
import type { Browser, Locator, Page } from 'playwright';
import { alignedByWord, alignmentQuality, movedShare, qualityCases, speedCases } from './alignBench.ts';
import { editedTexts } from './editedTexts.ts';
import type { Line } from './figures.ts';
import { longestTaskMs, traceCategories } from './mainThread.ts';

const pageRuns = 9;
const traceRuns = 5;
const nodeRuns = 5;

/** What a person waits for with eight samples of 500 words, and fifty of 2,000 with the longest task of the page meanwhile. */
export async function measureAlignmentOnPage(
  browser: Browser,
  openPage: () => Promise<Page>,
): Promise<readonly Line[]> {
  const page = await openPage();
  await openSamples(page, { count: 8, length: 500, seed: 1 });
  const opened: number[] = [];
  const changed: number[] = [];
  // The first one warms the page up and does not count.
  for (let run = 0; run <= pageRuns; run += 1) {
    opened.push(await compareAll(page, 8));
    changed.push(await changeGranularity(page, 8));
    await leave(page);
  }
  await page.context().close();

  const longest: number[] = [];
  const drawn: number[] = [];
  for (let run = 0; run < traceRuns; run += 1) {
    const large = await openPage();
    await openSamples(large, { count: 50, length: 2000, seed: 10 + run });
    await browser.startTracing(large, { categories: traceCategories });
    drawn.push(await compareAll(large, 50));
    longest.push(longestTaskMs(await browser.stopTracing(), measureName));
    await large.context().close();
  }
  return [
    {
      what: '8 samples × 500 words: from opening Compare to all marks painted',
      valuesMs: opened.slice(1),
      limitMs: 100,
    },
    {
      what: '8 samples × 500 words: from another granularity to all marks painted',
      valuesMs: changed.slice(1),
      limitMs: 100,
    },
    { what: '50 samples × 2,000 words: longest task of the main thread', valuesMs: longest, limitMs: 50 },
    { what: '50 samples × 2,000 words: from opening Compare to the marks in view', valuesMs: drawn },
  ];
}

const measureName = 'bench.compare';

async function openSamples(
  page: Page,
  { count, length, seed }: { readonly count: number; readonly length: number; readonly seed: number },
): Promise<void> {
  const data = editedTexts({ count, length, rate: 0.05, seed }).map(({ text }, index) => ({ index, output: text }));
  await page.getByLabel('Open response files', { exact: true }).setInputFiles({
    name: `samples-${count}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ data, provider_responses: [] })),
  });
  await page.locator('main[data-load="complete"]').waitFor();
  // Work that waits for a quiet moment, such as starting a worker ahead of need, is done before.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 1000))));
}

/** Chooses all, which opens Compare, and waits for the frame that paints the marks; milliseconds from the click. */
function compareAll(page: Page, count: number): Promise<number> {
  return untilPainted(page.getByRole('checkbox', { name: 'Compare all generations', exact: true }), count);
}

/** Takes the other one of two granularities while Compare is open, and waits likewise. */
async function changeGranularity(page: Page, count: number): Promise<number> {
  const granularity = page.getByRole('radiogroup', { name: 'Granularity', exact: true });
  const ms = await untilPainted(granularity.getByRole('radio', { name: 'Character', exact: true }), count);
  await granularity.getByRole('radio', { name: 'Word', exact: true }).check();
  return ms;
}

/** Nothing is chosen, and Compare is closed. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).uncheck();
  await page.getByRole('region', { name: 'Compare', exact: true }).waitFor({ state: 'detached' });
}

/**
 * Clicks and waits for the frame that paints new marks: the text of every column is there, and every column in view has marks that were
 * not there before the click. Milliseconds from the click to the end of that frame.
 */
function untilPainted(control: Locator, count: number): Promise<number> {
  return control.evaluate(
    (element, [columns, name]) =>
      new Promise<number>((resolve) => {
        const before = new Set(document.querySelectorAll('[data-position] mark'));
        const isDrawn = (): boolean => {
          const groups = [...document.querySelectorAll('[role="group"][data-position]')];
          if (groups.length < columns) return false;
          if (groups.some((group) => (group.textContent?.length ?? 0) < 1000)) return false;
          const right = groups[0]?.parentElement?.parentElement?.getBoundingClientRect().right ?? 0;
          return groups.every((group) => {
            if (group.getBoundingClientRect().left >= right) return true;
            return [...group.querySelectorAll('mark')].some((mark) => !before.has(mark));
          });
        };
        const changes = new MutationObserver(() => requestAnimationFrame(look));
        const look = (): void => {
          if (!isDrawn()) return;
          changes.disconnect();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            if (isDone) return;
            isDone = true;
            const end = performance.now();
            performance.measure(name, { start, end });
            resolve(end - start);
          };
          port2.postMessage(undefined);
        };
        let isDone = false;
        changes.observe(document.body, { childList: true, subtree: true });
        const start = performance.now();
        (element as HTMLElement).click();
      }),
    [count, measureName] as const,
  );
}

/** The alignment itself, in this process, and two libraries on the same words in the same run. */
export function measureAlignmentHere(): readonly Line[] {
  const lines: Line[] = speedCases.map(({ what, limitMs, texts }) => ({
    what: `${what}: alignment`,
    limitMs,
    valuesMs: timed(nodeRuns, (run) => {
      const given = texts(run + 1);
      return () => alignedByWord(given);
    }),
  }));
  const words = (run: number) =>
    editedTexts({ count: 2, length: 50_000, rate: 0.05, seed: run + 1 }).map(({ words: list }) => list);
  const peer = (what: string, diff: (one: readonly string[], other: readonly string[]) => unknown): Line => ({
    what: `2 texts × 50,000 words, 5 % edits: ${what}`,
    valuesMs: timed(nodeRuns, (run) => {
      const [one = [], other = []] = words(run);
      return () => diff(one, other);
    }),
  });
  lines.push(
    peer('jsdiff diffArrays', (one, other) => diffArrays([...one], [...other])),
    peer('fast-myers-diff on word ids', (one, other) => {
      const ids = new Map<string, number>();
      const idOf = (word: string): number => {
        if (!ids.has(word)) ids.set(word, ids.size);
        return ids.get(word) ?? 0;
      };
      return [...fastMyersDiff(one.map(idOf), other.map(idOf))];
    }),
  );
  return lines;
}

/** Times what `prepare` returns, once for each run and once before to warm up. */
function timed(runs: number, prepare: (run: number) => () => unknown): readonly number[] {
  const values: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const work = prepare(run);
    const start = performance.now();
    work();
    values.push(performance.now() - start);
  }
  return values.slice(1);
}

/** How right the alignment is, as a table. */
export function printAlignmentQuality(): void {
  console.log(`\n${'Alignment of edited texts'.padEnd(48)}${['precision', 'recall', 'least'].map(cell).join('')}`);
  for (const { count, rate, least } of qualityCases) {
    const { precision, recall } = alignmentQuality(count, rate, count > 8 ? [1, 2] : [1, 2, 3, 4, 5]);
    const figures = [precision.toFixed(4), recall.toFixed(4), least.toFixed(2)];
    const verdict = Math.min(precision, recall) >= least ? '  ok' : '  UNDER';
    console.log(`${`${count} samples, ${100 * rate} % edits`.padEnd(48)}${figures.map(cell).join('')}${verdict}`);
  }
  console.log(`${'moved words that are reported as moved'.padEnd(48)}${cell(movedShare([1, 2, 3, 4, 5]).toFixed(4))}`);
  const [unrelated] = speedCases.slice(-1).map(({ texts }) => alignedByWord(texts(1)));
  console.log(`${'2 unrelated texts are compared by'.padEnd(48)}${cell(unrelated?.granularityUsed ?? '–')}`);
}

function cell(text: string): string {
  return text.padStart(11);
}

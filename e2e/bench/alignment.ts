// The figures of the alignment for npm run bench: on the built page from the request to the picture, in this process beside two known
// libraries, and how right it is. Knows the page by its roles.
import { diffArrays } from 'diff';
import { diff as fastMyersDiff } from 'fast-myers-diff';
import type { Browser, Page } from 'playwright';
import { alignedByWord, alignmentQuality, movedShare, qualityCases, speedCases } from './alignBench.ts';
import { editedTexts } from './editedTexts.ts';
import type { Line } from './figures.ts';
import { longestTaskMs, traceCategories } from './mainThread.ts';

const pageRuns = 9;
const traceRuns = 5;
const nodeRuns = 5;

/** Eight samples of 500 words from the choice to their marks, and fifty of 2,000 with the longest task of the page meanwhile. */
export async function measureAlignmentOnPage(
  browser: Browser,
  openPage: () => Promise<Page>,
): Promise<readonly Line[]> {
  const page = await openPage();
  await openSamples(page, { count: 8, length: 500, seed: 1 });
  const painted: number[] = [];
  // The first one warms the page up and does not count.
  for (let run = 0; run <= pageRuns; run += 1) painted.push(await compareAll(page, 8));
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
    { what: '8 samples × 500 words: chosen to painted with marks', valuesMs: painted.slice(1), limitMs: 100 },
    { what: '50 samples × 2,000 words: longest task of the main thread', valuesMs: longest, limitMs: 50 },
    { what: '50 samples × 2,000 words: chosen to all columns painted', valuesMs: drawn },
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

/** Chooses all and waits for the frame after the last column and its marks; milliseconds. Leaves nothing chosen. */
async function compareAll(page: Page, count: number): Promise<number> {
  const all = page.getByRole('checkbox', { name: 'Compare all generations', exact: true });
  const ms = await all.evaluate(
    (box, [columns, name]) =>
      new Promise<number>((resolve) => {
        const isDrawn = (): boolean => {
          const groups = document.querySelectorAll('[role="group"][data-position]');
          if (groups.length < columns || document.querySelector('[data-position] mark') === null) return false;
          return [...groups].every((group) => (group.textContent?.length ?? 0) > 1000);
        };
        const changes = new MutationObserver(() => {
          if (!isDrawn()) return;
          changes.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              const end = performance.now();
              performance.measure(name, { start, end });
              resolve(end - start);
            };
            port2.postMessage(undefined);
          });
        });
        changes.observe(document.body, { childList: true, subtree: true });
        const start = performance.now();
        (box as HTMLElement).click();
      }),
    [count, measureName] as const,
  );
  await all.uncheck();
  return ms;
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

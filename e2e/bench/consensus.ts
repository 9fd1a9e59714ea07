// The figures of Consensus for npm run bench: on the built page from the request to the text with its forks, and in this process the work behind it.
// Knows the page by its roles.
import type { Browser, Page } from 'playwright';
import { consensusOf } from '../../src/analysis/consensus/consensusOf.ts';
import { plantForks } from '../fixtures/plantedForks.ts';
import { openSamples } from './alignment.ts';
import { editedTexts } from './editedTexts.ts';
import type { Line } from './figures.ts';
import { longestTaskMs, traceCategories } from './mainThread.ts';

const pageRuns = 9;
const traceRuns = 5;
const nodeRuns = 5;
const measureName = 'bench.consensus';

/** What a person waits for: eight samples of 500 words, fifty of 2,000, and 5,000 of 300 of which 400 are different. */
export async function measureConsensusOnPage(
  browser: Browser,
  openPage: () => Promise<Page>,
): Promise<readonly Line[]> {
  const page = await openPage();
  const opened: number[] = [];
  // The first one warms the page up and does not count. Each has texts of its own.
  for (let run = 0; run <= pageRuns; run += 1) {
    const { samples } = plantForks({ count: 8, words: 500, forkCount: 20, seed: 1 + run });
    await openSamples(
      page,
      `read-8-${run}.json`,
      samples.map(({ text }) => text),
    );
    opened.push(await untilRead(page));
    await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).uncheck();
    await page.getByRole('region', { name: 'Compare', exact: true }).waitFor({ state: 'detached' });
  }
  await page.context().close();
  const large = await traced(browser, openPage, (run) =>
    editedTexts({ count: 50, length: 2000, rate: 0.05, seed: 10 + run }).map(({ text }) => text),
  );
  const many = await traced(browser, openPage, (run) => manyTexts(20 + run));
  return [
    {
      what: '8 samples × 500 words: from opening Compare to Consensus painted',
      valuesMs: opened.slice(1),
      limitMs: 100,
    },
    { what: '50 samples × 2,000 words: longest task of the main thread', valuesMs: large.longest, limitMs: 50 },
    { what: '50 samples × 2,000 words: from opening Compare to Consensus painted', valuesMs: large.read },
    { what: '5,000 samples × 300 words, 400 distinct: to Consensus painted', valuesMs: many.read, limitMs: 2000 },
    { what: '5,000 samples × 300 words, 400 distinct: longest task of the main thread', valuesMs: many.longest },
  ];
}

function manyTexts(seed: number): readonly string[] {
  const texts = editedTexts({ count: 400, length: 300, rate: 0.05, seed }).map(({ text }) => text);
  // The first ones are said more often.
  return Array.from({ length: 5000 }, (_, sample) => texts[sample < 400 ? sample : (sample * sample) % 397] ?? '');
}

async function traced(
  browser: Browser,
  openPage: () => Promise<Page>,
  textsOf: (run: number) => readonly string[],
): Promise<{ readonly longest: readonly number[]; readonly read: readonly number[] }> {
  const longest: number[] = [];
  const read: number[] = [];
  for (let run = 0; run < traceRuns; run += 1) {
    const page = await openPage();
    await openSamples(page, `read-${run}.json`, textsOf(run));
    await browser.startTracing(page, { categories: traceCategories });
    read.push(await untilRead(page));
    longest.push(longestTaskMs(await browser.stopTracing(), measureName));
    await page.context().close();
  }
  return { longest, read };
}

/** Chooses all, which opens Compare, and resolves with the milliseconds to the end of the frame that paints the text with its forks. */
function untilRead(page: Page): Promise<number> {
  return page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).evaluate(
    (element, name) =>
      new Promise<number>((resolve) => {
        const changes = new MutationObserver(() => requestAnimationFrame(look));
        const look = (): void => {
          if (document.querySelector('[role="list"][aria-label="Text in segments"] [data-way]') === null) return;
          changes.disconnect();
          // A message is handled after the frame in which it was posted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const end = performance.now();
            performance.measure(name, { start, end });
            resolve(end - start);
          };
          port2.postMessage(undefined);
        };
        changes.observe(document.body, { childList: true, subtree: true });
        const start = performance.now();
        (element as HTMLElement).click();
      }),
    measureName,
  );
}

/** The work itself, in this process. */
export function measureConsensusHere(): readonly Line[] {
  const line = (what: string, textsOf: (seed: number) => readonly string[]): Line => ({
    what: `${what}: consensus`,
    valuesMs: Array.from({ length: nodeRuns }, (_, run) => {
      const texts = textsOf(run + 1);
      const start = performance.now();
      consensusOf(texts);
      return performance.now() - start;
    }),
  });
  const edited = (count: number, length: number) => (seed: number) =>
    editedTexts({ count, length, rate: 0.05, seed }).map(({ text }) => text);
  return [
    line('8 samples × 500 words, 5 % edits', edited(8, 500)),
    line('50 samples × 2,000 words, 5 % edits', edited(50, 2000)),
    line('5,000 samples × 300 words, 400 distinct', manyTexts),
  ];
}

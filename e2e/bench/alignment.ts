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
  const page = await openAligned(openPage);
  const opened: Painted[] = [];
  const changed: Painted[] = [];
  // The first one warms the page up and does not count. Each has texts of its own: what was worked out for others is of no use to it.
  for (let run = 0; run <= pageRuns; run += 1) {
    const samples = await openEdited(page, { count: 8, length: 500, seed: 1 + run });
    opened.push(await compareAll(page, samples));
    changed.push(await changeGranularity(page, samples));
    await leave(page);
  }
  await page.context().close();

  const longest: number[] = [];
  const drawn: Painted[] = [];
  for (let run = 0; run < traceRuns; run += 1) {
    const large = await openAligned(openPage);
    const samples = await openEdited(large, { count: 50, length: 2000, seed: 10 + run });
    await browser.startTracing(large, { categories: traceCategories });
    drawn.push(await compareAll(large, samples));
    longest.push(longestTaskMs(await browser.stopTracing(), measureName));
    await large.context().close();
  }
  const inView = (all: readonly Painted[]) => all.map((one) => one.inViewMs);
  const whole = (all: readonly Painted[]) => all.map((one) => one.wholeMs);
  return [
    {
      what: '8 samples × 500 words: from opening Compare to the marks in view painted',
      valuesMs: inView(opened.slice(1)),
      limitMs: 100,
    },
    {
      what: '8 samples × 500 words: to all texts and marks painted, out of view too',
      valuesMs: whole(opened.slice(1)),
    },
    {
      what: '8 samples × 500 words: from another granularity to its marks in view painted',
      valuesMs: inView(changed.slice(1)),
      limitMs: 100,
    },
    { what: '50 samples × 2,000 words: longest task of the main thread', valuesMs: longest, limitMs: 50 },
    { what: '50 samples × 2,000 words: from opening Compare to the marks in view painted', valuesMs: inView(drawn) },
    { what: '50 samples × 2,000 words: to all texts painted, out of view too', valuesMs: whole(drawn) },
  ];
}

interface Painted {
  /** Milliseconds from the click to the end of the frame in which every column in view has its marks. */
  readonly inViewMs: number;
  /** To the end of the frame after which every text is there as a whole, and has its marks where there are few columns. */
  readonly wholeMs: number;
}

const measureName = 'bench.compare';

/** A page on which Compare opens on Aligned, as for a person who chose that tab before. */
async function openAligned(openPage: () => Promise<Page>): Promise<Page> {
  const page = await openPage();
  await page.evaluate(() =>
    localStorage.setItem(
      'completion-inspector.preferences.v1',
      JSON.stringify({ comparisonTabs: { prose: 'aligned' } }),
    ),
  );
  await page.reload();
  await page.getByRole('banner').waitFor();
  return page;
}

/** Opens a document of its own and returns its texts. */
async function openEdited(
  page: Page,
  { count, length, seed }: { readonly count: number; readonly length: number; readonly seed: number },
): Promise<readonly string[]> {
  const texts = editedTexts({ count, length, rate: 0.05, seed }).map(({ text }) => text);
  await openSamples(page, `samples-${count}-${seed}.json`, texts);
  return texts;
}

/** Opens a document with these texts, and waits until nothing is going on. */
export async function openSamples(page: Page, name: string, texts: readonly string[]): Promise<void> {
  await page.getByLabel('Open response files', { exact: true }).setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ data: texts.map((output, index) => ({ index, output })), provider_responses: [] }),
    ),
  });
  await page
    .getByRole('status')
    .filter({ hasText: `${name}: ` })
    .waitFor({ state: 'attached' });
  await page.locator('main[data-load="complete"]').waitFor();
  // Work that waits for a quiet moment, such as what Compare is likely to be asked for, is done before.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 1500))));
}

/** Chooses all, which opens Compare. */
function compareAll(page: Page, texts: readonly string[]): Promise<Painted> {
  return untilPainted(page.getByRole('checkbox', { name: 'Compare all generations', exact: true }), texts);
}

/** Takes the other one of two granularities while Compare is open. */
async function changeGranularity(page: Page, texts: readonly string[]): Promise<Painted> {
  const granularity = page.getByRole('radiogroup', { name: 'Granularity', exact: true });
  const painted = await untilPainted(granularity.getByRole('radio', { name: 'Character', exact: true }), texts);
  await granularity.getByRole('radio', { name: 'Word', exact: true }).check();
  return painted;
}

/** Nothing is chosen, and Compare is closed. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).uncheck();
  await page.getByRole('region', { name: 'Compare', exact: true }).waitFor({ state: 'detached' });
}

/** Clicks and waits for the frames that paint new marks, those that were not there before the click. */
function untilPainted(control: Locator, texts: readonly string[]): Promise<Painted> {
  return control.evaluate(
    (element, [lengths, name]) =>
      new Promise<Painted>((resolve) => {
        const before = new Set(document.querySelectorAll('[data-position] mark'));
        const isFresh = (group: Element): boolean =>
          [...group.querySelectorAll('mark')].some((mark) => !before.has(mark));
        const isWhole = (group: Element): boolean =>
          (group.textContent?.length ?? 0) >= (lengths[Number((group as HTMLElement).dataset.position)] ?? 0);
        const groups = (): readonly Element[] => [...document.querySelectorAll('[role="group"][data-position]')];
        const isInViewDrawn = (): boolean => {
          const all = groups();
          const area = all[0]?.parentElement?.parentElement?.getBoundingClientRect();
          // Of more texts than twelve the rest waits until somebody asks for it.
          if (area === undefined || all.length < Math.min(12, lengths.length)) return false;
          return all.every((group) => {
            if (group.getBoundingClientRect().left >= area.right) return true;
            // The text reaches to the end of what is seen.
            const bottom = group.lastElementChild?.getBoundingClientRect().bottom ?? 0;
            return isFresh(group) && (bottom >= area.bottom || isWhole(group));
          });
        };
        const isAllDrawn = (): boolean => {
          const all = groups();
          return all.every((group) => isWhole(group) && (all.length > 8 || isFresh(group)));
        };
        let inViewMs: number | undefined;
        const changes = new MutationObserver(() => requestAnimationFrame(look));
        const look = (): void => {
          const isSeen = inViewMs !== undefined || isInViewDrawn();
          if (!isSeen) return;
          const isDone = isAllDrawn();
          if (isDone) changes.disconnect();
          // A message is handled after the frame in which it was posted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const end = performance.now();
            inViewMs ??= end - start;
            if (!isDone) return;
            performance.measure(name, { start, end });
            resolve({ inViewMs, wholeMs: end - start });
          };
          port2.postMessage(undefined);
        };
        changes.observe(document.body, { childList: true, subtree: true });
        const start = performance.now();
        (element as HTMLElement).click();
      }),
    [texts.map(({ length }) => length), measureName] as const,
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

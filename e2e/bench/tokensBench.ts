// The figures of the tab "Tokens" for npm run bench: a choice with many tokens and alternatives, from the press to its text painted, and the longest
// task of the page while somebody scrolls through it. Knows the page by its roles.
import type { Browser, Page } from 'playwright';
import { seededRandom } from '../seededRandom.ts';
import type { Line } from './figures.ts';
import { longestTaskMs, traceCategories } from './mainThread.ts';

const runs = 5;
const tokenCount = 5000;
const alternativeCount = 20;
const scrollMeasure = 'bench.tokens.scroll';

/** One generation of an OpenAI completion whose tokens all list their alternatives. */
function tokenedResponse(seed: number): string {
  const random = seededRandom(seed);
  const words = ['light', 'hours', 'desk', 'window', 'lamp', 'morning', 'evening', 'rhythm'];
  const tokens = Array.from({ length: tokenCount }, (_, at) =>
    at % 40 === 39 ? '\n' : ` ${words[Math.floor(random() * words.length)] ?? ''}`,
  );
  const own = tokens.map(() => Math.log(1 - random() ** 2 * 0.95));
  const tops = tokens.map((token, at) => {
    const rest = (1 - Math.exp(own[at] ?? 0)) / alternativeCount;
    const others = Array.from({ length: alternativeCount - 1 }, (_, other) => [
      `${token}~${other}`,
      Math.log(Math.max(1e-9, rest * random())),
    ]);
    return Object.fromEntries([[token, own[at]], ...others]);
  });
  const text = tokens.join('');
  return JSON.stringify({
    data: [{ index: 0, output: text.trim(), raw_output: text, finish_reason: 'stop' }],
    provider_responses: [
      {
        id: 'cmpl-bench',
        object: 'text_completion',
        created: 1_692_281_301,
        model: 'text-davinci-003',
        choices: [
          {
            text,
            index: 0,
            logprobs: { tokens, token_logprobs: own, top_logprobs: tops, text_offset: null },
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 5, completion_tokens: tokenCount, total_tokens: tokenCount + 5 },
      },
    ],
    logprobs: alternativeCount,
  });
}

export async function measureTokens(browser: Browser, openPage: () => Promise<Page>): Promise<readonly Line[]> {
  const painted: number[] = [];
  const longest: number[] = [];
  // The first one warms the machine up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    const page = await openPage();
    await page.getByLabel('Open response files', { exact: true }).setInputFiles({
      name: `tokens-${run}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(tokenedResponse(30 + run)),
    });
    await page.locator('main[data-load="complete"]').waitFor();
    // What waits for a quiet moment is done before.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 2500))));
    painted.push(await untilTokens(page));
    await browser.startTracing(page, { categories: traceCategories });
    await scrollThrough(page);
    longest.push(longestTaskMs(await browser.stopTracing(), scrollMeasure));
    await page.context().close();
  }
  const size = '5,000 tokens × 20 alternatives';
  return [
    { what: `${size}: from the press to the tab painted`, valuesMs: painted.slice(1), limitMs: 100 },
    { what: `${size}: longest task of the main thread while scrolling`, valuesMs: longest.slice(1), limitMs: 50 },
  ];
}

/** Presses the tab; milliseconds to the end of the frame in which tokens are painted. */
function untilTokens(page: Page): Promise<number> {
  return page.getByRole('tab', { name: 'Tokens', exact: true }).evaluate(
    (tab) =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        const look = (): void => {
          if (document.querySelector('[data-testid="token"]') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
        };
        (tab as HTMLElement).click();
        requestAnimationFrame(look);
      }),
  );
}

/** A step of the mouse wheel each frame, to the end of the text; leaves a User Timing measure of that time. */
function scrollThrough(page: Page): Promise<void> {
  return page.getByTestId('token-text').evaluate(
    (text, name) =>
      new Promise<void>((resolve) => {
        let area = text.parentElement;
        while (area !== null && area.scrollHeight <= area.clientHeight + 1) area = area.parentElement;
        const begin = performance.now();
        const step = (): void => {
          const before = area?.scrollTop ?? 0;
          area?.scrollBy(0, 240);
          if ((area?.scrollTop ?? 0) !== before && text.getBoundingClientRect().bottom > innerHeight)
            requestAnimationFrame(step);
          else
            setTimeout(() => {
              performance.measure(name, { start: begin, end: performance.now() });
              resolve();
            }, 300);
        };
        requestAnimationFrame(step);
      }),
    scrollMeasure,
  );
}

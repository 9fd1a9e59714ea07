// npm run bench: how fast the built page is, as medians beside their limits. Prints, judges nothing: its exit code only says whether it could
// measure. Knows the page by its User Timing measures and its roles.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { buildUnlessFresh } from '../../bin/build/freshBuild.js';
import { browserFlags, findOrInstallBrowser } from '../browser.js';
import { startSite } from '../site.ts';
import { measureAlignmentHere, measureAlignmentOnPage, printAlignmentQuality } from './alignment.ts';
import { measureConsensusHere, measureConsensusOnPage } from './consensus.ts';
import { measureDistinct } from './distinctBench.ts';
import { measureExtremes } from './extremes.ts';
import { type Line, printLines } from './figures.ts';
import { measureFollowing } from './followingBench.ts';
import { printForms } from './forms.ts';
import { longestTaskMs, traceCategories } from './mainThread.ts';
import { measureOdds } from './oddsBench.ts';
import { measured, openPage } from './openedPage.ts';
import { optionOf } from './options.ts';
import { measureReading } from './reading.ts';
import { responseText } from './responseText.ts';
import { measureSearch } from './searchBench.ts';
import { measureSizes } from './sizes.ts';
import { printStages } from './stages.ts';
import { measureTokens } from './tokensBench.ts';

const pasteBytes = 1_000_000;
const pasteRuns = 9;
const fileBytes = 10_000_000;
const fileRuns = 5;

/**
 * Exit code 0 when everything could be measured. `args`: "loading", "alignment", "consensus", "distinct", "odds", "tokens", "search", or none for all;
 * "stages", "extremes", "following", `--forms` and `--sizes` by themselves.
 */
export async function main(args: readonly string[] = []): Promise<number> {
  const has = (part: string): boolean => args.length === 0 || args.includes(part);
  if (args.includes('--forms')) {
    await printForms(args);
    return 0;
  }
  if (args.includes('stages')) {
    await printStages(args);
    return 0;
  }
  if (!(await buildUnlessFresh())) return 1;
  if (optionOf(args, 'sizes') !== undefined)
    return await measureWith((origin) => measureSizes(args, findOrInstallBrowser(), origin));
  const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: [...browserFlags] });
  const site = await startSite();
  try {
    if (args.includes('extremes')) {
      await measureExtremes(args, () => openPage(browser, site.origin));
      return 0;
    }
    const title = `Chromium ${browser.version()}, Node ${process.version}`;
    if (args.includes('following')) {
      await measureFollowing(args, browser, title);
      return 0;
    }
    if (has('loading')) {
      const pasting = await measurePasting(browser, site.origin);
      printLines(title, [...pasting, ...(await measureFile(browser, site.origin))]);
      printReading();
    }
    if (has('alignment')) {
      printLines(title, await measureAlignmentOnPage(browser, () => openPage(browser, site.origin)));
      printLines(`Node ${process.version}`, measureAlignmentHere());
      printAlignmentQuality();
    }
    if (has('consensus')) {
      printLines(title, await measureConsensusOnPage(browser, () => openPage(browser, site.origin)));
      printLines(`Node ${process.version}`, measureConsensusHere());
    }
    if (has('tokens')) {
      const pages = () => openPage(browser, site.origin);
      printLines(title, await measureTokens(browser, pages));
    }
    if (has('search')) await measureSearch(browser, site.origin, title);
    if (has('distinct')) printLines(`Node ${process.version}`, measureDistinct());
    if (has('odds')) printLines(`Node ${process.version}`, measureOdds());
    return 0;
  } finally {
    await site.close();
    await browser.close();
  }
}

async function measureWith(measure: (origin: string) => Promise<void>): Promise<number> {
  const site = await startSite();
  try {
    await measure(site.origin);
    return 0;
  } finally {
    await site.close();
  }
}

/** 1 MB pasted into one page again and again, each time another document; bare JSON.parse of the same texts in the same tab. */
async function measurePasting(browser: Browser, origin: string): Promise<readonly Line[]> {
  const page = await openPage(browser, origin);
  const firstRows: number[] = [];
  const complete: number[] = [];
  const bare: number[] = [];
  // The first one warms the page up and does not count.
  for (let run = 0; run <= pasteRuns; run += 1) {
    const text = responseText({ bytes: pasteBytes, seed: 1000 + run });
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    // Away from any text field, so that the page takes the paste for a document.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('ControlOrMeta+V');
    firstRows.push(await measured(page, 'inspector.first-rows', run + 1));
    complete.push(await measured(page, 'inspector.complete', run + 1));
    bare.push(
      await page.evaluate((json) => {
        const start = performance.now();
        JSON.parse(json);
        return performance.now() - start;
      }, text),
    );
  }
  await page.context().close();
  return [
    { what: '1 MB pasted: bare JSON.parse in the same tab', valuesMs: bare.slice(1) },
    { what: '1 MB pasted: first rows painted', valuesMs: firstRows.slice(1), limitMs: 150 },
    { what: '1 MB pasted: complete', valuesMs: complete.slice(1) },
  ];
}

/** 10 MB through the file input, each time in a page that has shown nothing yet. */
async function measureFile(browser: Browser, origin: string): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  const longest: number[] = [];
  const firstRows: number[] = [];
  const complete: number[] = [];
  try {
    for (let run = 0; run < fileRuns; run += 1) {
      const path = join(folder, `response-${run}.json`);
      await writeFile(path, responseText({ bytes: fileBytes, seed: 2000 + run }));
      const page = await openPage(browser, origin);
      await browser.startTracing(page, { categories: traceCategories });
      await page.getByLabel('Open response files', { exact: true }).setInputFiles(path);
      firstRows.push(await measured(page, 'inspector.first-rows', 1));
      complete.push(await measured(page, 'inspector.complete', 1));
      longest.push(longestTaskMs(await browser.stopTracing(), 'inspector.complete'));
      await page.context().close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return [
    { what: '10 MB file: longest task of the main thread', valuesMs: longest, limitMs: 50 },
    { what: '10 MB file: first rows painted', valuesMs: firstRows },
    { what: '10 MB file: complete', valuesMs: complete },
  ];
}

/** Reading of provider responses beside JSON.parse of the same text, both in this process. */
function printReading(): void {
  console.log(`\n${'MB/s, in Node'.padEnd(48)}${'reading'.padStart(10)}${'JSON.parse'.padStart(12)}`);
  for (const { what, readingMBps, parseMBps } of measureReading()) {
    console.log(`${what.padEnd(48)}${readingMBps.toFixed(1).padStart(10)}${parseMBps.toFixed(0).padStart(12)}`);
  }
}

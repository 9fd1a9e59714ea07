// What a person has open survives what happens below it: a reader that ends, a part of the page that does not arrive, a server that is gone.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const teas = completionResponse({ samples: ['Green tea', 'Black tea', 'White tea'] });
const stones = completionResponse({ samples: ['Granite', 'Basalt'] });

/** Ends workers as a browser ends one that takes too much: without a word to the page. */
async function endWorkers(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map(isWatched));
  await Promise.all(workers.map((worker) => worker.evaluate(() => self.close())));
}

/**
 * Waits until a worker holds the lock by which the page learns of its end. One that ends before, while its script is on its way, is given up
 * only after the time that a slow network may take.
 */
async function isWatched(worker: Worker): Promise<void> {
  const holdsLock = () => {
    const probe = crypto.randomUUID();
    return navigator.locks.request(probe, async () => {
      const { held = [] } = await navigator.locks.query();
      const own = held.find(({ name }) => name === probe)?.clientId;
      return held.some(({ name, clientId }) => clientId === own && name !== probe);
    });
  };
  await expect.poll(() => worker.evaluate(holdsLock)).toBe(true);
}

/** The worker that waits for the next document, which from now on does this when it tells the first rows. */
async function spareThat(page: Page, does: 'ends' | 'throws'): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(1);
  for (const worker of page.workers()) {
    await isWatched(worker);
    await worker.evaluate((how) => {
      const post = self.postMessage.bind(self);
      self.postMessage = (message: { readonly event?: { readonly type: string } }) => {
        post(message);
        if (message.event?.type !== 'skimmed') return;
        if (how === 'ends') self.close();
        else throw new Error('nothing ends well');
      };
    }, does);
  }
}

const notice = (inspector: Inspector) => inspector.page.getByRole('complementary', { name: 'Notice' });

test.describe('a reader that stops', () => {
  test('after a load is started again: the document stays with all that was put over it, and is said to', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.openAs('stones.json', stones);
    await inspector.openAs('teas.json', teas);
    await inspector.row(1).click();
    await page.keyboard.press('s');
    await expect(inspector.outputText).toHaveText('Black tea');
    const ended = performance.now();
    await endWorkers(page.workers());
    await expect(notice(inspector)).toContainText(/readers of .*teas\.json.* had stopped and were started again/);
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
    await expect(inspector.row(1)).toContainText('starred');
    await inspector.row(2).click();
    await expect(inspector.outputText).toHaveText('White tea');
    // Printed, not judged: a busy machine is no failure.
    console.log(`      working again ${Math.round(performance.now() - ended)} ms after its readers had ended`);
    await inspector.compareAll();
    await expect(inspector.compared(0)).toContainText('Green tea');
    await inspector.openResponse('stones.json').click();
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Basalt');
    await expect(inspector.openResponses).toHaveCount(2);
  });

  test('in the middle of a load is started again and the load ends well', async ({ inspector, page }) => {
    await inspector.visit();
    await spareThat(page, 'ends');
    await inspector.openAs('teas.json', teas);
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 3 distinct, 1 provider response, 0 issues');
    await expect(notice(inspector)).toContainText('was started again');
    await inspector.row(2).click();
    await expect(inspector.outputText).toHaveText('White tea');
  });

  test('because it throws says what it threw, keeps the document, and "Try again" reads it', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await spareThat(page, 'throws');
    await inspector.openAs('teas.json', teas, 'failed');
    await expect(inspector.alert).toContainText('nothing ends well');
    await expect(inspector.status).toHaveText('teas.json: The reader of this document stopped');
    await inspector.button('Try again').click();
    await inspector.loaded();
    await expect(inspector.alert).toHaveCount(0);
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 3 distinct, 1 provider response, 0 issues');
    await inspector.row(2).click();
    await expect(inspector.outputText).toHaveText('White tea');
  });
});

test.describe('a part of the page that does not arrive', () => {
  test('is said, wherever it is, and arrives when it is asked for again', async ({ inspector, page, watch }) => {
    watch.expectProblem(/net::ERR_FAILED/);
    const parts = /\/(documentWorker|taskWorker)[^/]*\.js$|\/examples\/facts[^/]*$/;
    await page.route(parts, (route) => route.abort());
    await inspector.visit();
    await page.getByRole('button', { name: /^JSON outputs that disagree/ }).click();
    await expect(inspector.alert).toContainText('This example could not be fetched');
    await inspector.inspect(JSON.stringify(teas));
    await inspector.loaded('failed');
    await expect(inspector.alert).toContainText('A part of this page did not arrive');
    await page.unroute(parts);
    await inspector.button('Try again').click();
    await inspector.loaded();
    await inspector.arranged();
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('is said when the reader of an open document is to be started again', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    const parts = /\/documentWorker[^/]*\.js$/;
    const readers = () => page.workers().filter((worker) => parts.test(worker.url()));
    // The one that reads, and the one that waits for the next document: started a moment later it would take over from the other.
    await expect.poll(() => readers().length).toBe(2);
    await page.route(parts, (route) => route.abort());
    await endWorkers(readers());
    await expect(inspector.alert).toContainText('A part of this page did not arrive');
    await page.unroute(parts);
    await inspector.button('Try again').click();
    await inspector.loaded();
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Black tea');
  });

  test('fails in its own place, leaves the others alone, and comes when it is asked for again', async ({
    inspector,
    page,
    watch,
  }) => {
    watch.expectProblem(/net::ERR_FAILED/);
    const parts = /\/(JsonTab|ComparePane|CommandPalette|ExplanationText)[^/]*\.js$/;
    await page.route(parts, (route) => route.abort());
    await inspector.visit();
    await inspector.openAs('teas.json', {
      ...teas,
      usage: { prompt_tokens: 1, generation_tokens: 1, total_tokens: 3 },
    });
    const generation = inspector.region('Generation');
    const issues = inspector.region('Issues');
    const explain = issues.getByRole('button', { name: 'Explain HL050', exact: true });
    await inspector.tab('JSON').click();
    await expect(generation.getByRole('alert')).toContainText('This part of the page could not be fetched');
    await inspector.row(1).click();
    await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
    await inspector.tab('Output').click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await inspector.tab('JSON').click();
    await page.keyboard.press('Control+K');
    await expect(notice(inspector)).toContainText('A part of this page could not be fetched');
    await explain.click();
    await expect(issues.getByRole('alert')).toContainText('This part of the page could not be fetched');
    await explain.click();
    await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
    await expect(inspector.region('Generation')).toBeHidden();
    await inspector.alert.getByRole('button', { name: 'Try again', exact: true }).click();
    await expect(inspector.alert).toContainText('This part of the page could not be fetched');
    await page.unroute(parts);
    await inspector.alert.getByRole('button', { name: 'Try again', exact: true }).click();
    await inspector.tab('Aligned').click();
    await inspector.ordered();
    await page.keyboard.press('Escape');
    await explain.click();
    await expect(issues).toContainText('Usual causes');
    await inspector.tab('JSON').click();
    await expect(generation.getByRole('tabpanel')).toContainText('finish_reason');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Command', exact: true })).toBeFocused();
  });

  test('leaves no comparison waiting for ever', async ({ inspector, page }) => {
    const parts = /\/taskWorker[^/]*\.js$/;
    await page.route(parts, (route) => route.abort());
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    for (const label of [0, 1]) await inspector.compareBox(label).check();
    await inspector.tab('Aligned').click();
    const compare = inspector.region('Compare');
    await expect(compare).toContainText('A part of this page could not be fetched');
    await page.unroute(parts);
    await inspector.button('Align again').click();
    await expect(inspector.compared(1)).toContainText('Black tea');
    await expect(compare.getByText('could not be fetched')).toHaveCount(0);
  });
});

test('a file that is changed on disk stays as it was read, which is said, and is read again on demand', async ({
  inspector,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
  const path = join(folder, 'teas.json');
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await writeFile(path, JSON.stringify(teas));
  await inspector.visit();
  await inspector.dropPaths(path);
  await inspector.loaded();
  await inspector.arranged();
  await inspector.kept(1);
  await comeBack();
  await inspector.row(1).click();
  await expect(inspector.outputText).toHaveText('Black tea');
  await expect(notice(inspector)).toHaveCount(0);
  await writeFile(path, JSON.stringify(stones));
  await comeBack();
  await expect(notice(inspector)).toContainText('teas.json was changed, moved or deleted since it was opened');
  await inspector.row(2).click();
  await expect(inspector.outputText).toHaveText('White tea');
  await notice(inspector).getByRole('button', { name: 'Read again', exact: true }).click();
  await expect(inspector.status).toHaveText('teas.json: 2 generations, 2 distinct, 1 provider response, 0 issues');
  await expect(inspector.outputText).toHaveText('Granite');
  await expect(inspector.openResponses).toHaveCount(2);

  await inspector.fileInput.setInputFiles(path);
  await expect(inspector.openResponses).toHaveCount(3);
  await inspector.loaded();
  await inspector.kept(3);
  await rm(folder, { recursive: true });
  await comeBack();
  await expect(notice(inspector)).toContainText('teas.json was changed, moved or deleted');
  const chooser = page.waitForEvent('filechooser');
  await notice(inspector).getByRole('button', { name: 'Read again', exact: true }).click();
  await chooser;
});

// A load on its way: what is said, what is usable, and that it can be cancelled.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expectOpen, stonesText, teas, teasText } from './fixtures/teas.ts';
import { expect, test } from './inspector.ts';

let folder: string;

interface MainState {
  readonly load: string | null;
  readonly busy: string | null;
  readonly rows: number;
}

/** Notes every change of the work area's state from now on, with the rows that the grid has at that moment. */
async function watchStates(page: Page): Promise<() => Promise<readonly MainState[]>> {
  await page.getByRole('main').evaluate((main) => {
    const states: MainState[] = [];
    Object.assign(window, { states });
    new MutationObserver(() => {
      states.push({
        load: main.getAttribute('data-load'),
        busy: main.getAttribute('aria-busy'),
        rows: main.querySelectorAll('[role="grid"] [role="gridcell"]').length,
      });
    }).observe(main, { attributes: true, attributeFilter: ['data-load', 'aria-busy'] });
  });
  return () => page.evaluate(() => (window as unknown as { states: readonly MainState[] }).states);
}

interface Annotation {
  readonly name: string;
  readonly detail: { readonly name: string; readonly bytes: number; readonly generations: number };
  readonly startTime: number;
  readonly duration: number;
}

async function marks(page: Page): Promise<readonly Annotation[]> {
  return await page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .map(({ name, startTime, duration, detail }: PerformanceEntry & { detail?: unknown }) => ({
        name,
        startTime,
        duration,
        detail: detail as Annotation['detail'],
      })),
  );
}

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'completion-inspector-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

test.describe('states of the work area', () => {
  test('it is busy from the moment input is accepted until the first rows are there, and loading until all is read', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    const states = await watchStates(page);
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await inspector.loaded();
    const seen = await states();
    expect(seen[0]).toMatchObject({ load: 'loading', busy: 'true' });
    expect(seen.at(-1)).toMatchObject({ load: 'complete', busy: 'false' });
    for (const { busy, rows } of seen) if (busy === 'false') expect(rows).toBeGreaterThan(0);
    for (const { load } of seen) expect(['loading', 'complete']).toContain(load);
  });

  test('it stays busy, and the first rows unmeasured, while the code of the panes is still on its way', async ({
    inspector,
    page,
  }) => {
    const release = await inspector.holdPanes();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'complete');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    expect((await marks(page)).map(({ name }) => name)).not.toContain('inspector.first-rows');
    release();
    await expect(inspector.row(0)).toBeVisible();
    await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
    await expect.poll(async () => (await marks(page)).map(({ name }) => name)).toContain('inspector.first-rows');
  });

  test('the table and the text beside it come in one step, before the other panes', async ({ inspector, page }) => {
    await inspector.visit();
    await page.evaluate(() => {
      const steps: string[] = [];
      Object.assign(globalThis, { steps });
      const look = (): void => {
        const there = [
          ...(document.querySelector('[role="row"][aria-rowindex="2"]') ? ['row'] : []),
          ...(document.querySelector('[data-testid="output-text"]') ? ['text'] : []),
          ...(document.querySelector('section[aria-label="Issues"]') ? ['issues'] : []),
        ].join(', ');
        if (there !== steps.at(-1)) steps.push(there);
      };
      // Hears of each step of drawing once it is done.
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    });
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await inspector.loaded();
    await expect(inspector.region('Issues')).toBeVisible();
    const steps = () => page.evaluate(() => (globalThis as unknown as { steps: readonly string[] }).steps);
    await expect.poll(steps).toContain('row, text, issues');
    expect((await steps()).filter((step) => step !== '')).toEqual(['row, text', 'row, text, issues']);
  });

  test('each load leaves its two timing marks with name, size and number of generations', async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teasText);
    await inspector.openAs('stones.json', stonesText);
    for (const name of ['inspector.first-rows', 'inspector.complete']) {
      const own = async () => (await marks(page)).filter((mark) => mark.name === name);
      await expect
        .poll(async () => (await own()).map(({ detail }) => detail))
        .toEqual([
          { name: 'teas.json', bytes: Buffer.byteLength(teasText), generations: 3 },
          { name: 'stones.json', bytes: Buffer.byteLength(stonesText), generations: 1 },
        ]);
      for (const { startTime, duration } of await own()) {
        expect(startTime).toBeGreaterThan(0);
        expect(duration).toBeGreaterThan(0);
      }
    }
  });
});

test.describe('a load that takes long', () => {
  test('shows progress, and "Cancel" leaves the start page as it was', async ({ inspector }) => {
    await inspector.holdReading();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    await expect(inspector.progress).toBeVisible();
    await inspector.button('Cancel').click();
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
    await expect(inspector.main).toHaveAttribute('aria-busy', 'false');
    await expect(inspector.progress).toBeHidden();
    await expect(inspector.textBox).toBeVisible();
  });

  test('leaves the open response usable, and "Cancel" keeps it', async ({ inspector, page }) => {
    // Nothing is done ahead, so that the second load needs the script that is held back.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.holdReading();
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    await expect(inspector.progress).toBeVisible();
    await inspector.row(1).click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await inspector.button('Cancel').click();
    await inspector.loaded();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.outputText).toHaveText('Black tea');
  });

  test('says how far it is, and "Cancel" in the middle goes back to the response before', async ({ inspector }) => {
    // 20 million values, so that no machine is done before the button is pressed.
    const text = `{"data":[{"index":0,"output":"Granite","inputs":{}}],"metadata":[${'1,'.repeat(20_000_000)}1]}`;
    const path = join(folder, 'large.json');
    await writeFile(path, text);
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.fileInput.setInputFiles(path);
    await expect(inspector.progress).toHaveAttribute('aria-valuenow', /^\d+$/);
    await inspector.button('Cancel').click();
    await inspector.loaded();
    await expect(inspector.progress).toBeHidden();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('goes on in the list behind a newer document', async ({ inspector }) => {
    const release = await inspector.holdReading();
    await inspector.visit();
    await inspector.pickFiles({ name: 'teas.json', text: teasText });
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    release();
    await expectOpen(inspector, 'stones.json: 1 generation, 1 distinct, 1 provider response, 0 issues', 'Granite');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    await inspector.openResponse('teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
  });

  test('comes back when the page is loaded again in the middle of it, also what was pasted', async ({
    inspector,
    page,
  }) => {
    const release = await inspector.holdReading();
    await inspector.visit();
    await inspector.button('Inspect').focus();
    await inspector.paste(teasText);
    await expect(inspector.main).toHaveAttribute('data-load', 'loading');
    await inspector.kept(1);
    release();
    await page.reload();
    await expectOpen(inspector, 'pasted text: 3 generations, 2 distinct, 1 provider response, 1 issue', 'Green tea');
  });
});

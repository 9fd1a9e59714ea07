// The page is whole without its server: what a tab does that was left open when the command ended, and how it starts again without it.
import { completionResponse } from './fixtures/build.ts';
import { test as base, expect, type Inspector } from './inspector.ts';
import { type Site, startSite } from './site.ts';

const teas = completionResponse({ samples: ['**Green** tea', 'Black tea', 'White tea'] });
const stones = completionResponse({ samples: ['Granite', 'Basalt'] });

const test = base.extend<{ readonly own: Site }>({
  serviceWorkers: 'allow',
  // A server of its own, because the journey stops it.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are needed from this pattern
  own: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  baseURL: async ({ own }, use) => {
    await use(own.origin);
  },
});

/** Resolves when the browser holds the parts of the page. */
async function held(inspector: Inspector): Promise<void> {
  await inspector.page.evaluate(() => navigator.serviceWorker.ready);
}

/** A second document, all ways to look at it, and a reload, after which `count` are open: more than the page has asked its server for so far. */
async function everythingWorks(inspector: Inspector, count: number): Promise<void> {
  const { page } = inspector;
  await inspector.openAs('stones.json', stones);
  await expect(inspector.outputText).toHaveText('Granite');
  await inspector.openAs('teas.json', teas);
  await inspector.compareAll();
  await expect(inspector.compared(1)).toContainText('Black tea');
  for (const [tab, text] of [
    ['Similarity', 'Cluster threshold'],
    ['Branches', 'tea'],
    ['Distinct', 'tea'],
  ] as const) {
    await inspector.tab(tab).click();
    await expect(page.getByRole('tabpanel', { name: tab, exact: true })).toContainText(text);
  }
  await page.keyboard.press('Escape');
  const generation = inspector.region('Generation');
  await generation.getByRole('radio', { name: 'Markdown', exact: true }).click();
  const rendered = page.getByTestId('output-rendered').locator('strong');
  await expect(rendered).toHaveText(['Green']);
  await inspector.tab('JSON').click();
  await expect(generation.getByRole('tabpanel')).toContainText('finish_reason');
  await inspector.tab('Output').click();
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Command', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await inspector.kept(count);
  await page.reload();
  await inspector.loaded();
  await expect(inspector.openResponses).toHaveCount(count);
  await expect(rendered).toHaveText(['Green']);
}

test('with its server stopped right after the load the page opens, compares and renders, and a reload brings all back', async ({
  inspector,
  own,
  page,
}) => {
  await inspector.visit();
  await held(inspector);
  await page.goto('/');
  await own.close();
  await everythingWorks(inspector, 2);
});

test('with its server stopped after a first document all goes on, and what is not held is said and had later', async ({
  inspector,
  own,
}) => {
  await inspector.visit();
  await inspector.openAs('first.json', stones);
  await held(inspector);
  await own.close();
  await everythingWorks(inspector, 3);

  const usage = inspector.region('Token usage');
  const estimate = usage.getByRole('button', { name: 'Estimate tokens', exact: true });
  await estimate.click();
  await expect(usage).toContainText(
    'The tokens could not be estimated: A part of this page could not be fetched, because its server does not answer.',
  );
  const again = await startSite(['--port', new URL(own.origin).port]);
  try {
    await estimate.click();
    await expect(inspector.usageRow('Generation 1').getByRole('cell')).toHaveText(['–', '≈2', '–']);
  } finally {
    await again.close();
  }
});

// What is shown can be taken away: the table as CSV, TSV and JSON Lines, to a file or the clipboard.

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const answers = ['Green tea, "hot"', '=HYPERLINK("a")', '-5', 'Black tea\nwith milk', 'Green tea and more'];
const response = completionResponse({ samples: answers });

/** What is exported by an item of the menu "Export" of a region. */
async function exported(inspector: Inspector, region: 'Generations' | 'Compare', item: string): Promise<Download> {
  await inspector.region(region).getByRole('button', { name: 'Export', exact: true }).click();
  const download = inspector.page.waitForEvent('download');
  await inspector.menuItem(item).click();
  return await download;
}

async function textOf(download: Download): Promise<string> {
  return await readFile(await download.path(), 'utf8');
}

/** Columns and cells of the rows on screen, by what they say. */
async function onScreen(inspector: Inspector): Promise<readonly (readonly string[])[]> {
  const rows = inspector.grid.locator('[role="row"][aria-selected]');
  return await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('[data-column]')].map((cell) => cell.textContent ?? '')),
  );
}

function notice(page: Page) {
  return page.getByRole('complementary', { name: 'Notice', exact: true });
}

test('the table is exported as it is shown: rows, order, columns, notes', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
  await inspector.columnHead('Characters').click();
  await inspector.filterBox.fill('tea');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
  const download = await exported(inspector, 'Generations', 'Download CSV');
  expect(download.suggestedFilename()).toBe('teas-generations.csv');
  const [head, ...rows]: readonly (readonly string[])[] = parse(await textOf(download), { record_delimiter: '\r\n' });
  const heads = await inspector.columnHeads.evaluateAll((all) =>
    all.flatMap((one) => (one.matches('[data-column]') ? one.getAttribute('aria-label') : [])),
  );
  expect(head).toEqual(heads);
  const index = heads.indexOf('Index');
  expect(rows.map((row) => row[index])).toEqual((await onScreen(inspector)).map((row) => row[index]));
  await expect(notice(page)).toContainText('3 rows as CSV: saved as teas-generations.csv.');
});

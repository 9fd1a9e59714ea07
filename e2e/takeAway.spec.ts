// What is shown can be taken away: the table, a comparison, values as they are written, to a file or the clipboard; and the menus and commands by which.

import AxeBuilder from '@axe-core/playwright';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expectSelected } from './fixtures/keys.ts';
import { exported, headsOf, onScreen, textOf } from './fixtures/taken.ts';
import { expect, test } from './inspector.ts';

const answers = ['Green tea, "hot"', '=HYPERLINK("a")', '-5', 'Black tea\nwith milk', 'Green tea and more'];
const response = completionResponse({ samples: answers });

function notice(page: Page) {
  return page.getByRole('complementary', { name: 'Notice', exact: true });
}

async function copied(page: Page): Promise<string> {
  return await page.evaluate(() => navigator.clipboard.readText());
}

/** The names of the commands in a menu that is open. */
async function menuLines(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  return await page.getByRole('menuitem').allTextContents();
}

test('the table is exported as it is shown: rows, order, columns, notes', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
  await page.keyboard.press('s');
  await inspector.columnHead('Characters').click();
  await inspector.filterBox.fill('tea');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
  const download = await exported(inspector, 'Generations', 'Download CSV');
  expect(download.suggestedFilename()).toBe('teas-generations.csv');
  const [head, ...rows]: readonly (readonly string[])[] = parse(await textOf(download), { record_delimiter: '\r\n' });
  const heads = await headsOf(inspector);
  expect(head).toEqual(heads);
  const shown = await onScreen(inspector);
  for (const name of ['Index', 'Finish reason', 'Characters', 'Link', 'Star']) {
    const at = heads.indexOf(name);
    expect(rows.map((row) => row[at] || (name === 'Star' ? '' : '–'))).toEqual(shown.map((row) => row[at]));
  }
  const output = heads.indexOf('Output');
  expect(rows.map((row) => row[output])).toEqual(['Green tea, "hot"', 'Green tea and more', 'Black tea\nwith milk']);
  await expect(notice(page)).toContainText('3 rows as CSV: saved as teas-generations.csv.');

  await inspector.filterBox.fill('');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '6');
  const lines = await exported(inspector, 'Generations', 'Download JSON Lines');
  const objects = (await textOf(lines))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects.map((object) => object.Output).sort()).toEqual([...answers].sort());
  expect(objects.map((object) => String(object.Index))).toEqual(
    (await onScreen(inspector)).map((row) => row[heads.indexOf('Index')]),
  );

  const tsv = await exported(inspector, 'Generations', 'Download TSV');
  const cells: readonly (readonly string[])[] = parse(await textOf(tsv), { delimiter: '\t', columns: false });
  expect(cells.map((row) => row[output])).toContain(`'=HYPERLINK("a")`);
  expect(cells.map((row) => row[output])).toContain('-5');
  await expect(notice(page)).toContainText(
    '1 cell begins with an apostrophe, so that no spreadsheet runs it as a formula.',
  );
});

test('rows are copied by key, and marked text is left to the browser', async ({ inspector, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.visit();
  await inspector.openAs('teas.json', response);
  await expect(inspector.grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expectSelected(inspector, '/data/1');
  await page.keyboard.press('ControlOrMeta+C');
  await expect(notice(page)).toContainText('Row 1 as TSV: copied.');
  expect(await copied(page)).toMatch(/^1\t"'=HYPERLINK\(""a""\)"\t/);
  await inspector.compareBox(1).check();
  await inspector.compareBox(3).check();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(notice(page)).toContainText('2 chosen rows as TSV: copied.');
  const rows: readonly (readonly string[])[] = parse(await copied(page), { delimiter: '\t' });
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    ['1', `'=HYPERLINK("a")`],
    ['3', 'Black tea\nwith milk'],
  ]);

  await inspector.row(2).locator('[data-column="output"]').selectText();
  await page.keyboard.press('ControlOrMeta+C');
  await expect.poll(() => copied(page)).toMatch(/^-5\s*$/);
});

test('a value is taken with its own digits, from the menu of its row and of its place, which open by key', async ({
  inspector,
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.visit();
  const own = '{"index": 1, "output": "b", "score": 1.50, "seed": 12345678901234567890}';
  await inspector.openAs(
    'exact.json',
    `{"data": [{"index": 0, "output": "a"}, ${own}], "provider_responses": [{"choices": [], "n": 2.0}]}`,
  );
  await expect(inspector.grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expectSelected(inspector, '/data/1');
  await page.keyboard.press('Shift+F10');
  const lines = await menuLines(page);
  const axe = new AxeBuilder({ page }).include('[role="menu"]');
  expect((await axe.analyze()).violations).toEqual([]);
  expect(lines.some((line) => line.startsWith('Toggle star'))).toBe(true);
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inspector.grid).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await inspector.menuItem('Copy the generation as JSON').click();
  await expect(notice(page)).toContainText('Generation 1 as JSON: copied.');
  expect(await copied(page)).toBe(own);

  await inspector.row(0).click({ button: 'right' });
  await expectSelected(inspector, '/data/0');
  const download = page.waitForEvent('download');
  await inspector.menuItem('Download the response as JSON').click();
  expect(JSON.parse(await textOf(await download)).data).toHaveLength(2);
  await inspector.tree.locator('[data-pointer="/provider_responses/0"]').dblclick();
  await inspector.treeItem(/^n: 2\.0/).click({ button: 'right' });
  await expectSelected(inspector, '/provider_responses/0/n');
  await inspector.menuItem('Copy value').click();
  await expect.poll(() => copied(page)).toBe('2.0');
  await inspector.treeItem(/^n: 2\.0/).click({ button: 'right' });
  await inspector.menuItem('Copy the provider response as JSON').click();
  await expect.poll(() => copied(page)).toBe('{"choices": [], "n": 2.0}');
});

test('a comparison is taken as Markdown, its fields as CSV, and a fork has a menu', async ({ inspector, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.visit();
  const samples = ['{"tea": "green", "cups": 1.0}', '{"tea": "black", "cups": 2}', '{"tea": "green", "cups": 2}'];
  await inspector.openAs('cups.json', completionResponse({ samples }));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Fields').click();
  await expect(page.getByRole('grid', { name: 'Fields', exact: true })).toBeVisible();
  const fields = await exported(inspector, 'Compare', 'Download CSV');
  expect(fields.suggestedFilename()).toBe('cups-fields.csv');
  expect(parse(await textOf(fields))).toEqual([
    ['Field', 'Agreement', '#0', '#1', '#2', 'Min', 'Median', 'Max'],
    ['tea', '2 of 3', '"green"', '"black"', '"green"', '', '', ''],
    ['cups', '2 of 3', '1.0', '2', '2', '1.0', '2', '2'],
  ]);

  await inspector.tab('Consensus').click();
  const forks = page.getByRole('list', { name: 'Forks', exact: true });
  await expect(forks.getByRole('listitem').first()).toBeVisible();
  const consensus = await textOf(await exported(inspector, 'Compare', 'Download Markdown'));
  expect(consensus).toMatch(/^# Consensus\n\ncups\.json: 3 generations, \\#0 \\#1 \\#2\n/);
  expect(consensus).toContain('- 2 of 3 (67 %): ');
  await forks.getByRole('button').first().click({ button: 'right' });
  await inspector.menuItem('Copy the difference').click();
  await expect.poll(() => copied(page)).toMatch(/^1\. after “.*”\n {3}- 2 of 3/);

  for (const [tab, says] of [
    ['Distinct', '3 different answers of 3 generations'],
    ['Vote', '| Answer | Votes | Share | Generations |'],
    ['Aligned', '| \\# | Support | After |'],
    ['Similarity', '| Sample |'],
    ['Branches', 'fork'],
  ] as const) {
    await inspector.tab(tab).click();
    // Until the tab has its answer there is nothing of it to take.
    await expect(async () => {
      const item = inspector.menuItem('Copy Markdown');
      const button = inspector.region('Compare').getByRole('button', { name: 'Export', exact: true });
      if (!(await item.isVisible())) await button.click({ timeout: 5000 });
      await item.click({ timeout: 5000 });
      await expect.poll(() => copied(page), { timeout: 3000 }).toContain(`# ${tab}\n`);
      expect(await copied(page)).toContain(says);
    }).toPass();
  }
});

test('the palette lists every tab, every open document and each of several responses', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('one.json', response);
  const several = ['a', 'b'].map((id) =>
    JSON.stringify({ id, data: [{ index: 0, output: id }], provider_responses: [] }),
  );
  await inspector.openAs('two.jsonl', several.join('\n'));
  const palette = page.getByRole('dialog', { name: 'Commands', exact: true });
  const found = async (words: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+K');
    await palette.getByRole('combobox').fill(words);
  };
  await found('compare:');
  await expect(palette.getByRole('option')).toHaveText([
    'Compare: Consensus',
    'Compare: Aligned',
    'Compare: Distinct',
    'Compare: Similarity',
    'Compare: Fields',
    'Compare: Branches',
    'Compare: Vote',
  ]);
  await page.keyboard.press('Escape');
  await found('only the response line 2');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  const download = await exported(inspector, 'Generations', 'Download 1 response');
  expect(JSON.parse(await textOf(download))).toEqual(JSON.parse(several[1] ?? ''));
  await found('what differs between the calls');
  await page.keyboard.press('Enter');
  const calls = await exported(inspector, 'Calls', 'Download CSV');
  const [head, ...lines]: readonly (readonly string[])[] = parse(await textOf(calls));
  expect(head).toEqual(['Field', 'line 1', 'line 2']);
  expect(lines).toContainEqual(['Samples', '1', '1']);
  await found('sort by output');
  await page.keyboard.press('Enter');
  await expect(inspector.columnHead('Output')).toHaveAttribute('aria-sort', 'ascending');
  await found('show one.json');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(inspector.status).toContainText('one.json: 5 generations');
  await found('generation: inputs');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(inspector.tab('Inputs')).toHaveAttribute('aria-selected', 'true');
});

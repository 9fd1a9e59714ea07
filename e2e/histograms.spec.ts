// The small charts over the table, which narrow it, and the chips that say so.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = ['Tea', 'Green tea', 'Black tea with milk', 'A long cup of white tea in the afternoon'];
const response = JSON.stringify(completionResponse({ samples, finish: ['stop', 'stop', 'length', 'stop'] }));

test.beforeEach(async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
});

async function openHistograms(inspector: Inspector): Promise<void> {
  await inspector.button('Histograms').focus();
  await inspector.page.keyboard.press('Enter');
  await expect(inspector.page.getByRole('group', { name: 'Histograms', exact: true })).toBeVisible();
}

const chips = (inspector: Inspector) => inspector.page.getByRole('group', { name: 'Active filters', exact: true });

test('are closed until asked for, and then open with the next response too', async ({ inspector, page }) => {
  await expect(page.getByRole('group', { name: 'Histograms', exact: true })).toHaveCount(0);
  await openHistograms(inspector);
  await inspector.reload();
  await expect(page.getByRole('group', { name: 'Histograms', exact: true })).toBeVisible();
});

test('a range set by keys narrows the table, stands in a chip and in the address, and is taken off by it', async ({
  inspector,
  page,
}) => {
  await openHistograms(inspector);
  const from = page.getByRole('slider', { name: 'Characters from', exact: true });
  await from.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  const value = Number(await from.inputValue());
  expect(value).toBeGreaterThan(3);
  await expect(inspector.row(0)).toContainText('Green tea');
  await expect(inspector.region('Generations')).toContainText('3 of 4');
  await expect(chips(inspector)).toContainText(`Characters ${value}–`);
  await expect.poll(() => page.url()).toContain(`chars=${value}-`);
  await inspector.reload();
  await expect(inspector.row(0)).toContainText('Green tea');
  await chips(inspector)
    .getByRole('button', { name: /^Remove filter: Characters/ })
    .click();
  await expect(inspector.row(0)).toContainText('Tea');
  await expect(chips(inspector)).toHaveCount(0);
});

test('dragging over the bars chooses their range, a press one bar', async ({ inspector, page }) => {
  await openHistograms(inspector);
  const slider = await page.getByRole('group', { name: 'Characters', exact: true }).boundingBox();
  if (slider === null) throw new Error('The chart is not on screen.');
  const bars = { left: slider.x + 8, right: slider.x + slider.width - 8, y: slider.y - 12 };
  await page.mouse.move(bars.right, bars.y);
  await page.mouse.down();
  await page.mouse.up();
  await expect(inspector.region('Generations')).toContainText('1 of 4');
  await expect(inspector.row(0)).toContainText('A long cup');
  await page.mouse.move((bars.left + bars.right) / 2, bars.y);
  await page.mouse.down();
  await page.mouse.move(bars.left, bars.y, { steps: 4 });
  await page.mouse.up();
  await expect(inspector.region('Generations')).toContainText('3 of 4');
  await expect(chips(inspector)).toContainText(/Characters \d/);
});

test('finish reasons are chosen by checkboxes, and several filters are cleared at once', async ({
  inspector,
  page,
}) => {
  await openHistograms(inspector);
  await page.getByRole('checkbox', { name: 'stop', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(chips(inspector)).toContainText('Finish reason length');
  await expect(inspector.region('Generations')).toContainText('1 of 4');
  await inspector.filterBox.fill('green');
  await expect(chips(inspector)).toContainText('Contains “green”');
  await expect(inspector.region('Generations')).toContainText('No generation is within all filters.');
  await inspector.button('Clear all').click();
  await expect(inspector.row(3)).toContainText('A long cup');
});

test('behind each chart stands a table with the same figures', async ({ inspector, page }) => {
  await openHistograms(inspector);
  const table = page.getByRole('table', { name: 'Characters of all generations', exact: true });
  const counts = () => table.locator('tbody tr td:nth-of-type(1)').allTextContents();
  await expect.poll(async () => (await counts()).reduce((sum, count) => sum + Number(count), 0)).toBe(samples.length);
});

test('one generation has nothing to chart', async ({ inspector }) => {
  await inspector.openAs('one.json', JSON.stringify(completionResponse({ samples: ['Tea'] })));
  await expect(inspector.region('Generations')).toContainText('Tea');
  await expect(inspector.button('Histograms')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme });
    await openHistograms(inspector);
    await page.getByRole('checkbox', { name: 'length', exact: true }).uncheck();
    await expect(chips(inspector)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}

test('an own pattern becomes a column, a chart and a filter, and comes back with the address', async ({
  inspector,
  page,
}) => {
  await openHistograms(inspector);
  const box = page.getByRole('textbox', { name: 'Regular expression over outputs', exact: true });
  await box.fill('(green|black|white) tea(');
  await box.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'regular expression' })).toBeVisible();
  await box.fill('([A-Za-z]+) tea');
  await box.press('Enter');
  const pattern = page.getByRole('group', { name: 'Pattern /([A-Za-z]+) tea/', exact: true });
  await expect(pattern.getByRole('listitem')).toHaveText([/^no match1$/, /^Green1$/, /^Black1$/, /^white1$/]);
  await expect(inspector.columnHead('/([A-Za-z]+) tea/')).toBeVisible();
  await pattern.getByRole('radio', { name: 'Others', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(inspector.region('Generations')).toContainText('1 of 4');
  await expect(chips(inspector)).toContainText('Output does not match /([A-Za-z]+) tea/');
  await inspector.reload();
  await expect(inspector.region('Generations')).toContainText('1 of 4');
  await inspector.button('Clear all').click();
  await expect(inspector.row(3)).toContainText('white');
  await inspector.button('Remove pattern /([A-Za-z]+) tea/').click();
  await expect(inspector.columnHead('/([A-Za-z]+) tea/')).toHaveCount(0);
});

test('a pattern that would take for ever is stopped, and the page stays usable', async ({ inspector, page }) => {
  await inspector.openAs('long.json', JSON.stringify(completionResponse({ samples: ['a'.repeat(60), 'b'] })));
  await openHistograms(inspector);
  const box = page.getByRole('textbox', { name: 'Regular expression over outputs', exact: true });
  await box.fill('^(a+)+$|^(a+)+b$');
  await box.fill('^(a+)+b$');
  await box.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Stopped after 2 seconds' })).toBeVisible();
  await inspector.row(1).click();
  await expect(inspector.row(1)).toHaveAttribute('aria-selected', 'true');
});

// A star and a note beside a generation: by key, as columns, and as long as the document is open.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const response = JSON.stringify(completionResponse({ samples: ['Green tea', 'Black tea', 'White tea'] }));

test.beforeEach(async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', response);
});

async function noteOn(inspector: Inspector, row: number, note: string): Promise<void> {
  await inspector.row(row).click();
  await inspector.button('Write a note').click();
  await expect(inspector.page.getByRole('textbox', { name: /^Note on/ })).toBeFocused();
  await inspector.page.keyboard.type(note);
  await inspector.page.keyboard.press('Enter');
}

test('s stars the selected generation and takes the star off; the column is there while it is used', async ({
  inspector,
  page,
}) => {
  await expect(inspector.columnHead('Star')).toHaveCount(0);
  await inspector.row(1).click();
  await page.keyboard.press('s');
  await expect(inspector.columnHead('Star')).toBeVisible();
  await expect(inspector.row(1)).toContainText('starred');
  await expect(inspector.row(0)).not.toContainText('starred');
  await expect(inspector.button('Star')).toHaveAttribute('aria-pressed', 'true');
  await inspector.columnHead('Star').click();
  await expect(inspector.row(0)).toContainText('Black tea');
  await page.keyboard.press('s');
  await expect(inspector.columnHead('Star')).toHaveCount(0);
});

test('a note is written without a mouse, shown in its column, and left as it was by Escape', async ({
  inspector,
  page,
}) => {
  await inspector.row(2).click();
  await inspector.button('Write a note').focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'Note on #2', exact: true });
  await expect(box).toBeFocused();
  await page.keyboard.type('too pale');
  await page.keyboard.press('Enter');
  await expect(inspector.row(2)).toContainText('too pale');
  await expect(inspector.columnHead('Note')).toBeVisible();
  await box.fill('something else');
  await box.press('Escape');
  await expect(box).toHaveValue('too pale');
  await expect(inspector.row(2)).toContainText('too pale');
  await inspector.row(0).click();
  await expect(page.getByRole('textbox', { name: /^Note on/ })).toHaveCount(0);
});

test('stars and notes come back with a reload and stay out of the address', async ({ inspector, page }) => {
  await inspector.row(0).click();
  await page.keyboard.press('s');
  await noteOn(inspector, 1, 'strong');
  await expect(inspector.row(1)).toContainText('strong');
  expect(await page.evaluate(() => location.href)).not.toContain('strong');
  await inspector.reload();
  await expect(inspector.row(0)).toContainText('starred');
  await expect(inspector.row(1)).toContainText('strong');
});

test('a note that is being typed is there after a reload, and where another response opens meanwhile', async ({
  inspector,
  page,
}) => {
  await inspector.row(1).click();
  await inspector.button('Write a note').click();
  await page.keyboard.type('too str');
  await inspector.reload();
  await expect(inspector.row(1)).toContainText('too str');
  await inspector.row(2).click();
  await inspector.button('Write a note').click();
  await page.keyboard.type('pale');
  await inspector.openAs('stones.json', JSON.stringify(completionResponse({ samples: ['Granite'] })));
  await inspector.openResponse('teas.json').click();
  await expect(inspector.row(2)).toContainText('pale');
});

test('closing a response takes them along, and Undo brings them back to stay', async ({ inspector, page }) => {
  await noteOn(inspector, 1, 'strong');
  await page.getByRole('button', { name: /show open responses/ }).click();
  await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(inspector.textBox).toBeVisible();
  await inspector.button('Undo').click();
  await inspector.loaded();
  await expect(inspector.row(1)).toContainText('strong');
  await inspector.reload();
  await expect(inspector.row(1)).toContainText('strong');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme });
    await inspector.row(0).click();
    await page.keyboard.press('s');
    await noteOn(inspector, 0, 'fresh');
    await expect(inspector.row(0)).toContainText('fresh');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}

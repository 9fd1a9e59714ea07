// Outputs that are JSON, compared field by field.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = [
  '{"name": "Lamp", "price": {"amount": 129, "currency": "EUR"}, "tags": ["desk"], "note": null}',
  '{"price": {"currency": "EUR", "amount": 129.0}, "name": "Lamp", "tags": ["desk"], "note": ""}',
  '{"name": "lamp", "price": {"amount": 119, "currency": "EUR"}, "tags": []}',
  '{"name": "Lamp", "price": {"amount": 129',
];

async function openFields(inspector: Inspector, response: JsonObject = completionResponse({ samples })): Promise<void> {
  await inspector.visit();
  await compareFields(inspector, 'response.json', response);
}

async function compareFields(inspector: Inspector, name: string, response: JsonObject): Promise<void> {
  await inspector.openAs(name, response);
  await inspector.compareAll();
  await inspector.tab('Fields').click();
}

const grid = (inspector: Inspector) => inspector.page.getByRole('grid', { name: 'Fields', exact: true });
const field = (inspector: Inspector, name: string) =>
  grid(inspector)
    .getByRole('row')
    .filter({ has: inspector.page.getByRole('rowheader', { name, exact: true }) });
const explanation = (inspector: Inspector) => inspector.page.getByRole('region', { name: 'Explanation', exact: true });

test('each field says how many samples agree; missing, null and empty are different signs', async ({ inspector }) => {
  await openFields(inspector);
  const cells = (name: string) => field(inspector, name).getByRole('gridcell');
  await expect(cells('name')).toHaveText(['2 of 3', '"Lamp"', '"Lamp"', '"lamp"', '', '', '', '']);
  await expect(cells('amount')).toHaveText(['2 of 3', '129', '129.0', '119', '', '119', '129', '129.0']);
  await expect(cells('note')).toHaveText(['1 of 3', 'null', '""', 'missing', '', '', '', '']);
  await expect(cells('tags [0–1]').nth(3)).toHaveText('[ ]');
  await expect(cells('name').nth(3)).toHaveAccessibleName('"lamp", single');
  await expect(cells('name').nth(4)).toHaveAccessibleName('does not parse');
  await expect(grid(inspector).getByRole('columnheader', { name: '#3, does not parse', exact: true })).toBeVisible();
});

test('a field is explained by its variants, a sample that does not parse by the place', async ({ inspector, page }) => {
  await openFields(inspector);
  await expect(explanation(inspector)).toContainText('#3 does not parse');
  await expect(explanation(inspector)).toContainText(/Line 1, column \d+\./);
  await grid(inspector).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
  await expect(explanation(inspector)).toContainText('price.amount');
  await expect(explanation(inspector)).toContainText('2 of 3 agree on 129');
  await expect(explanation(inspector)).toContainText('#1 wrote 129.0');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(explanation(inspector)).toContainText('price.amount in #2');
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/2/output');
  await explanation(inspector).getByRole('button', { name: '#1', exact: true }).press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1');
});

test('fields on which all agree can be left out', async ({ inspector, page }) => {
  await openFields(inspector);
  await expect(field(inspector, 'currency')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Only fields that disagree', exact: true }).press('Space');
  await expect(field(inspector, 'currency')).toHaveCount(0);
  await expect(field(inspector, 'price {2}')).toBeVisible();
  await expect(field(inspector, 'amount')).toBeVisible();
});

test('the majority object is copied as JSON', async ({ inspector }) => {
  await openFields(inspector);
  const copied = await inspector.copyWith(inspector.button('Copy the majority object'));
  expect(JSON.parse(copied)).toMatchObject({ name: 'Lamp', price: { amount: 129, currency: 'EUR' }, tags: ['desk'] });
});

test('fenced blocks are read, and another place can be chosen where two hold JSON', async ({ inspector, page }) => {
  const fenced = ['See:\n```json\n{"a": 1}\n```\n', 'See:\n```json\n{"a": 2}\n```\n', '{"b": 3}'];
  await openFields(inspector, completionResponse({ samples: fenced }));
  await expect(field(inspector, 'a')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Fenced blocks', exact: true })).toBeChecked();
  await page.getByRole('radio', { name: 'Fenced blocks', exact: true }).press('ArrowLeft');
  await expect(field(inspector, 'b')).toBeVisible();
  await expect(field(inspector, 'a')).toHaveCount(0);
});

test('the arguments of tool calls are compared, and a cell leads to them', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openExample('Tool calls that disagree');
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Fields').click();
  await expect(grid(inspector)).toBeVisible();
  await grid(inspector).focus();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toMatch(/^\/data\/0\/.*arguments/);
});

test('where nothing is JSON a sentence says so', async ({ inspector }) => {
  await openFields(inspector, completionResponse({ samples: ['Tea.', 'Coffee.'] }));
  await expect(inspector.region('Compare')).toContainText('No output is JSON');
  await compareFields(inspector, 'torn.json', completionResponse({ samples: ['{"a": 1', '{"a": 2'] }));
  await expect(inspector.region('Compare')).toContainText('None of these JSON texts parses.');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the table of fields passes the rules of axe, ${scheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openFields(inspector);
    await expect(explanation(inspector)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Compare"]').analyze();
    expect(violations).toEqual([]);
  });
}

// How alike any two of the chosen answers are.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

// Each pair keeps a known number of words.
const samples = [
  'one two three four',
  'one two three four',
  'red green blue grey',
  'one two three five',
  'red green blue pink',
];

async function openSimilarity(inspector: Inspector, texts: readonly string[] = samples): Promise<void> {
  await inspector.visit();
  await inspector.openAs('response.json', completionResponse({ samples: texts }));
  await inspector.compareAll();
  await inspector.tab('Similarity').click();
}

/** Another response, of texts too few or too empty for one of them to be the most typical. */
async function openNext(inspector: Inspector, name: string, texts: readonly string[]): Promise<void> {
  await inspector.openAs(name, completionResponse({ samples: texts }));
  await inspector.page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Similarity').click();
}

const matrix = (inspector: Inspector) => inspector.page.getByRole('grid', { name: 'Similarity matrix', exact: true });

test('the matrix orders the different texts by cluster, with a number in each cell', async ({ inspector }) => {
  await openSimilarity(inspector);
  await expect(matrix(inspector).getByRole('rowheader')).toHaveText(['#0 ×2', '#3', /#[24]/, /#[24]/]);
  await expect(matrix(inspector).getByRole('gridcell', { name: '#0 ×2 and #3: 0.75', exact: true })).toHaveText('0.75');
  await expect(matrix(inspector).getByRole('gridcell', { name: '#3 and #2: 0.00', exact: true })).toHaveText('0.00');
  await expect(matrix(inspector)).toHaveAttribute('aria-rowcount', '5');
  await expect(inspector.region('Compare')).toContainText('2 clusters');
  await expect(inspector.region('Compare')).toContainText(
    'Similarity is twice the words that the alignment of two texts keeps, divided by the words of both',
  );
});

test('arrow keys walk the cells, the pair is explained, Enter aligns it', async ({ inspector, page }) => {
  await openSimilarity(inspector);
  await expect(matrix(inspector)).toBeVisible();
  await matrix(inspector).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  // Other generations are compared: the keys stay in the matrix while their figures are worked out.
  await page.keyboard.press('x');
  await expect(matrix(inspector).getByRole('rowheader')).toHaveText(['#1', '#3', /#[24]/, /#[24]/]);
  await expect(matrix(inspector)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const active = await matrix(inspector).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName('#3 and #1: 0.75');
  await expect(inspector.region('Compare')).toContainText('#3 and #1: 0.75 = 2 × 3 ÷ (4 + 4).');
  await page.keyboard.press('Enter');
  await expect(inspector.tab('Aligned')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/&sel=1,3&base=3&/);
  await expect(page.getByRole('group', { name: 'Outputs side by side', exact: true })).toBeFocused();
});

test('a click on a cell aligns its pair', async ({ inspector, page }) => {
  await openSimilarity(inspector);
  await matrix(inspector).getByRole('gridcell', { name: '#0 ×2 and #3: 0.75', exact: true }).click();
  await expect(inspector.tab('Aligned')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/&sel=0,3&base=0&/);
});

test('texts that are all equal or too long leave a sentence in place of the matrix', async ({ inspector }) => {
  await openSimilarity(inspector, ['same', 'same', 'same']);
  await expect(inspector.region('Compare')).toContainText('All 3 texts are equal: the similarity is 1.');
  await openNext(inspector, 'empty.json', ['', '']);
  await expect(inspector.region('Compare')).toContainText('#0 #1 say nothing.');
  await openNext(inspector, 'long.json', ['short', 'word '.repeat(50_000)]);
  await expect(inspector.region('Compare')).toContainText('Fewer than two of the chosen generations say something');
  await expect(inspector.region('Compare')).toContainText('#1 takes no part: longer than 200,000 UTF-16 units.');
});

test('of very many texts the matrix says that it shows some and that its values are estimates', async ({
  inspector,
  page,
}) => {
  const many = Array.from(
    { length: 260 },
    (_, at) => `Answer ${at} of many speaks of ${at % 7} lamps and ${at % 3} cups.`,
  );
  await openSimilarity(inspector, many);
  await expect(inspector.region('Compare')).toContainText('Shows 200 of 260 different texts');
  await expect(inspector.region('Compare')).toContainText('the values are estimates');
  await expect(matrix(inspector)).toHaveAttribute('aria-rowcount', '201');
  expect(await matrix(inspector).getByRole('gridcell').count()).toBeLessThan(2500);
  await matrix(inspector).focus();
  await page.keyboard.press('Control+End');
  await expect(matrix(inspector).getByRole('row').last()).toHaveAttribute('aria-rowindex', '201');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the matrix passes the rules of axe, ${scheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openSimilarity(inspector);
    await expect(matrix(inspector)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Compare"]').analyze();
    expect(violations).toEqual([]);
  });
}

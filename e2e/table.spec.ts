// The table of generations: its grid, sorting, filtering, columns, totals, and five thousand rows.
import { completionResponse } from './fixtures/build.ts';
import { openFruits } from './fixtures/fruits.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** The index of each row from top to bottom. */
async function expectOrder(inspector: Inspector, indexes: readonly number[]): Promise<void> {
  const boxes = inspector.grid.getByRole('checkbox', { name: /^Compare generation \d+$/ });
  await expect(boxes).toHaveCount(indexes.length);
  for (const [at, index] of indexes.entries()) {
    await expect(inspector.row(at).getByRole('checkbox')).toHaveAccessibleName(`Compare generation ${index}`);
  }
}

test.describe('the grid', () => {
  test('has a header row, numbered rows and cells below their heads', async ({ inspector }) => {
    await openFruits(inspector);
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '6');
    const heads = [
      ...['Compare', 'Index', 'Output', 'Finish reason', 'Tokens', 'Characters'],
      ...['Surprisal', 'Mean logprob', 'Perplexity', 'Link'],
    ];
    await expect(inspector.columnHeads).toHaveCount(heads.length);
    for (const [at, name] of heads.entries()) await expect(inspector.columnHeads.nth(at)).toHaveAccessibleName(name);
    await expect(inspector.grid.getByRole('row')).toHaveCount(6);
    await expect(inspector.grid.getByRole('row').first()).toHaveAttribute('aria-rowindex', '1');
    for (const [at, cells] of [
      ['', '0', 'pear', 'stop', '1', '4', '', '−0.693', '2.00', 'certain'],
      ['', '1', /^Fig/, /^length/, '1', '3', '', '−0.693', '2.00', 'certain'],
      ['', '2', 'apple pie', 'stop', '2', '9', '', '−1.040', '2.83', 'certain'],
    ].entries()) {
      await expect(inspector.row(at).getByRole('gridcell')).toHaveText(cells);
    }
    await expect(inspector.selectedRow).toHaveCount(1);
    await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.row(1)).toHaveAttribute('aria-selected', 'false');
  });

  test('is one stop of the Tab key, and the arrow keys move the selection along its rows', async ({
    inspector,
    page,
  }) => {
    await openFruits(inspector);
    await inspector.grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(inspector.row(2)).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.grid).toBeFocused();
    const active = await inspector.grid.getAttribute('aria-activedescendant');
    await expect(inspector.row(2)).toHaveId(active ?? 'none');
    await page.keyboard.press('End');
    await expect(inspector.row(4)).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.outputText).toHaveText('fig');
    await page.keyboard.press('Home');
    await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Space');
    await expect(inspector.compareBox(0)).toBeChecked();
  });

  test('a checkbox chooses its generation and does not select it', async ({ inspector }) => {
    await openFruits(inspector);
    await inspector.compareBox(2).check();
    await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.region('Generations')).toContainText('1 chosen');
    await inspector.compareBox(2).uncheck();
    await expect(inspector.region('Generations')).not.toContainText('chosen');
  });
});

test.describe('sorting', () => {
  test('goes up, down and back, with missing values last both ways', async ({ inspector }) => {
    await openFruits(inspector);
    const head = inspector.columnHead('Characters');
    await expect(head).toHaveAttribute('aria-sort', 'none');
    await head.click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expectOrder(inspector, [1, 4, 0, 2, 3]);
    await head.click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expectOrder(inspector, [2, 0, 1, 4, 3]);
    await head.click();
    await expect(head).toHaveAttribute('aria-sort', 'none');
    await expectOrder(inspector, [0, 1, 2, 3, 4]);
  });

  test('of texts takes upper and lower case as one', async ({ inspector }) => {
    await openFruits(inspector);
    await inspector.columnHead('Output').click();
    await expectOrder(inspector, [2, 1, 4, 0, 3]);
    await expect(inspector.columnHead('Output')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.columnHead('Characters')).toHaveAttribute('aria-sort', 'none');
  });

  test('by several columns: Shift adds one, and its missing values are last too', async ({ inspector, page }) => {
    await openFruits(inspector);
    await inspector.columnHead('Finish reason').click();
    await inspector.columnHead('Characters').click({ modifiers: ['Shift'] });
    await inspector.columnHead('Characters').click({ modifiers: ['Shift'] });
    await expect(inspector.columnHead('Finish reason')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.columnHead('Characters')).toHaveAttribute('aria-sort', 'descending');
    // length: 1 and 4 are equally long and stay in order; stop: 9 characters before 4.
    await expectOrder(inspector, [1, 4, 2, 0, 3]);
    await inspector.columnHead('Index').click({ modifiers: ['Shift'] });
    await inspector.columnHead('Index').click({ modifiers: ['Shift'] });
    await expectOrder(inspector, [4, 1, 2, 0, 3]);
    await expect.poll(() => page.url()).toContain('sort=finish,-characters,-index');
    // A plain click starts over with this column alone.
    await inspector.columnHead('Tokens').click();
    await expect(inspector.columnHead('Finish reason')).toHaveAttribute('aria-sort', 'none');
    await expect(inspector.columnHead('Tokens')).toHaveAttribute('aria-sort', 'ascending');
  });

  test('keeps the selected generation selected at its new place', async ({ inspector }) => {
    await openFruits(inspector);
    await inspector.row(2).click();
    await inspector.columnHead('Characters').click();
    await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '5');
    await expect(inspector.outputText).toHaveText('apple pie');
  });
});

test.describe('the filter', () => {
  test('leaves the rows that hold the text, in any case or exactly', async ({ inspector }) => {
    await openFruits(inspector);
    await inspector.filterBox.fill('FIG');
    await expectOrder(inspector, [1, 4]);
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
    await inspector.filterBox.fill('fig');
    await expectOrder(inspector, [1, 4]);
    const matchCase = inspector.region('Generations').getByRole('button', { name: 'Match case', exact: true });
    await expect(matchCase).toHaveAttribute('aria-pressed', 'false');
    await matchCase.click();
    await expect(matchCase).toHaveAttribute('aria-pressed', 'true');
    await expectOrder(inspector, [4]);
    await matchCase.click();
    await inspector.columnHead('Index').click();
    await inspector.columnHead('Index').click();
    await expectOrder(inspector, [4, 1]);
  });

  test('that finds nothing says so and can be cleared there', async ({ inspector }) => {
    await openFruits(inspector);
    await inspector.filterBox.fill('kumquat');
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '1');
    await expect(inspector.region('Generations')).toContainText('contains kumquat');
    await inspector.region('Generations').getByRole('button', { name: 'Clear the filter', exact: true }).click();
    await expect(inspector.filterBox).toHaveValue('');
    await expectOrder(inspector, [0, 1, 2, 3, 4]);
  });

  test('is emptied by Escape', async ({ inspector, page }) => {
    await openFruits(inspector);
    await inspector.filterBox.fill('pear');
    await expectOrder(inspector, [0]);
    await page.keyboard.press('Escape');
    await expect(inspector.filterBox).toHaveValue('');
    await expectOrder(inspector, [0, 1, 2, 3, 4]);
  });
});

test('what all outputs begin with stands once above them, and a small cell keeps the output before its signs', async ({
  inspector,
  page,
}) => {
  const samples = [
    'four, for two and two make four.\n\nSo it is.',
    'five.',
    'four, for two and two make four.\n\nSo it is.',
  ];
  await inspector.visit();
  await inspector.openAs(
    'sums.json',
    completionResponse({ samples: samples.map((end) => `The final answer is ${end}`), logprobs: 1 }),
  );
  const start = inspector.page.getByTestId('common-start');
  await expect(start.getByText('The final answer is …', { exact: true })).toBeVisible();
  await expect(inspector.row(0)).toContainText('…four, for two and two make four. So it is.');
  await expect(inspector.row(1)).toContainText('…five.');
  await expect(inspector.row(1)).not.toContainText('final');
  const equal = inspector.row(0).getByText('= #2', { exact: true });
  await expect(equal).toBeInViewport();
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(equal).not.toBeInViewport();
  await expect(inspector.row(0)).toContainText('…four, for two');
  await page.setViewportSize({ width: 1440, height: 900 });
  await inspector.filterBox.fill('answer is five');
  await expect(inspector.row(0)).toContainText('The final answer is five.');
  await expect(start).toHaveCount(0);
});

test('the totals stand outside of the grid and add up the rows that are shown', async ({ inspector }) => {
  await openFruits(inspector);
  const totals = inspector.region('Generations').getByRole('group', { name: 'Totals', exact: true });
  await expect(totals).toContainText('4 distinct, 1 without an answer');
  await expect(totals).toContainText('2 length');
  await expect(totals).toContainText('19');
  await expect(totals).toContainText('5 of 5 linked');
  await expect(inspector.grid.getByRole('group', { name: 'Totals', exact: true })).toHaveCount(0);
  await inspector.filterBox.fill('fig');
  await expect(totals).toContainText('2 distinct');
  await expect(totals).toContainText('all length');
  await expect(totals).toContainText('2 of 2 linked');
});

test('five thousand generations are all reachable while few rows are in the page', async ({ inspector, page }) => {
  const samples = Array.from({ length: 5_000 }, (_, at) => `answer ${at}`);
  await inspector.visit();
  await inspector.pickFiles({ name: 'many.json', text: JSON.stringify(completionResponse({ samples })) });
  await inspector.loaded();
  await expect(inspector.status).toContainText('many.json: 5,000 generations, 5,000 distinct');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '5001');
  expect(await inspector.grid.getByRole('row').count()).toBeLessThan(200);
  await inspector.grid.focus();
  await page.keyboard.press('End');
  await expect(inspector.row(4_999)).toBeInViewport();
  await expect(inspector.row(4_999)).toContainText('answer 4999');
  await expect(inspector.row(4_999)).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.outputText).toHaveText('answer 4999');
  expect(await inspector.grid.getByRole('row').count()).toBeLessThan(200);
  await inspector.filterBox.fill('answer 4');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '1112');
  await expect(inspector.row(1_110)).toBeInViewport();
  await inspector.filterBox.fill('');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '5001');
  await inspector.columnHead('Index').click();
  await inspector.columnHead('Index').click();
  // The order of so many rows arrives a moment later: Home before that goes to the first of the old one.
  await expect(async () => {
    await page.keyboard.press('Home');
    await expect(inspector.row(0)).toContainText('answer 4999', { timeout: 1_000 });
  }).toPass();
  await inspector.filterBox.fill('answer 43');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '112');
  await expect(inspector.row(0)).toContainText('answer 4399');
  await inspector.filterBox.fill('answer 4321');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await expect(inspector.row(0)).toContainText('answer 4321');
});

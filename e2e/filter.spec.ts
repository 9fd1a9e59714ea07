// Filtering by a person's own regular expression: what it finds, what is said of a wrong one, and the end of one that never ends.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const teas = completionResponse({ samples: ['Green tea', 'Black tea with milk', 'White tea', `${'a'.repeat(40)}!`] });

function patternSwitch(inspector: Inspector) {
  return inspector.region('Generations').getByRole('button', { name: 'Regular expression', exact: true });
}

test('a pattern leaves the rows that it finds, in any case unless case matters', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', teas);
  await inspector.filterBox.fill('^(green|white)');
  await expect(inspector.region('Generations')).toContainText('No output, id or finish reason contains');
  await patternSwitch(inspector).click();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await expect(inspector.region('Generations')).toContainText('2 of 4');
  await expect(page.locator('[aria-live="polite"]')).toContainText('2 of 4 generations found');
  await expect.poll(() => page.url()).toContain('regex=1');
  await inspector.region('Generations').getByRole('button', { name: 'Match case', exact: true }).click();
  await expect(inspector.region('Generations')).toContainText('No output, id or finish reason matches');
  await inspector.filterBox.fill('Milk$|milk$');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await inspector.filterBox.fill('');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '5');
});

test('a wrong pattern says why and where, and the rows stay', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', teas);
  await patternSwitch(inspector).focus();
  await page.keyboard.press('Space');
  await inspector.filterBox.fill('tea$');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await inspector.filterBox.fill('(tea)(');
    const problem = page.getByTestId('filter-problem');
    await expect(problem).toContainText('Not a regular expression: Unterminated group, at character 6.');
    await expect(inspector.filterBox).toHaveAttribute('aria-invalid', 'true');
    await expect(inspector.filterBox).toHaveAccessibleDescription(/Unterminated group, at character 6/);
    await expect(problem).toContainText('Showing the rows of the previous filter.');
    // The chip says what the rows are.
    await expect(inspector.button('Remove filter: Output matches /tea$/')).toBeVisible();
    await expect(inspector.button('Remove filter: Output matches /(tea)(/')).toHaveCount(0);
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await inspector.filterBox.fill('tea');
    await expect(problem).toBeHidden();
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '4');
    await inspector.filterBox.fill('tea$');
    await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  }
});

test('a pattern that never ends is stopped, says so, and the page goes on', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('teas.json', teas);
  await patternSwitch(inspector).click();
  await inspector.filterBox.fill('tea$');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await inspector.filterBox.fill('^(a+)+$');
  await expect(page.getByTestId('filter-problem')).toContainText('This pattern took longer than 2 seconds');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
  await inspector.filterBox.fill('coffee');
  await expect(inspector.region('Generations')).toContainText('No output, id or finish reason matches coffee.');
  await inspector.filterBox.fill('^(a+)+$');
  await expect(page.getByTestId('filter-problem')).toContainText('This pattern took longer than 2 seconds');
  await expect(inspector.region('Generations')).toContainText('What this one finds is not known.');
  await inspector.filterBox.fill('milk');
  await expect(page.getByTestId('filter-problem')).toBeHidden();
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
});

test('a pattern runs over whole outputs, part by part', async ({ inspector }) => {
  const filler = 'leaf '.repeat(60_000);
  const samples = ['one', `${filler}needle at the end`, `${filler}nothing`, 'needle'];
  await inspector.visit();
  await inspector.openAs('long.json', completionResponse({ samples }));
  await patternSwitch(inspector).click();
  await inspector.filterBox.fill('needle( at the end)?$');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '3');
});

test('matches are marked in the rows and in the output, also far in, and n and p walk them', async ({
  inspector,
  page,
}) => {
  const samples = ['Green tea, black tea', 'Coffee', `${'leaf '.repeat(6000)}TEA at the end`];
  await inspector.visit();
  await inspector.openAs('marks.json', completionResponse({ samples }));
  await inspector.filterBox.fill('tea');
  await expect(inspector.grid.locator('mark')).toHaveText(['tea', 'tea', 'TEA']);
  await expect(inspector.row(1)).toContainText('TEA at the end');
  const marks = inspector.outputText.locator('mark');
  const active = page.getByRole('group', { name: 'Active filters', exact: true });
  await expect(marks).toHaveText(['tea', 'tea']);
  await expect(active).toContainText('match 1 of 3');
  await inspector.filterBox.press('Enter');
  // Through the output first, then on to the next row.
  await page.keyboard.press('n');
  await expect(active).toContainText('match 2 of 3');
  await expect(marks.nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(inspector.row(0).locator('mark[aria-current]')).toHaveCount(1);
  await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('n');
  await expect(inspector.row(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[aria-live="polite"]')).toContainText('match 3 of 3');
  await expect(marks).toHaveText(['TEA']);
  await expect(marks).toBeInViewport();
  await page.keyboard.press('p');
  await expect(inspector.row(0)).toHaveAttribute('aria-selected', 'true');
  await patternSwitch(inspector).click();
  await inspector.filterBox.fill('gr(e+)n|end$');
  await expect(inspector.grid.locator('mark')).toHaveText(['Green', 'end']);
  await expect(inspector.outputText.locator('mark')).toHaveText(['Green']);
});

test('n and p reach every match of an output that is shown in parts; its row follows, and what is rendered gives way', async ({
  inspector,
  page,
}) => {
  const filler = 'leaf '.repeat(130_000);
  const samples = [`The **first** needle. ${filler}The second needle here. ${filler}The third needle at last.`];
  await inspector.visit();
  await inspector.openAs('parts.json', completionResponse({ samples }));
  const generation = inspector.region('Generation');
  const current = inspector.outputText.locator('mark[aria-current]');
  await inspector.filterBox.fill('needle');
  await inspector.filterBox.press('Enter');
  for (const isPattern of [false, true]) {
    await expect(current).toHaveText(['needle']);
    await expect(generation).toContainText(/A long text: 1 to 200,000/);
    for (const [words, part] of [
      ['second needle here', /A long text: 600,001 to 800,000/],
      ['third needle at last', /A long text: 1,200,001 to /],
    ] as const) {
      await page.keyboard.press('n');
      await expect(inspector.row(0)).toContainText(words);
      await expect(generation).toContainText(part);
      await expect(current).toBeInViewport();
    }
    // Around the end to the first again.
    await page.keyboard.press('n');
    await expect(inspector.row(0)).toContainText('first** needle');
    if (isPattern) continue;
    await patternSwitch(inspector).click();
    await inspector.filterBox.fill('ne+dle');
    await inspector.filterBox.press('Enter');
  }
  await inspector.openAs('short.json', completionResponse({ samples: ['A **green** tea', 'A **black** coffee'] }));
  await generation.getByRole('radio', { name: 'Markdown', exact: true }).check({ force: true });
  const rendered = page.getByTestId('output-rendered');
  await expect(rendered.locator('strong')).toHaveText('green');
  await inspector.filterBox.fill('green');
  await expect(inspector.outputText.locator('mark')).toHaveText(['green']);
  await expect(generation).toContainText('shown as text, with the matches of the filter');
  await generation.getByRole('radio', { name: 'Markdown', exact: true }).check({ force: true });
  await expect(rendered).toBeVisible();
  await expect(generation).toContainText('matches are not marked');
  await inspector.filterBox.fill('');
  await expect(rendered).toBeVisible();
});

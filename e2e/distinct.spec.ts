// In how many different ways the chosen generations answered: equal, equal but for little things, similar.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = [
  'The kettle sings all morning in the small kitchen.',
  'the kettle sings  all morning in the small kitchen.',
  'The kettle hums all evening in the small kitchen.',
  'The kettle sings all morning in the small kitchen.',
  'Nobody has seen rain for weeks.',
];

async function openDistinct(inspector: Inspector, texts: readonly string[] = samples): Promise<void> {
  await inspector.visit();
  await inspector.openAs('response.json', completionResponse({ samples: texts }));
  await inspector.compareAll();
  await inspector.tab('Distinct').click();
}

/** Another response, of texts too few or too empty for one of them to be the most typical. */
async function openNext(inspector: Inspector, name: string, texts: readonly string[]): Promise<void> {
  await inspector.openAs(name, completionResponse({ samples: texts }));
  await inspector.page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Distinct').click();
}

const groups = (inspector: Inspector) =>
  inspector.page.getByRole('list', { name: 'Groups of answers', exact: true }).getByRole('listitem');
const head = (inspector: Inspector, name: string | RegExp) =>
  inspector.region('Compare').getByRole('button', { name, exact: typeof name === 'string' });
const figure = (inspector: Inspector, words: string) =>
  inspector
    .region('Compare')
    .getByRole('definition')
    .filter({ hasText: /./ })
    .and(inspector.page.locator(`dt:has-text("${words}") + dd`));

test('equal answers are one group with their count, the largest first', async ({ inspector }) => {
  await openDistinct(inspector);
  await expect(groups(inspector)).toHaveCount(4);
  await expect(head(inspector, /^Group 1: 2 samples, #0 #3/)).toBeVisible();
  await expect(figure(inspector, 'byte-equal groups')).toHaveText('4');
  await expect(figure(inspector, 'ignoring case and white space')).toHaveText('3');
  await expect(figure(inspector, 'clusters at 0.70 and above')).toHaveText('2');
});

test('the most typical and the most unusual sample are named with the figure that says so', async ({ inspector }) => {
  await openDistinct(inspector);
  await expect(head(inspector, /^Group 1: .*most typical, similarity 0\.\d\d on average$/)).toBeVisible();
  await expect(head(inspector, /: 1 sample, #4, most unusual, similarity 0(\.\d\d)? on average$/)).toBeVisible();
  await expect(inspector.region('Compare')).toContainText(
    /Most typical: #0, (said by \d of \d, )?similarity 0\.\d\d on average\./,
  );
  await expect(inspector.region('Compare')).toContainText(/Most unusual: #4, similarity 0\.\d\d on average\./);
});

test('tool calls are part of an answer: the groups are as many as the status says', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openExample('Tool calls that disagree');
  await inspector.compareAll();
  await inspector.tab('Distinct').click();
  const counted = /, (\d+) distinct/.exec((await inspector.page.getByRole('status').first().textContent()) ?? '')?.[1];
  await expect(figure(inspector, 'byte-equal groups')).toHaveText(counted ?? 'a number of distinct answers');
  await expect(
    groups(inspector)
      .filter({ hasText: /\w+\(\s+\w+: / })
      .first(),
  ).toBeVisible();
});

test('words that differ from the most typical answer are marked', async ({ inspector }) => {
  await openDistinct(inspector);
  const other = groups(inspector).filter({ hasText: 'hums' });
  await expect(other.locator('mark')).toHaveText(['hums', 'evening']);
  await expect(groups(inspector).first().locator('mark')).toHaveCount(0);
});

test('answers group after what is ticked, and from a threshold on, by keys alone', async ({ inspector, page }) => {
  await openDistinct(inspector);
  await expect(groups(inspector)).toHaveCount(4);
  await page.getByRole('radio', { name: 'Equal bytes', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(groups(inspector)).toHaveCount(3);
  await expect(head(inspector, /^Group 1: 3 samples, #0 #1 #3/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'case', exact: true })).not.toBeChecked();
  await expect(groups(inspector)).toHaveCount(4);

  await page.getByRole('radio', { name: 'Normalised', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(groups(inspector)).toHaveCount(2);
  await expect(page).toHaveURL(/&group=clusters/);
  const slider = page.getByRole('slider', { name: 'Cluster threshold', exact: true });
  await expect(slider).toHaveAttribute('aria-valuetext', '0.70, 2 clusters');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '1.00, 4 clusters');
  await expect(page).toHaveURL(/&near=100/);
});

test('a group opens to its samples, which can be selected and picked for Aligned', async ({ inspector, page }) => {
  await openDistinct(inspector);
  await head(inspector, /^Group 1:/).focus();
  await page.keyboard.press('Enter');
  await expect(head(inspector, /^Group 1:/)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Pick #0', exact: true })).toBeChecked();
  await expect(groups(inspector).first()).toContainText('Pick for Aligned:');
  await expect(inspector.region('Compare')).toContainText('1 picked, pick another to compare');
  await groups(inspector).first().getByRole('button', { name: '#3', exact: true }).press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');

  await head(inspector, /^Group 1:/).focus();
  await page.keyboard.press('End');
  await expect(head(inspector, /^Group 4:/)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Pick #4', exact: true }).press('Space');
  await head(inspector, 'Compare 2 picked samples').press('Enter');
  await expect(inspector.tab('Aligned')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/&sel=0,4&/);
});

test('"Compare these" aligns one of each group', async ({ inspector, page }) => {
  await openDistinct(inspector);
  await expect(groups(inspector)).toHaveCount(4);
  await head(inspector, 'Compare these').press('Enter');
  await expect(inspector.tab('Aligned')).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/&sel=0-2,4&/);
});

test('answers that are all equal or empty say so', async ({ inspector }) => {
  await openDistinct(inspector, ['same', 'same']);
  await expect(inspector.region('Compare')).toContainText('All 2 outputs are equal, byte for byte.');
  await expect(head(inspector, 'Compare these')).toBeDisabled();
  await openNext(inspector, 'empty.json', ['', '', '']);
  await expect(inspector.region('Compare')).toContainText('All 3 outputs are empty.');
  await openNext(inspector, 'word.json', ['', 'word']);
  await expect(groups(inspector).filter({ hasText: '(empty)' })).toHaveCount(1);
});

test('a text that is too long is in a group and its absence from the similarities is said', async ({ inspector }) => {
  await openDistinct(inspector, ['short text', 'word '.repeat(300_000), 'short test']);
  await expect(groups(inspector)).toHaveCount(3);
  await expect(inspector.region('Compare')).toContainText('#1 takes no part: longer than 200,000 UTF-16 units.');
});

test('of two thousand answers only the groups on screen are elements, and the last can be reached', async ({
  inspector,
  page,
}) => {
  const many = Array.from({ length: 2000 }, (_, at) => `Answer number ${at} of many speaks of ${at % 7} lamps.`);
  await openDistinct(inspector, many);
  await expect(figure(inspector, 'byte-equal groups')).toHaveText('2,000');
  await expect(head(inspector, /^Group 1:/)).toBeVisible();
  expect(await groups(inspector).count()).toBeLessThan(60);
  await head(inspector, /^Group 1:/).focus();
  await page.keyboard.press('End');
  await expect(head(inspector, /^Group 2,000:/)).toBeFocused();
  await expect(inspector.region('Compare')).toContainText(/Most typical: #\d+, similarity about/);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the groups pass the rules of axe, ${scheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openDistinct(inspector);
    await head(inspector, /^Group 1: .*most typical/).click();
    await expect(inspector.region('Compare').locator('mark').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Compare"]').analyze();
    expect(violations).toEqual([]);
  });
}

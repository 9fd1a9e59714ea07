// Compare > Branches: texts as paths through one graph of words, with those who say them, by mouse and by key, and the same facts as a table.
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = [
  'This morning the kettle sang for an hour and the tea was ready.',
  'This morning the kettle hummed for an hour and the tea was ready.',
  'This morning the pot broke, so nobody in our house had anything warm to drink until somebody went out, bought another one, filled it with water, and the tea was ready at last',
  'This morning the kettle sang for an hour and the tea was ready.',
];

async function openBranches(inspector: Inspector, texts: readonly string[] = samples): Promise<void> {
  await inspector.visit();
  await inspector.openAs('kettles.json', JSON.stringify(completionResponse({ samples: texts })));
  await inspector.compareAll();
  await inspector.tab('Branches').click();
}

const graphOf = (inspector: Inspector): Locator => inspector.page.getByRole('group', { name: /^Word graph of/ });
const boxOf = (inspector: Inspector, name: RegExp | string): Locator =>
  graphOf(inspector).getByRole('button', { name, exact: true });
const pinned = (inspector: Inspector): Locator => inspector.page.getByRole('group', { name: 'Pinned samples' });

test('common openings are one box, differences fork and join again', async ({ inspector, page }) => {
  await openBranches(inspector);
  await expect(boxOf(inspector, 'This morning the, 4 of 4 samples')).toBeVisible();
  await expect(boxOf(inspector, 'kettle, 3 of 4 samples')).toBeVisible();
  await expect(boxOf(inspector, 'sang, 2 of 4 samples')).toBeVisible();
  await expect(boxOf(inspector, 'hummed, 1 of 4 samples')).toBeVisible();
  await expect(boxOf(inspector, 'and the tea was ready, 4 of 4 samples')).toBeVisible();
  await expect(inspector.region('Compare')).toContainText('4 samples, 3 paths, 3 forks, 2 joins');
  await expect.poll(() => page.url()).toContain('way=branches');
});

test('the table of forks says who goes where', async ({ inspector, page }) => {
  await openBranches(inspector);
  const table = page.getByRole('table', { name: 'Forks', exact: true });
  const first = table.getByRole('row').nth(1);
  await expect(first.getByRole('rowheader')).toHaveText('This morning the');
  await expect(first.getByRole('button')).toHaveCount(2);
  await expect(first.getByRole('button').first()).toContainText('3kettle#0 #1 #3');
  await first.getByRole('button').nth(1).click();
  await expect(pinned(inspector)).toContainText('#2');
});

test('samples are named in the order of the document whichever is the baseline', async ({ inspector, page }) => {
  await openBranches(inspector);
  await inspector.row(3).click();
  await page.keyboard.press('b');
  await expect.poll(() => page.url()).toContain('base=3');
  const first = page.getByRole('table', { name: 'Forks', exact: true }).getByRole('row').nth(1);
  await expect(first.getByRole('button').first()).toContainText('3kettle#0 #1 #3');
});

test('arrow keys walk the boxes, Space pins, Enter opens a long run', async ({ inspector, page }) => {
  await openBranches(inspector);
  await boxOf(inspector, 'This morning the, 4 of 4 samples').focus();
  await page.keyboard.press('ArrowRight');
  await expect(boxOf(inspector, 'kettle, 3 of 4 samples')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(boxOf(inspector, 'This morning the, 4 of 4 samples')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(boxOf(inspector, 'sang, 2 of 4 samples')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(boxOf(inspector, 'sang, 2 of 4 samples')).toHaveAttribute('aria-pressed', 'true');
  await expect(pinned(inspector)).toContainText('#0');
  await expect(pinned(inspector)).toContainText('#3');
  await page.keyboard.press('Space');
  await expect(pinned(inspector)).toHaveCount(0);

  const long = graphOf(inspector).locator('button[aria-expanded]');
  await expect(long).toHaveAttribute('aria-expanded', 'false');
  await expect(long).toHaveAccessibleName(/^pot broke, so .*… \d+ words … .*, 1 of 4 samples$/);
  await long.focus();
  await page.keyboard.press('Enter');
  await expect(long).toHaveAttribute('aria-expanded', 'true');
  await expect(long).toHaveAccessibleName(/anything warm to drink until somebody/);
  await expect(long).toBeFocused();
});

test('pins add up with Shift, can be taken off one by one and all at once', async ({ inspector, page }) => {
  await openBranches(inspector);
  await boxOf(inspector, 'hummed, 1 of 4 samples').click();
  await boxOf(inspector, 'sang, 2 of 4 samples').click({ modifiers: ['Shift'] });
  await expect(pinned(inspector).getByRole('button', { name: /^Unpin/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Unpin #1', exact: true }).click();
  await expect(pinned(inspector).getByRole('button', { name: /^Unpin/ })).toHaveCount(1);
  await pinned(inspector).getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(pinned(inspector)).toHaveCount(0);
});

test('the picture is zoomed by buttons, keys and the wheel, and moved by Shift and arrows', async ({
  inspector,
  page,
}) => {
  await openBranches(inspector);
  const scale = inspector.region('Compare').getByText(/^\d+ %$/);
  const percent = async () => Number.parseInt((await scale.textContent()) ?? '', 10);
  const first = boxOf(inspector, 'This morning the, 4 of 4 samples');
  // All of it fits; until that is measured it has another size.
  await first.focus();
  await page.keyboard.press('0');
  const before = await percent();
  await inspector.button('Zoom in').click();
  await expect.poll(percent).toBeGreaterThan(before);
  await first.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(percent).toBeGreaterThan(before * 1.5);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => graphOf(inspector).evaluate((area) => area.scrollLeft)).toBeGreaterThan(0);
  await page.keyboard.press('0');
  await expect.poll(percent).toBe(before);
  await graphOf(inspector).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(percent).toBeGreaterThan(before);
});

test('of many samples each different text is drawn with all who say it', async ({ inspector, page }) => {
  const rare = ['The pot broke at noon.', 'The pot fell at noon.'];
  const many = Array.from({ length: 400 }, (_, at) =>
    at < 398 ? `The kettle sang ${'abcde'[at % 5]} times.` : (rare[at - 398] ?? ''),
  );
  await openBranches(inspector, many);
  await expect(inspector.region('Compare')).toContainText('7 distinct texts of 400 samples, 7 paths');
  await expect(graphOf(inspector)).toHaveAccessibleName('Word graph of 400 samples');
  await expect(boxOf(inspector, 'kettle sang, 398 of 400 samples')).toBeVisible();
  await expect(boxOf(inspector, 'broke, 1 of 400 samples')).toBeVisible();
  const way = page.getByRole('table', { name: 'Forks', exact: true }).getByRole('button').first();
  await expect(way).toContainText('398kettle sang#0 #1 and 396 more');
  await way.click();
  await expect(pinned(inspector).getByRole('button', { name: /^Unpin/ })).toHaveCount(5);
});

test('equal and empty outputs have their sentences', async ({ inspector, page }) => {
  await openBranches(inspector, ['The kettle sang.', 'The kettle sang.']);
  await expect(inspector.region('Compare')).toContainText('All 2 samples say the same words: nothing forks.');
  await expect(page.getByRole('table', { name: 'Forks', exact: true })).toHaveCount(0);
  await inspector.openAs('empty.json', JSON.stringify(completionResponse({ samples: ['', ''] })));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Branches').click();
  await expect(inspector.region('Compare')).toContainText('All 2 outputs are empty');
});

test('an output that is too long is left out, and that is said', async ({ inspector }) => {
  await openBranches(inspector, [...samples.slice(0, 2), 'tea '.repeat(6000)]);
  await expect(inspector.region('Compare')).toContainText(
    '#2 is left out: Branches shows outputs of at most 20,000 characters.',
  );
  await expect(graphOf(inspector)).toHaveAccessibleName('Word graph of 2 samples');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme });
    await openBranches(inspector);
    await boxOf(inspector, 'sang, 2 of 4 samples').click();
    await expect(pinned(inspector)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}

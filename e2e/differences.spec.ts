// Compare, Aligned: walking the differences, what is said at each, and their table.

import { difference, differences, granularity, lamps, marks, openAndCompareAll, variants } from './fixtures/aligned.ts';
import { expect, type Inspector, test } from './inspector.ts';

const marked = (inspector: Inspector, label: number): Promise<readonly (string | null)[]> =>
  marks(inspector, label).evaluateAll((all) =>
    all.filter((mark) => getComputedStyle(mark).outlineStyle !== 'none').map((mark) => mark.textContent),
  );

test('pointing at a difference lights it in every sample', async ({ inspector }) => {
  await openAndCompareAll(inspector, lamps);
  await marks(inspector, 0).filter({ hasText: 'hours' }).hover();
  for (const [label, word] of ['hours', 'pace', 'hours', 'hours'].entries()) {
    await expect
      .poll(() =>
        marks(inspector, label).evaluateAll((all) =>
          all.filter((mark) => getComputedStyle(mark).boxShadow !== 'none').map((mark) => mark.textContent),
        ),
      )
      .toEqual([word]);
  }
});

test('a press pins what is said at a place, by whom, and who says nothing', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await marks(inspector, 1).filter({ hasText: 'pace' }).click();
  const list = variants(page).getByRole('listitem');
  await expect(variants(page)).toContainText('Difference 2 of 4');
  await expect(list).toHaveCount(2);
  await expect(list.nth(0)).toHaveText(/^hours3 of 4#0#2#3$/);
  await expect(list.nth(1)).toHaveText(/^pace1 of 4#1$/);
  await marks(inspector, 3).filter({ hasText: 'today' }).click();
  await expect(list.nth(0)).toHaveText(/^today1 of 4#3$/);
  await expect(list.nth(1)).toHaveText(/^missing in3 of 4#0#1#2$/);
  await list.nth(0).getByRole('button', { name: '#3', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');
  await page.keyboard.press('Escape');
  await expect(variants(page)).toBeHidden();
  await expect(inspector.region('Compare')).toBeVisible();
});

test('by keys alone: walk the differences, see what is said, change what is compared, leave', async ({
  inspector,
  page,
}) => {
  await openAndCompareAll(inspector, lamps);
  await expect(inspector.region('Compare').getByText('4 differences', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(inspector.region('Compare').getByText('2 of 4', { exact: true }).first()).toBeVisible();
  const texts = page.getByRole('group', { name: 'Outputs side by side', exact: true });
  for (let tries = 0; tries < 8 && !(await texts.evaluate((area) => area === document.activeElement)); tries++) {
    await page.keyboard.press('F6');
  }
  await page.keyboard.press('Enter');
  await expect(variants(page)).toContainText('after “and keeps your”');
  await page.keyboard.press('p');
  await expect(variants(page)).toContainText('Difference 1 of 4');
  await page.keyboard.press('Escape');
  await expect(variants(page)).toBeHidden();
  await granularity(page, 'Word').focus();
  await page.keyboard.press('ArrowRight');
  await expect(granularity(page, 'Character')).toBeChecked();
  await page.getByRole('switch', { name: 'Highlight what is shared', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Highlight what is shared', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(inspector.region('Compare')).toBeHidden();
});

test('all differences stand in a table, which goes to them by mouse and by keys', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(differences(page).getByRole('columnheader')).toHaveText([
    '#',
    'Support',
    'After',
    '#0 baseline',
    /^#[13]$/,
    /^#[13]$/,
    '#2',
  ]);
  const rows = differences(page).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toHaveText(/^13 \+ 1The lampfollowsfollowsfollowsreads$/);
  await expect(rows.nth(4).getByRole('cell', { name: 'missing', exact: true })).toHaveCount(3);
  await expect(rows.nth(4)).toContainText('1, missing in 3 of 4');
  await rows.nth(2).click();
  await expect(difference(page, 2)).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => marked(inspector, 1)).toEqual(['pace']);
  await difference(page, 2).focus();
  await page.keyboard.press('ArrowDown');
  await expect(difference(page, 3)).toBeFocused();
  await expect.poll(() => marked(inspector, 2)).toEqual(['calm']);
  await page.keyboard.press('Home');
  await expect(difference(page, 1)).toBeFocused();
  await page.keyboard.press('p');
  await expect(difference(page, 4)).toHaveAttribute('aria-current', 'true');
});

test('the table begins with the most contested difference, or with the first of the text', async ({
  inspector,
  page,
}) => {
  const lamp = (colour: string, state: string) => `The ${colour} lamp on the desk is ${state} all day.`;
  await openAndCompareAll(inspector, [lamp('red', 'on'), lamp('red', 'on'), lamp('red', 'off'), lamp('tan', 'off')]);
  const heads = differences(page).getByRole('columnheader');
  const numbers = differences(page).getByRole('button', { name: /^Difference \d+$/ });
  await expect(numbers).toHaveText(['2', '1']);
  await expect(heads.nth(1)).toHaveAttribute('aria-sort', 'descending');
  await difference(page, 2).focus();
  await page.keyboard.press('ArrowDown');
  await expect(difference(page, 1)).toBeFocused();
  await expect.poll(() => marked(inspector, 3)).toEqual(['tan']);
  await heads.nth(0).getByRole('button').press('Enter');
  await expect(numbers).toHaveText(['1', '2']);
  await inspector.reload();
  await expect(numbers).toHaveText(['1', '2']);
  await differences(page).getByRole('row').nth(2).hover();
  await expect
    .poll(() =>
      marks(inspector, 3)
        .filter({ hasText: 'off' })
        .evaluate((mark) => getComputedStyle(mark).boxShadow),
    )
    .not.toBe('none');
});

test('the table of differences closes for good, and opens again', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(differences(page)).toBeVisible();
  await inspector.button('Differences').press('Enter');
  await expect(differences(page)).toBeHidden();
  await inspector.reload();
  await expect(inspector.button('Differences')).toHaveAttribute('aria-expanded', 'false');
  await expect(differences(page)).toBeHidden();
  await inspector.button('Differences').click();
  await expect(differences(page)).toBeVisible();
});

test('n and p lead through every difference, and back', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(difference(page, 1)).toBeVisible();
  const outlined = ['follows', 'hours', 'quiet'];
  for (const [at, word] of [...outlined, undefined, 'follows'].entries()) {
    await page.keyboard.press('n');
    await expect(difference(page, (at % 4) + 1)).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => marked(inspector, 0)).toEqual(word === undefined ? [] : [word]);
  }
  for (const at of [3, 2, 1, 0]) {
    await page.keyboard.press('p');
    await expect(difference(page, at + 1)).toHaveAttribute('aria-current', 'true');
  }
});

test('where a text has nothing stands a sign that is no part of it', async ({ inspector }) => {
  await openAndCompareAll(inspector, lamps);
  const place = inspector.compared(0).locator('span[data-divergence="3"]');
  await expect(place).toHaveCount(1);
  await expect.poll(() => place.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('∅');
  await expect(inspector.compared(0)).not.toContainText('∅');
  await expect(inspector.region('Compare').getByText('∅ missing', { exact: true })).toBeVisible();
});

test('a press on the strip at the edge goes to the nearest difference', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(difference(page, 1)).toBeVisible();
  const texts = await page.getByRole('group', { name: 'Outputs side by side', exact: true }).boundingBox();
  if (texts === null) throw new Error('The texts are not on screen.');
  const edge = texts.x + texts.width + 7;
  await page.mouse.move(edge, texts.y + texts.height - 8);
  await page.mouse.down();
  await expect(difference(page, 4)).toHaveAttribute('aria-current', 'true');
  await page.mouse.move(edge, texts.y + 8);
  await page.mouse.up();
  await expect(difference(page, 1)).toHaveAttribute('aria-current', 'true');
});

// Which generations are compared: checkboxes, ranges, keys, commands, the address.

import { choose, expectChosen, expectCompared, response } from './fixtures/compared.ts';
import { expect, test } from './inspector.ts';

test.beforeEach(async ({ inspector }) => {
  await inspector.prefersTab('aligned');
  await inspector.visit();
  await inspector.openAs('response.json', response);
});

test('checking two generations opens the comparison, unchecking one of them closes it', async ({ inspector }) => {
  await choose(inspector, 0);
  await expect(inspector.region('Compare')).toBeHidden();
  await choose(inspector, 2);
  await expect(inspector.region('Compare')).toBeVisible();
  await expectCompared(inspector, 0, 2);
  await inspector.compareBox(2).uncheck();
  await expect(inspector.region('Compare')).toBeHidden();
  await expectChosen(inspector, 0);
});

test('x chooses the selected generation and takes it out again', async ({ inspector, page }) => {
  await inspector.row(1).click();
  await page.keyboard.press('x');
  await expectChosen(inspector, 1);
  await page.keyboard.press('x');
  await expectChosen(inspector);
});

test('Shift chooses all rows from the one before to this one', async ({ inspector }) => {
  await inspector.compareBox(0).click();
  await inspector.compareBox(2).click({ modifiers: ['Shift'] });
  await expectChosen(inspector, 0, 1, 2);
  await expectCompared(inspector, 0, 1, 2);
});

test('the checkbox in the head chooses all and none, and shows when it is some', async ({ inspector, page }) => {
  const all = page.getByRole('checkbox', { name: 'Compare all generations', exact: true });
  await all.check();
  await expectChosen(inspector, 0, 1, 2, 3);
  await expectCompared(inspector, 0, 1, 2, 3);
  await all.uncheck();
  await expectChosen(inspector);
  await expect(inspector.region('Compare')).toBeHidden();
  await choose(inspector, 1);
  await expect(all).toBeChecked({ indeterminate: true });
});

test('Compare and c take all samples, or what is chosen; c keeps Compare open, Escape leaves it', async ({
  inspector,
  page,
}) => {
  await inspector.button('Compare 4 samples, 3 distinct').click();
  await expectChosen(inspector, 0, 1, 2, 3);
  await expectCompared(inspector, 0, 1, 2, 3);
  await page.keyboard.press('c');
  const compare = inspector.region('Compare');
  await expect.poll(() => compare.evaluate((pane) => pane.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();
  for (const label of [2, 3]) await inspector.compareBox(label).uncheck();
  await page.keyboard.press('c');
  await expectCompared(inspector, 0, 1);
  await page.keyboard.press('Escape');
  await expect(inspector.button('Compare 2 chosen')).toBeVisible();
  await inspector.compareBox(0).uncheck();
  await inspector.compareBox(1).uncheck();
  await page.keyboard.press('c');
  await expectChosen(inspector, 0, 1, 2, 3);
  await expect.poll(() => compare.evaluate((pane) => pane.contains(document.activeElement))).toBe(true);
});

test('choice, baseline and comparison stand in the address and come back with it', async ({ inspector, page }) => {
  await choose(inspector, 0, 1, 2);
  await inspector.button('Baseline').click();
  await inspector.menuItem('#1').click();
  await expect.poll(() => page.url()).toMatch(/#v1&.*\bsel=0-2&base=1&compare=1/);
  await inspector.reload();
  await expect(
    inspector.region('Compare').getByRole('group', { name: 'Generation 1, baseline', exact: true }),
  ).toBeVisible();
  await expectChosen(inspector, 0, 1, 2);
});

test('one of each distinct answer is compared from the list of commands too', async ({ inspector, page }) => {
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('combobox', { name: 'Command', exact: true })).toBeFocused();
  await page.keyboard.type('distinct answer');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Compare one of each distinct answer']);
  await page.keyboard.press('Enter');
  await expectCompared(inspector, 0, 1, 2);
});

test('Shift and Space choose the rows from the one before to this one', async ({ inspector, page }) => {
  await inspector.row(0).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expectChosen(inspector, 0, 1, 2);
  await expectCompared(inspector, 0, 1, 2);
});

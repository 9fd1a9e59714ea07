// The panes by keys alone: rows, heads, tree, tabs, issues, borders.

import { expectFocusIn, expectSelected, response, tabTo } from './fixtures/keys.ts';
import { expect, test } from './inspector.ts';

test.describe('in an open response', () => {
  test.beforeEach(async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('response.json', response);
    // After a load the keys are in the rows; a dialog gives them back there.
    await expectFocusIn(inspector.region('Generations'));
  });

  test('arrows, Home and End walk the rows, Space checks them, Enter opens the generation', async ({
    inspector,
    page,
  }) => {
    await tabTo(page, inspector.grid);
    await page.keyboard.press('ArrowDown');
    await expectSelected(inspector, '/data/1');
    await page.keyboard.press('End');
    await expectSelected(inspector, '/data/2');
    await page.keyboard.press('ArrowUp');
    await expectSelected(inspector, '/data/1');
    await page.keyboard.press('Home');
    await expectSelected(inspector, '/data/0');
    await page.keyboard.press('Space');
    await expect(inspector.compareBox(0)).toBeChecked();
    await page.keyboard.press('Space');
    await expect(inspector.compareBox(0)).not.toBeChecked();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectFocusIn(inspector.region('Generation'));
  });

  test('from the rows the arrows lead to the heads, where Enter sorts', async ({ inspector, page }) => {
    await tabTo(page, inspector.grid);
    await page.keyboard.press('ArrowUp');
    const head = (name: string) => inspector.columnHead(name);
    await expect(head('Index')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(head('Output')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(head('Output')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.row(0)).toContainText('Blue lamp.');
    await page.keyboard.press('Enter');
    await expect(head('Output')).toHaveAttribute('aria-sort', 'descending');
    await expect(inspector.row(2)).toContainText('Blue lamp.');
    await page.keyboard.press('ArrowDown');
    await expect(inspector.grid).toBeFocused();
  });

  test('F6 goes through the panes in reading order and Shift+F6 back', async ({ inspector, page }) => {
    const order = ['Generations', 'Provider responses', 'Token usage', 'Source', 'Generation', 'Issues'] as const;
    await expect(inspector.grid).toBeFocused();
    for (const name of [...order.slice(1), order[0]]) {
      await page.keyboard.press('F6');
      await expectFocusIn(inspector.region(name));
    }
    for (const name of order.slice(1).toReversed()) {
      await page.keyboard.press('Shift+F6');
      await expectFocusIn(inspector.region(name));
    }
    // Where what had the focus is gone, it goes on from there.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('F6');
    await expectFocusIn(inspector.region('Provider responses'));
  });

  test('arrows open, close and walk the tree, Enter selects the place', async ({ inspector, page }) => {
    await tabTo(page, inspector.tree);
    const at = inspector.activeTreeItem;
    await expect(inspector.selectedTreeItem).toBeVisible();
    await page.keyboard.press('Home');
    await expect(at).toHaveAccessibleName(/^0: /);
    await expect(at).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowLeft');
    await expect(at).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(at).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(at).toHaveAccessibleName('id: "cmpl-fixture"');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(at).toHaveAccessibleName('created: 1692000000');
    await page.keyboard.press('Enter');
    await expectSelected(inspector, '/provider_responses/0/created');
    await expect(at).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('j');
    await expect(at).toHaveAccessibleName(/^model: /);
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowLeft');
    await expect(at).toHaveAccessibleName(/^0: /);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await expect(at).not.toHaveAccessibleName(/^0: /);
    await expect(inspector.tree).toBeFocused();
  });

  test('arrows switch the tabs of the generation', async ({ inspector, page }) => {
    await tabTo(page, inspector.tab('Output'));
    await page.keyboard.press('ArrowRight');
    await expect(inspector.tab('Tokens')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(inspector.tab('Inputs')).toBeFocused();
    await expect(inspector.tab('Inputs')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name: 'Inputs', exact: true })).toContainText('desk');
    await page.keyboard.press('End');
    await expect(inspector.tab('JSON')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(inspector.tab('Output')).toHaveAttribute('aria-selected', 'true');
  });

  test('arrows walk the issues, and "Show" selects the place', async ({ inspector, page }) => {
    const broken = JSON.parse(response);
    broken.usage.total_tokens = 7;
    broken.data[0].index = 'zero';
    await inspector.openAs('second.json', JSON.stringify(broken));
    const issues = inspector.region('Issues');
    await tabTo(page, issues.getByRole('button', { name: 'Show', exact: true }).first());
    await page.keyboard.press('ArrowDown');
    await expect(issues.getByRole('button', { name: 'Show', exact: true }).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(issues.getByRole('button', { name: 'Show', exact: true }).first()).toBeFocused();
    await page.keyboard.press('Enter');
    const first = issues.getByRole('listitem').first();
    await expect(first).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => inspector.selectedPointer()).not.toBe('/data/0');
    await expect(first).toContainText((await inspector.selectedPointer()) ?? 'no place');
  });

  test('a border between panes moves by key, and stays where it was put', async ({ inspector, page }) => {
    const border = page.getByRole('separator', { name: 'Resize Generation', exact: true });
    await tabTo(page, border);
    const width = async () => (await inspector.region('Generation').boundingBox())?.width ?? 0;
    const before = await width();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBeGreaterThan(before + 20);
    const after = await width();
    await inspector.reload();
    await expect.poll(async () => Math.abs((await width()) - after)).toBeLessThanOrEqual(1);
  });
});

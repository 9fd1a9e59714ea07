// The palette does what the buttons and menus of panes do, and menus of rows, places and differences open by key.

import type { Locator } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

test('the palette does what buttons and menus of panes do, and takes it back', async ({ inspector, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await inspector.visit();
  await inspector.openAs('cut.json', completionResponse({ samples: ['Green tea', 'Black tea'], finish: 'length' }));
  await inspector.arranged();
  const palette = page.getByRole('dialog', { name: 'Commands', exact: true });
  const run = async (command: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+K');
    await palette.getByRole('combobox').fill(command);
    await expect(palette.getByRole('option', { name: command, exact: true })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };
  await expect(inspector.columnHead('Characters')).toBeVisible();
  await run('Hide the column Characters');
  await expect(inspector.columnHead('Characters')).toHaveCount(0);
  await run('Show the column Characters');
  await expect(inspector.columnHead('Characters')).toBeVisible();

  const usage = inspector.region('Token usage');
  await run('Estimate tokens with cl100k_base');
  await expect(usage.getByRole('button', { name: 'Remove estimates', exact: true })).toBeVisible({ timeout: 30_000 });
  await run('Remove estimates');
  await expect(usage.getByRole('button', { name: 'Remove estimates', exact: true })).toHaveCount(0);
  await run('Set the price of text-davinci-003');
  const price = page.getByRole('dialog', { name: 'Price', exact: true });
  await expect(price).toContainText('Of text-davinci-003.');
  await expect(price).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(price).toHaveCount(0);

  const issues = inspector.region('Issues').getByRole('listitem');
  await expect(issues.filter({ hasText: 'HL041' })).not.toHaveCount(0);
  await run('Mute HL041, Cut at the token limit');
  await expect(issues.filter({ hasText: 'HL041' })).toHaveCount(0);
  await run('List HL041, Cut at the token limit again');
  await expect(issues.filter({ hasText: 'HL041' })).not.toHaveCount(0);

  await run('Compare all generations');
  await expect(inspector.region('Compare').getByRole('button', { name: 'Copy outputs', exact: true })).toBeVisible();
  await run('Copy outputs');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('#0\nGreen tea\n\n#1\nBlack tea');
  await run('Open the example Eight taglines, log probabilities');
  await expect(inspector.status).toContainText('8 generations');
});

for (const key of ['ContextMenu', 'Shift+F10']) {
  test(`${key} opens the menu of a row, a place and a difference at it, and the focus goes back`, async ({
    inspector,
    page,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', completionResponse({ samples: ['Green tea', 'Black tea', 'Green cup'] }));
    const menu = (name: string) => page.getByRole('menu', { name, exact: true });
    const opensAt = async (place: Locator, name: string): Promise<void> => {
      await page.keyboard.press(key);
      await expect(menu(name)).toHaveCount(1);
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      const [box, at] = [await menu(name).boundingBox(), await place.boundingBox()];
      if (!box || !at) throw new Error('The menu or its place is not on screen');
      // Below it, or above where there is no room.
      expect(box.y >= at.y - 1 || box.y + box.height <= at.y + at.height + 1).toBe(true);
      expect(Math.abs(box.x - at.x)).toBeLessThan(200);
      await page.keyboard.press('Escape');
      await expect(menu(name)).toHaveCount(0);
    };
    await expect(inspector.grid).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(inspector.selectedRow).toHaveText([/Black tea/]);
    await opensAt(inspector.selectedRow, 'Generation');
    await expect(inspector.grid).toBeFocused();

    await inspector.tree.focus();
    await page.keyboard.press('ArrowDown');
    const place = inspector.tree.locator('[role="treeitem"][aria-selected="true"]');
    await expect(place).toHaveCount(1);
    await opensAt(place, 'Place');
    await expect(inspector.tree).toBeFocused();

    await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
    await inspector.tab('Consensus').click();
    const fork = page.getByRole('list', { name: 'Forks', exact: true }).getByRole('button').first();
    await fork.focus();
    await opensAt(fork, 'Difference');
    await expect(fork).toBeFocused();
  });
}

// Menus, commands and shortcuts by keys alone, and a whole session.

import { expectFocusIn, expectSelected, response, tabTo } from './fixtures/keys.ts';
import { expect, test } from './inspector.ts';

test('a whole session: open, walk, read, compare, filter and leave', async ({ inspector, page }) => {
  await inspector.visit();
  await expect(inspector.textBox).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: /^Eight taglines/ }));
  await page.keyboard.press('Enter');
  await inspector.loaded();
  await inspector.arranged();
  await expectSelected(inspector, '/data/0');

  await page.keyboard.press('ArrowDown');
  await expectSelected(inspector, '/data/1');
  await page.keyboard.press('j');
  await expectSelected(inspector, '/data/2');
  await page.keyboard.press('k');
  await expectSelected(inspector, '/data/1');
  await expect(inspector.row(1)).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.outputText).toContainText('Daylight, right on your desk.');

  await page.keyboard.press('x');
  await expect(inspector.compareBox(1)).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(inspector.compared(1)).toBeVisible();
  await expect(inspector.compared(2)).toBeVisible();
  await page.keyboard.press('b');
  const compare = inspector.region('Compare');
  await expect(compare.getByRole('group', { name: 'Generation 2, baseline', exact: true })).toBeVisible();
  await expect(compare.getByText(/^\d+ differences$/)).toBeVisible();
  // The first such words are in the title: how many of the generations are compared.
  const step = compare.getByText(/^\d+ of \d+$/).last();
  await page.keyboard.press('n');
  await expect(step).toHaveText(/^1 of /);
  await page.keyboard.press('n');
  await expect(step).toHaveText(/^2 of /);
  await page.keyboard.press('p');
  await expect(step).toHaveText(/^1 of /);
  await page.keyboard.press('c');
  await expectFocusIn(compare);
  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();

  await page.keyboard.press('/');
  const filter = inspector.filterBox;
  await expect(filter).toBeFocused();
  await page.keyboard.type('sunrise jxcb?');
  await expect(filter).toHaveValue('sunrise jxcb?');
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await page.keyboard.type('Daylight, right on');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Enter');
  await expect(inspector.grid).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(inspector.grid).toHaveAttribute('aria-rowcount', '9');
  await page.keyboard.press('Escape');
  await expect(inspector.grid).toBeFocused();
});

test.describe('in an open response', () => {
  test.beforeEach(async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('response.json', response);
    // After a load the keys are in the rows; a dialog gives them back there.
    await expectFocusIn(inspector.region('Generations'));
  });

  test('a menu opens, is walked and closes by key and gives the focus back', async ({ inspector, page }) => {
    const examples = inspector.banner.getByRole('button', { name: 'Examples', exact: true });
    await tabTo(page, examples);
    await page.keyboard.press('Enter');
    await expect(inspector.menuItem('Eight taglines')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(inspector.menuItem('Three answers')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(examples).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(inspector.menuItem('Eight taglines')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(inspector.menuItem('Three answers')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(inspector.status).toContainText('three-alike.json: 3 generations');
  });

  test('what is pressed before the code of the menus is there counts when it comes', async ({
    inspector,
    page,
    watch,
  }) => {
    const release = await inspector.holdMenus();
    await inspector.reload();
    const theme = inspector.banner.getByRole('button', { name: 'Theme', exact: true });
    await theme.focus();
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(theme).toHaveAttribute('aria-expanded', 'true');
    release();
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(theme).toBeFocused();

    watch.expectProblem(/net::ERR_FAILED/);
    await page.route('**/MenuPopover-*.js', (route) => route.abort());
    await page.reload();
    await inspector.arranged();
    await theme.click();
    await expect(inspector.alert).toContainText('This menu could not be fetched');
    await expect(theme).toHaveAttribute('aria-expanded', 'false');
    await page.unroute('**/MenuPopover-*.js');
    await theme.click();
    await expect(inspector.menuItem('Light')).toBeVisible();
  });

  test('? shows every shortcut and gives the focus back', async ({ inspector, page }) => {
    await tabTo(page, inspector.tree);
    await page.keyboard.press('?');
    const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true });
    await expect(overlay).toBeVisible();
    const keys = ['J', 'K', 'N', 'P', '/', 'X', 'B', 'C', 'F6', '[', ']', '?', 'Esc'];
    for (const key of keys) await expect(overlay.getByText(key, { exact: true }).first()).toBeVisible();
    await page.keyboard.press('j');
    await expectSelected(inspector, '/data/0');
    await page.keyboard.press('Escape');
    await expect(overlay).toBeHidden();
    await expect(inspector.tree).toBeFocused();
  });

  test('Ctrl+K finds a command by its words and runs it', async ({ inspector, page }) => {
    await tabTo(page, inspector.grid);
    await page.keyboard.press('Control+K');
    const command = page.getByRole('combobox', { name: 'Command', exact: true });
    await expect(command).toBeFocused();
    await page.keyboard.type('source go');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Go to Source']);
    await page.keyboard.press('Enter');
    await expectFocusIn(inspector.region('Source'));

    await page.keyboard.press('Control+K');
    await expect(command).toBeFocused();
    await page.keyboard.type('theme');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText('Theme: dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');

    await page.keyboard.press('Control+K');
    await expect(command).toBeFocused();
    await page.keyboard.type('compare all');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Compare all generations']);
    await page.keyboard.press('Enter');
    await expect(inspector.region('Compare')).toBeVisible();

    await page.keyboard.press('Control+K');
    await expect(command).toBeFocused();
    await page.keyboard.type('no such command');
    await expect(page.getByRole('dialog')).toContainText('No command has these letters.');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('what is typed before the palette is there stands in it, and Enter is not lost', async ({ inspector, page }) => {
    const held: (() => Promise<void>)[] = [];
    await page.route('**/CommandPalette-*.js', (route) => {
      held.push(() => route.continue());
    });
    await inspector.reload();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('source ggo');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('o');
    await page.keyboard.press('Enter');
    await expect.poll(() => held.length).toBe(1);
    for (const go of held) await go();
    await expectFocusIn(inspector.region('Source'));
    await expectSelected(inspector, '/data/0');
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Command', exact: true })).toHaveValue('');
  });

  test('[ and ] walk the history of panes', async ({ inspector, page }) => {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(inspector.region('Compare')).toBeVisible();
    await page.keyboard.press('[');
    await expect(inspector.region('Compare')).toBeHidden();
    await expect(inspector.region('Generation')).toBeVisible();
    await page.keyboard.press(']');
    await expect(inspector.region('Compare')).toBeVisible();
  });

  test('single keys can be switched off, and stay off after a reload', async ({ inspector, page }) => {
    await page.keyboard.press('?');
    const overlay = page.getByRole('dialog', { name: 'Keyboard shortcuts', exact: true });
    const single = overlay.getByRole('checkbox', { name: 'Single-key shortcuts', exact: true });
    await tabTo(page, single);
    await page.keyboard.press('Space');
    await expect(single).not.toBeChecked();
    await page.keyboard.press('Escape');
    await expect(overlay).toBeHidden();

    const nothingHappens = async () => {
      await expectFocusIn(inspector.region('Generations'));
      for (const key of ['x', 'j', '?', '/']) await page.keyboard.press(key);
      // A key that still works has its effect after all of the others.
      await page.keyboard.press('F6');
      await expectFocusIn(inspector.region('Provider responses'));
      await expect(inspector.compareBox(0)).not.toBeChecked();
      await expectSelected(inspector, '/data/0');
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    await nothingHappens();
    await inspector.reload();
    await nothingHappens();

    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Command', exact: true })).toBeFocused();
    await page.keyboard.type('single-key');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(overlay).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(single).toBeChecked();
  });

  test('a response is renamed, left and removed by key', async ({ inspector, page }) => {
    await inspector.openAs('second.json', JSON.stringify({ data: [], provider_responses: [] }));
    const list = page.getByRole('listbox', { name: 'Responses', exact: true });
    await tabTo(page, list);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(inspector.openResponses.first()).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.status).toContainText('response.json: 3 generations');
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'New name', exact: true })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('lamps');
    await page.keyboard.press('Enter');
    await expect(inspector.openResponses.first()).toContainText('lamps');
    await expect(list).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(list).toBeHidden();
    await expect(inspector.status).toContainText('second.json: 0 generations');
  });
});

// Documents of earlier sessions: kept only where that is switched on, never a secret without asking, opened again and deleted.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axeFindings.ts';
import { stones, teas } from './fixtures/teas.ts';
import { expect, Inspector, test } from './inspector.ts';

const har = readFileSync(new URL('fixtures/forms/har/chromium.har', import.meta.url), 'utf8');

/** The section of the start screen, by which keys and eyes find it. */
function earlier({ page }: Inspector) {
  const section = page.getByRole('region', { name: 'Earlier documents', exact: true });
  return {
    section,
    items: section.getByRole('listitem'),
    toggle: section.getByRole('switch', { name: 'Keep closed documents' }),
  };
}

/** Closes the document on screen by the palette. */
async function close({ page }: Inspector): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Command', exact: true }).fill('Close');
  await page.getByRole('option', { name: 'Close', exact: true }).click();
}

test('documents that are closed are kept once that is switched on, and open again in a later session', async ({
  context,
  inspector,
  page,
}) => {
  // Two tabs, one behind the other.
  test.slow();
  await inspector.visit();
  await inspector.openAs('before.json', stones);
  await inspector.kept(1);
  await close(inspector);
  await inspector.kept(0);
  const first = earlier(inspector);
  await expect(first.toggle).toHaveAttribute('aria-checked', 'false');
  await expect(first.items).toHaveCount(0);
  await first.toggle.press('Space');
  await expect(first.toggle).toHaveAttribute('aria-checked', 'true');
  await expect(first.section).toContainText('up to 500 MB in all');

  await inspector.openAs('teas.json', teas);
  await page.keyboard.press('s');
  await expect(inspector.row(0)).toContainText('starred');
  await inspector.kept(1);
  await close(inspector);
  await expect(first.items).toHaveText([/teas\.json.*today at.*B/]);
  // A recording may hold a key: a person is asked.
  await inspector.openAs('calls.har', har);
  await inspector.kept(2);
  await close(inspector);
  const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
  await expect(notice).toContainText('calls.har was closed and is not kept: what may be a key is in it.');
  await expect(first.items).toHaveText([/teas\.json/]);
  await inspector.openAs('left.json', stones);
  await inspector.kept(2);
  expect(await axeFindings(page, 'body')).toEqual([]);
  await page.close();

  const later = new Inspector(await context.newPage());
  await later.visit();
  const { items, section, toggle } = earlier(later);
  // What the tab left behind is there as well, once the browser knows that it is gone.
  await expect(async () => {
    await later.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(items).toHaveText([/left\.json/, /teas\.json/], { timeout: 1000 });
  }).toPass();
  expect(await axeFindings(later.page, 'main')).toEqual([]);
  await items
    .nth(1)
    .getByRole('button', { name: /^teas\.json/ })
    .press('Enter');
  await expect(later.status).toContainText('teas.json: 3 generations');
  await later.loaded();
  await expect(later.row(0)).toContainText('starred');
  await later.button('Completion Inspector').click();
  await expect(items).toHaveText([/left\.json/]);
  await later.page.getByRole('button', { name: /show open responses/ }).click();
  await later.openResponse('teas.json').click();
  await expect(later.outputText).toHaveText('Green tea');
  await close(later);
  await expect(items).toHaveText([/teas\.json/, /left\.json/]);
  await section.getByRole('button', { name: 'Remove left.json', exact: true }).click();
  await expect(items).toHaveText([/teas\.json/]);
  await toggle.click();
  await section.getByRole('button', { name: 'Delete all', exact: true }).click();
  await section.getByRole('button', { name: 'Delete 1 document', exact: true }).click();
  await expect(items).toHaveCount(0);
  await later.kept(0);
});

test('a recording is kept when a person says so', async ({ inspector, page }) => {
  await inspector.visit();
  await earlier(inspector).toggle.click();
  await inspector.openAs('calls.har', har);
  await inspector.kept(1);
  await close(inspector);
  await page
    .getByRole('complementary', { name: 'Notice', exact: true })
    .getByRole('button', { name: 'Keep it', exact: true })
    .click();
  await inspector.kept(1);
  await page.reload();
  await expect(earlier(inspector).items).toHaveText([/calls\.har/]);
  await earlier(inspector)
    .items.getByRole('button', { name: /^calls\.har/ })
    .click();
  await expect(page.getByTestId('recognised')).toHaveText(['HAR, 2 responses']);
});

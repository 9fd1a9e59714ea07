// The open responses: kept over a reload, renamed, removed and brought back.
import type { BrowserContext } from 'playwright/test';
import { stones, stonesText, teas, teasText } from './fixtures/teas.ts';
import { expect, Inspector, test } from './inspector.ts';

/** From now on the kept documents can be neither read nor written, until the returned function is called. */
async function holdKept(context: BrowserContext): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('completion-inspector');
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('documents', 'readwrite').objectStore('documents');
          // A transaction lasts as long as something is asked in it.
          const goOn = () => {
            if ('isReleased' in window) database.close();
            else store.count().onsuccess = goOn;
          };
          goOn();
          resolve();
        };
      }),
  );
  return async () => {
    await other.evaluate(() => {
      Object.assign(window, { isReleased: true });
    });
  };
}

async function expectTeasBack(inspector: Inspector): Promise<void> {
  await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
  await inspector.loaded();
  await expect(inspector.openResponses).toHaveCount(2);
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
  await expect(inspector.outputText).toHaveText('Black tea');
}

test.describe('open responses', () => {
  test('come back after a reload with the one on screen and its selection', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.openResponse('teas.json').click();
    await inspector.row(1).click();
    await inspector.kept(2);
    const address = await page.evaluate(() => location.href);
    await page.reload();
    await expectTeasBack(inspector);
    expect(await page.evaluate(() => location.href)).toBe(address);
    await inspector.openResponse('stones.json').click();
    await expect(inspector.outputText).toHaveText('Granite');
  });

  test('come back behind what a person has opened meanwhile', async ({ inspector, context }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.kept(1);
    const release = await holdKept(context);
    await inspector.visit();
    await inspector.openAs('stones.json', stones);
    await release();
    await expect(inspector.openResponses).toHaveCount(2);
    await expect(inspector.openResponse('stones.json')).toHaveAttribute('aria-selected', 'true');
    await inspector.loaded();
    await expect(inspector.outputText).toHaveText('Granite');
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  });

  test('come back too when a person opens something before they are there', async ({ inspector }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.kept(1);
    const release = await inspector.holdReading();
    await inspector.page.reload();
    await expect(inspector.main).toHaveAttribute('aria-busy', 'true');
    await inspector.pickFiles({ name: 'stones.json', text: stonesText });
    release();
    await inspector.loaded();
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.openResponses).toHaveCount(2);
    await inspector.openResponse('teas.json').click();
    await expect(inspector.outputText).toHaveText('Green tea');
    await inspector.kept(2);
  });

  test('are those of this tab alone; a link opened in another tab says where its document is and opens a copy', async ({
    inspector,
    page,
    context,
  }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.row(1).click();
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/1');
    await inspector.kept(1);
    const address = await page.evaluate(() => location.href);
    const other = new Inspector(await context.newPage());
    await other.page.goto(address);
    await expect(other.textBox).toBeVisible();
    await expect(other.main).toHaveAttribute('data-load', 'idle');
    const away = other.page.getByRole('region', { name: 'The document of this link', exact: true });
    await expect(away).toContainText('teas.json was opened in another tab');
    await away.getByRole('button', { name: 'Open it here', exact: true }).click();
    await expect(other.outputText).toHaveText('Black tea');
    await inspector.kept(2);
    // The address follows as soon as everything is brought back that is to come back.
    await other.openAs('stones.json', stones);
    await expect.poll(() => other.page.evaluate(() => location.href)).not.toBe(address);
    await expect(other.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    // The same link in the address bar of a page that shows something else.
    await other.page.evaluate((link) => {
      location.href = link;
    }, address);
    await expect(other.page.getByRole('complementary', { name: 'Notice' })).toContainText(
      'The link leads to teas.json, which was opened in another tab.',
    );
    await expect(other.outputText).toHaveText('Granite');
    await other.button('Open it here').click();
    await expect(other.openResponses).toHaveText([/^teas\.json/, /^stones\.json/, /^teas\.json/]);
    await expect(other.outputText).toHaveText('Black tea');
  });

  test('are walked by key, reached by typing and filtered by name', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.openAs('more teas.json', teas);
    const list = page.getByRole('listbox', { name: 'Responses', exact: true });
    const standing = list.locator('[data-standing]');
    await list.focus();
    await page.keyboard.press('Home');
    await expect(standing).toContainText('teas.json');
    await page.keyboard.press('j');
    await expect(standing).toContainText('stones.json');
    await page.keyboard.type('mor');
    await expect(standing).toContainText('more teas.json');
    await page.keyboard.press('/');
    const filter = page.getByRole('searchbox', { name: 'Filter responses', exact: true });
    await expect(filter).toBeFocused();
    await page.keyboard.type('TEAS');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^more teas\.json/]);
    await expect(inspector.region('Responses')).toContainText('2 of 3');
    await page.keyboard.press('Enter');
    await expect(list).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(inspector.openResponse('teas.json').first()).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.outputText).toHaveText('Green tea');
    await filter.fill('granite');
    await expect(inspector.region('Responses')).toContainText('None of 3 responses has this text in its name.');
    await page.getByRole('button', { name: 'Show all', exact: true }).click();
    await expect(inspector.openResponses).toHaveCount(3);
  });

  test('can be renamed, and keep the name after a reload', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.kept(2);
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Rename', exact: true }).click();
    await list.getByRole('textbox', { name: 'New name' }).fill('quarry');
    await page.keyboard.press('Enter');
    await expect(inspector.openResponse('quarry')).toBeVisible();
    await expect(inspector.openResponse('stones.json')).toHaveCount(0);
    await expect(inspector.status).toHaveText('quarry: 1 generation, 1 distinct, 1 provider response, 0 issues');
    await inspector.keptAs('quarry');
    await page.reload();
    await expect(inspector.openResponse('quarry')).toBeVisible();
    await expect(inspector.openResponses).toHaveCount(2);
  });

  test('keep a name that was given before the browser had kept them', async ({ inspector, page, context }) => {
    await inspector.visit();
    const release = await holdKept(context);
    await inspector.openAs('stones.json', stones);
    await page.getByRole('button', { name: /show open responses/ }).click();
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Rename', exact: true }).click();
    await list.getByRole('textbox', { name: 'New name' }).fill('quarry');
    await page.keyboard.press('Enter');
    await expect(inspector.status).toContainText('quarry: ');
    await release();
    await inspector.keptAs('quarry');
    await page.reload();
    await inspector.loaded();
    await expect(inspector.status).toContainText('quarry: ');
  });

  test('can be removed, and "Undo" brings them back as they were, the last first', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.openResponse('teas.json').click();
    await inspector.row(1).click();
    const list = inspector.region('Responses');
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.status).toContainText('stones.json: ');
    await expect(inspector.outputText).toHaveText('Granite');
    await inspector.button('Undo').click();
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
    // Of two that are removed, one after the other comes back.
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.status).toContainText('stones.json: ');
    await page.getByRole('button', { name: /show open responses/ }).click();
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.textBox).toBeVisible();
    await inspector.button('Undo').click();
    await expect(inspector.outputText).toHaveText('Granite');
    await inspector.button('Undo').click();
    await expect(inspector.outputText).toHaveText('Black tea');
    await expect(inspector.openResponses).toHaveText([/^teas\.json/, /^stones\.json/]);
  });

  test('that wait for their turn are read as soon as somebody wants to see them', async ({ inspector }) => {
    await inspector.visit();
    const release = await inspector.holdAfterFirstRows();
    await inspector.pickFiles({ name: 'teas.json', text: teasText }, { name: 'stones.json', text: stonesText });
    await expect(inspector.outputText).toHaveText('Green tea');
    await inspector.page.getByRole('button', { name: /show open responses/ }).click();
    await inspector.openResponse('stones.json').click();
    await expect(inspector.outputText).toHaveText('Granite');
    await release();
    await expect(inspector.status).toContainText('stones.json: 1 generation, 1 distinct');
  });

  test('that were removed do not come back with a reload', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await inspector.openAs('stones.json', stones);
    await inspector.kept(2);
    await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    await inspector.kept(1);
    await page.reload();
    await expect(inspector.status).toHaveText('teas.json: 3 generations, 2 distinct, 1 provider response, 1 issue');
    await expect(inspector.openResponses).toHaveCount(0);
  });

  test('leave the start page when the last one is removed', async ({ inspector, page }) => {
    await inspector.visit();
    await inspector.openAs('teas.json', teas);
    await page.getByRole('button', { name: /show open responses/ }).click();
    await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(inspector.textBox).toBeVisible();
    await expect(inspector.main).toHaveAttribute('data-load', 'idle');
  });
});

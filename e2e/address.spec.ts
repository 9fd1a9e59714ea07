// The address holds document, place and view, and Back and Forward walk them.
import { completionResponse } from './fixtures/build.ts';
import { expectSelected, firstGeneration, openTeas } from './fixtures/linkedTeas.ts';
import { expect, test } from './inspector.ts';

test.describe('the address', () => {
  test('always holds the document and the place, also at the defaults', async ({ inspector, page }) => {
    await openTeas(inspector);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1&doc=\w+&at=%2Fdata%2F0$/);
    await inspector.treeItem(/^choices: /).click();
    await expect
      .poll(() => new URL(page.url()).hash)
      .toMatch(/^#v1&doc=\w+&at=%2Fprovider_responses%2F0%2Fchoices&pane=providers$/);
  });

  test('selects when its "at" changes, and keeps the selection when there is no such place', async ({
    inspector,
    page,
  }) => {
    await openTeas(inspector);
    const go = async (at: string) => {
      await page.evaluate((place) => {
        location.hash = location.hash.replace(/&at=[^&]*/, `&at=${encodeURIComponent(place)}`);
      }, at);
    };
    await go('/provider_responses/0/choices/2');
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/choices/2',
      row: 3,
      item: /^2: \{4\}/,
      usage: 'Generation 3',
    });
    await go('/usage');
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
    await go('/nowhere/7');
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  });

  test('that is broken opens the default view, after a reload too', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(3).click();
    await inspector.kept(1);
    for (const broken of ['#v1&doc=%zz&at=%E0%A4%A&pane=none&sort=-x,&sel=9-1,a&base=-', '#v9&at=%2Fdata%2F2', '#at']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, broken);
      await expectSelected(inspector, firstGeneration);
      await inspector.row(3).click();
    }
    for (const at of ['nonsense', '/data/99', '/data/0/nowhere']) {
      await page.evaluate((place) => history.replaceState(null, '', `#v1&doc=%zz&at=${place}&tab=99`), at);
      await page.reload();
      await inspector.loaded();
      await expectSelected(inspector, firstGeneration);
    }
  });

  test('brings sort, filter, tab and comparison back after a reload', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.columnHead('Characters').click();
    await inspector.filterBox.fill('tea');
    await inspector.region('Generation').getByRole('tab', { name: 'JSON', exact: true }).click();
    await inspector.compareBox(1).check();
    await inspector.kept(1);
    await page.reload();
    await inspector.loaded();
    await expect(inspector.columnHead('Characters')).toHaveAttribute('aria-sort', 'ascending');
    await expect(inspector.filterBox).toHaveValue('tea');
    await expect(inspector.region('Generation').getByRole('tab', { name: 'JSON', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(inspector.compareBox(1)).toBeChecked();
    await expect(inspector.compareBox(0)).not.toBeChecked();
  });
});

test.describe('Back and Forward', () => {
  test('walk panes, not rows', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(1).click();
    await inspector.row(3).click();
    await inspector.treeItem(/^choices: /).click();
    await inspector.treeItem('object: "text_completion"').click();
    await inspector.usageRow('Response usage').getByRole('button', { name: 'Response usage', exact: true }).click();
    await page.goBack();
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/object',
      item: 'object: "text_completion"',
      usage: 'Provider 0',
    });
    await page.goBack();
    await expectSelected(inspector, { pointer: '/data/3', row: 3, item: /^2: \{4\}/, usage: 'Generation 3' });
    await page.goForward();
    await expectSelected(inspector, {
      pointer: '/provider_responses/0/object',
      item: 'object: "text_completion"',
      usage: 'Provider 0',
    });
    await page.goForward();
    await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  });

  test('walk documents, by the buttons of the page too', async ({ inspector, page }) => {
    await openTeas(inspector);
    await inspector.row(2).click();
    await inspector.openAs('stones.json', completionResponse({ samples: ['Granite'] }));
    await expect(inspector.outputText).toHaveText('Granite');
    await page.goBack();
    await expect(inspector.status).toContainText('teas.json: ');
    await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
    await inspector.button('Forward').click();
    await expect(inspector.status).toContainText('stones.json: ');
    await expect(inspector.outputText).toHaveText('Granite');
    await expect(inspector.button('Forward')).toBeDisabled();
    await inspector.button('Back').click();
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.button('Back')).toBeDisabled();
  });

  test('pass over documents that were removed, and no step is without effect', async ({ inspector, page }) => {
    const stones = completionResponse({ samples: ['Granite'] });
    await openTeas(inspector);
    await inspector.row(2).click();
    await inspector.treeItem(/^choices: /).click();
    await inspector.openAs('granite.json', stones);
    await inspector.openAs('slate.json', stones);
    const remove = async (name: string) => {
      await inspector.openResponse(name).click();
      await expect(inspector.status).toContainText(`${name}: `);
      await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
    };
    await remove('granite.json');
    await expect(inspector.status).toContainText('slate.json: ');
    await remove('slate.json');
    await expect(inspector.status).toContainText('teas.json: ');
    await expect(inspector.button('Forward')).toBeDisabled();
    await page.goBack();
    await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
    await expect(inspector.button('Back')).toBeDisabled();
    await page.goForward();
    await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices');
    await page.goBack();
    await expect.poll(() => inspector.selectedPointer()).toBe('/data/2');
    await inspector.openAs('granite.json', stones);
    await remove('granite.json');
    await expect(inspector.status).toContainText('teas.json: ');
    // It stands where it stood before the other was opened: one more step leaves the page.
    await page.goBack();
    await expect(page).toHaveURL('about:blank');
  });
});

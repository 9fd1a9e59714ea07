// The search over the whole document: what it finds, where it shows that, how a person walks through it and leaves it, by keys alone too.
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = [
  'A café with a "quiet" terrace.\nLamps at dusk.',
  'The CAFÉ by the harbour.',
  `Plain ${'a'.repeat(40)}!`,
];
// Written as Python writes it, without a letter beyond ASCII.
const written = JSON.stringify(completionResponse({ samples }), null, 2)
  .replaceAll('é', '\\u00e9')
  .replaceAll('É', '\\u00C9');

function partsOf({ page }: Inspector) {
  const bar = page.getByRole('search', { name: 'Search the document', exact: true });
  return {
    bar,
    box: bar.getByRole('searchbox', { name: 'Search the document', exact: true }),
    count: bar.getByRole('status'),
    pattern: bar.getByRole('button', { name: 'Regular expression', exact: true }),
    matchCase: bar.getByRole('button', { name: 'Match case', exact: true }),
    inSource: page.getByRole('region', { name: 'Source', exact: true }).locator('mark[data-found]'),
  };
}

test('a text is found as it reads, in table, tree, output and source, and walked through around the end', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  await expect(inspector.grid).toBeFocused();
  await page.keyboard.press('ControlOrMeta+f');
  const { box, count, inSource, matchCase } = partsOf(inspector);
  await expect(box).toBeFocused();
  await page.keyboard.type('café');
  await expect(count).toHaveText('1 of 6');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/output');
  await expect(inSource).toHaveText(['caf\\u00e9']);
  await expect(inspector.selectedRow.locator('mark')).toHaveText(['café']);
  await expect(inspector.outputText.locator('mark')).toHaveText(['café']);
  await expect(inspector.selectedTreeItem.locator('mark')).toHaveText(['café']);

  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText('6 of 6');
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices/1/text');
  await expect(inSource).toHaveText(['CAF\\u00C9']);
  await expect(inspector.selectedTreeItem.locator('mark')).toHaveText(['CAFÉ']);
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('1 of 6');
  await matchCase.click();
  await expect(count).toHaveText('1 of 3');
  // From anywhere on the page.
  await inspector.tree.focus();
  await page.keyboard.press('F3');
  await expect(count).toHaveText('2 of 3');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/raw_output');
  await page.keyboard.press('Shift+F3');
  await expect(count).toHaveText('1 of 3');
});

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

test('as it is written too, in keys, in signs and line ends of the source; and where nothing is found that is said', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  await inspector.button('Search the document').click();
  const { bar, box, count, inSource } = partsOf(inspector);
  await expect(box).toBeFocused();
  await page.keyboard.type('finish_rea');
  await expect(count).toHaveText('1 of 6');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/finish_reason');
  await expect(inspector.selectedTreeItem.locator('mark')).toHaveText(['finish_rea']);
  await expect(inSource).toHaveText(['finish_rea']);
  await box.fill('a "quiet"');
  await expect(count).toHaveText('1 of 3');
  await expect(inSource).toHaveText(['a \\"quiet\\"']);
  await box.fill('terrace.\\nLamps');
  await expect(count).toHaveText('1 of 3');
  await expect(inSource).toHaveText(['terrace.\\nLamps']);

  await box.fill('');
  await inspector.paste('terrace.\nLamps');
  await expect(box).toHaveValue('terrace.␊Lamps');
  await expect(count).toHaveText('1 of 3');
  await expect(inspector.outputText.locator('mark')).toHaveText(['terrace.\nLamps']);
  await box.fill('');
  await inspector.paste('},\n    {');
  await expect(count).toHaveText('1 of 2');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  await expect(inSource).toHaveText(['}', ',', '    {']);

  await box.fill('zebra');
  await expect(count).toHaveText('No hits');
  await expect(bar.getByRole('button', { name: 'Next hit', exact: true })).toBeDisabled();
  await expect(inSource).toHaveCount(0);
});

test('a regular expression goes over whole keys and values; a wrong one says why, one that never ends is stopped', async ({
  inspector,
}) => {
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  await inspector.button('Search the document').click();
  const { bar, box, count, pattern, inSource } = partsOf(inspector);
  await box.fill('^the .*\\.$');
  await expect(count).toHaveText('No hits');
  await pattern.click();
  await expect(count).toHaveText('1 of 3');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1/output');
  await expect(inSource).toHaveText(['The CAF\\u00C9 by the harbour.']);
  await box.fill('(caf)(');
  await expect(bar).toContainText('Not a regular expression: Unterminated group, at character 6.');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(count).toHaveText('');
  await box.fill('^(a|.)+b$');
  await expect(bar).toContainText('This pattern took longer than 2 seconds for one part of the text and was stopped.');
  await box.fill('^pla.n');
  await expect(count).toHaveText('1 of 3');
  await expect(bar).not.toContainText('was stopped');
});

test('what is typed before the bar is there stands in it, and moves nothing meanwhile', async ({ inspector, page }) => {
  const held: (() => Promise<void>)[] = [];
  await page.route('**/FindBar-*.js', (route) => {
    held.push(() => route.continue());
  });
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('harbour');
  await expect.poll(() => held.length).toBe(1);
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0');
  for (const go of held) await go();
  const { box, count } = partsOf(inspector);
  await expect(box).toHaveValue('harbour');
  await expect(box).toBeFocused();
  await expect(count).toHaveText('1 of 3');
  await expect(inspector.region('Compare')).toHaveCount(0);
});

test('by keys alone: the focus comes back, the text stays, and the browser keeps its own search', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  const { bar, box, count } = partsOf(inspector);
  await inspector.tree.focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(inspector.tree).toBeFocused();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('harbour');
  await expect(count).toHaveText('1 of 3');
  await page.evaluate(() =>
    window.addEventListener('keydown', (event) => {
      document.documentElement.dataset.lastKey = `${event.key} ${event.defaultPrevented ? 'ours' : 'of the browser'}`;
      event.preventDefault();
    }),
  );
  const lastKey = page.locator('html');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(lastKey).toHaveAttribute('data-last-key', 'f of the browser');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(inspector.tree).toBeFocused();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1/output');
  await page.keyboard.press('F3');
  await expect(lastKey).toHaveAttribute('data-last-key', 'F3 of the browser');

  await inspector.tree.press('Home');
  await inspector.tree.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(lastKey).toHaveAttribute('data-last-key', 'f ours');
  await expect(box).toHaveValue('harbour');
  await expect(count).toHaveText('3 hits');
  expect(await inspector.selectedPointer()).toBe('/provider_responses/0');
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('1 of 3');
  // What is marked on the page is what a person wants to find.
  await inspector.tree.focus();
  await inspector.outputText.selectText();
  await page.keyboard.press('ControlOrMeta+f');
  await expect(box).toHaveValue('The CAFÉ by the harbour.');
  await expect(box).toBeFocused();
  await expect(count).toHaveText('1 of 3');
});

test('a search that takes long says how far it is and can be stopped; the next one runs', async ({ inspector }) => {
  const release = await inspector.holdTasks();
  await inspector.visit();
  await inspector.openAs('cafes.json', written);
  await inspector.button('Search the document').click();
  const { bar, box, count, pattern } = partsOf(inspector);
  await pattern.click();
  await box.fill('caf.');
  await expect(bar.getByRole('progressbar', { name: 'Searching', exact: true })).toHaveText('0 % searched');
  await bar.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(count).toHaveText('No hits in the first 0 %');
  await expect(bar.getByRole('progressbar')).toBeHidden();
  release();
  await box.fill('caf.');
  await box.fill('caf. w');
  await expect(count).toHaveText(/^1 of \d$/);
});

test('a document that is still loading is searched at once, and its source shows the hit when it is there', async ({
  inspector,
}) => {
  await inspector.visit();
  const release = await inspector.holdAfterFirstRows();
  await inspector.pickFiles({ name: 'cafes.json', text: written });
  await expect(inspector.row(0)).toBeVisible();
  await inspector.button('Search the document').click();
  const { bar, box, count, inSource } = partsOf(inspector);
  await box.fill('dusk');
  await expect(count).toHaveText('1 of 3');
  await expect(bar).toContainText('Still being read');
  await expect(inspector.selectedRow.locator('mark')).toHaveText(['dusk']);
  await release();
  await inspector.loaded();
  await expect(inSource).toHaveText(['dusk']);
  await expect(bar).not.toContainText('Still being read');
});

test('in one long line the part with the hit is shown, also where the text breaks off behind it', async ({
  inspector,
}) => {
  const long = 'leaf '.repeat(3000);
  await inspector.visit();
  await inspector.openAs(
    'long.json',
    JSON.stringify(completionResponse({ samples: ['Short.', `${long}needle here`] })),
  );
  await inspector.button('Search the document').click();
  const { box, count, inSource } = partsOf(inspector);
  await box.fill('needle');
  await expect(count).toHaveText('1 of 3');
  await expect(inSource).toHaveText(['needle']);
  await expect(inSource).toBeInViewport();
  await expect(inspector.selectedRow.locator('mark')).toHaveText(['needle']);
  await expect(inspector.selectedTreeItem.locator('mark')).toHaveText(['needle']);
  await expect(inspector.outputText.locator('mark')).toHaveText(['needle']);
  await expect(inspector.outputText.locator('mark')).toBeInViewport();

  const cut = `{"data": [{"index": 0, "output": "a needle"}, {"output": "${long}cut needle`;
  await inspector.pickFiles({ name: 'cut.json', text: cut });
  await inspector.loaded('failed');
  // Another document is searched for the same, and nothing moves until a person walks.
  await expect(count).toHaveText('2 hits');
  await box.press('Shift+Enter');
  await expect(count).toHaveText('2 of 2');
  await expect(inSource).toHaveText(['needle']);
  await expect(inSource).toBeInViewport();
});

// Links between generations and choices: the evidence, links set by hand, what is left over on either side, places for other tools.
import { axeFindings } from './axeFindings.ts';
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = ['Oak', 'Elm', 'Ash', 'Fir'];

/** Four choices, of which only the first three became generations. */
function withLeftOver(): JsonObject {
  const response = completionResponse({ samples, logprobs: 0 });
  return { ...response, data: (response.data as readonly JsonObject[]).slice(0, 3), num_samples: 3 };
}

/** Three generations of one text, and one choice for all of them. */
function withShared(): JsonObject {
  const response = completionResponse({ samples: ['Oak', 'Oak', 'Oak'] });
  const [provider] = response.provider_responses as readonly [JsonObject];
  const [choice] = provider.choices as readonly [JsonObject];
  return { ...response, provider_responses: [{ ...provider, choices: [choice] }] };
}

async function openTrees(inspector: Inspector): Promise<void> {
  await inspector.visit();
  await inspector.openAs('trees.json', withLeftOver());
  await inspector.openFacts();
}

const generation = (inspector: Inspector) => inspector.region('Generation');
const change = (inspector: Inspector) =>
  generation(inspector).getByRole('button', { name: 'Change link', exact: true });
const linkCell = (inspector: Inspector, row: number, word: string) =>
  inspector.row(row).getByRole('gridcell').filter({ hasText: word });

/** Gives the selected generation another choice, by keys alone. */
async function setLink(inspector: Inspector, choice: number, steps: number): Promise<void> {
  await change(inspector).focus();
  await inspector.page.keyboard.press('Enter');
  const item = inspector.page.getByRole('menuitemradio', {
    name: new RegExp(`^provider_responses\\[0\\] choice ${choice}`),
  });
  await expect(item).toBeVisible();
  await expect(inspector.page.getByRole('menu').locator('[role="menuitemradio"]:focus')).toHaveCount(1);
  for (let step = 0; step < steps; step++) await inspector.page.keyboard.press('ArrowDown');
  await expect(item).toBeFocused();
  await inspector.page.keyboard.press('Enter');
  await expect(item).toHaveCount(0);
}

test('the evidence names both places, and each of them is the way there', async ({ inspector }) => {
  await openTrees(inspector);
  const pane = generation(inspector);
  // The link is certain: nobody has to read why.
  const evidence = pane.getByRole('button', { name: 'Evidence', exact: true });
  await expect(evidence).toHaveAttribute('aria-expanded', 'false');
  await expect(pane).not.toContainText('identical, 3 characters');
  await evidence.click();
  await expect(pane).toContainText(
    'data[0].raw_output = provider_responses[0].choices[0].text (identical, 3 characters',
  );
  await pane.getByRole('button', { name: 'provider_responses[0].choices[0].text', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices/0/text');
  await pane.getByRole('button', { name: 'data[0].raw_output', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/0/raw_output');
});

test('a link set by hand holds in every pane and says whose it is', async ({ inspector }) => {
  await openTrees(inspector);
  await expect(linkCell(inspector, 0, 'certain')).toBeVisible();
  await setLink(inspector, 3, 3);
  await expect(change(inspector)).toBeFocused();
  await expect(generation(inspector).getByText('set by you', { exact: true })).toBeVisible();
  await expect(linkCell(inspector, 0, 'by position')).toContainText('set by you');
  await expect(inspector.linkedPlace).toHaveText('/provider_responses/0/choices/3');
  await expect(
    inspector.treeItem(/^3: \{4\}/).getByRole('button', { name: 'Generation #0', exact: true }),
  ).toBeVisible();
  await expect(inspector.treeItem(/^0: \{4\}/)).toContainText('no generation');
  await inspector.treeItem(/^3: \{4\}/).click();
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '2');
  await expect(inspector.usageRow('Generation 0')).toHaveAttribute('aria-current', 'true');
});

test('findings about a link that was set by hand say that they are older than it', async ({ inspector, page }) => {
  await openTrees(inspector);
  const words = 'found before your change of a link';
  await expect(inspector.issue('HL033')).not.toContainText(words);
  await setLink(inspector, 3, 3);
  await expect(inspector.issue('HL033')).toContainText(words);
  await page.getByRole('complementary', { name: 'Notice', exact: true }).getByRole('button', { name: 'Undo' }).click();
  await expect(inspector.issue('HL033')).not.toContainText(words);
});

test('the choice that a set link takes leaves its generation without one', async ({ inspector }) => {
  await openTrees(inspector);
  await setLink(inspector, 1, 1);
  await expect(linkCell(inspector, 0, 'by position')).toBeVisible();
  await expect(linkCell(inspector, 1, 'none')).toBeVisible();
  await inspector.row(1).click();
  await expect(generation(inspector)).toContainText('provider_responses[0].choices[1] is pinned to data[0] by hand.');
});

test('a set link is taken back by the notice, in the menu, and by a command', async ({ inspector, page }) => {
  await openTrees(inspector);
  const isFound = async () => {
    await expect(linkCell(inspector, 0, 'certain')).toBeVisible();
    await expect(generation(inspector).getByText('set by you', { exact: true })).toHaveCount(0);
  };
  await setLink(inspector, 3, 3);
  const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
  await expect(notice).toContainText('#0 is now linked to provider_responses[0] choice 3, until the page is reloaded.');
  await notice.getByRole('button', { name: 'Undo', exact: true }).click();
  await isFound();

  await setLink(inspector, 3, 3);
  await change(inspector).click();
  await page.getByRole('menuitem', { name: 'Use the found link', exact: true }).click();
  await isFound();

  await setLink(inspector, 3, 3);
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Command', exact: true }).fill('found link');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await isFound();
});

test('what is left over is named in the tree and above it, and a shared choice says with whom', async ({
  inspector,
}) => {
  await openTrees(inspector);
  const left = inspector
    .region('Provider responses')
    .getByRole('button', { name: '1 of 4 choices is in no generation', exact: true });
  await left.click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/provider_responses/0/choices/3');
  await expect(inspector.selectedTreeItem).toContainText('no generation');
  await expect(inspector.selectedRow).toHaveCount(0);

  await inspector.openAs('shared.json', withShared());
  await expect(left).toHaveCount(0);
  await expect(inspector.treeItem(/^0: \{4\}/)).toContainText('also #1, #2');
  await inspector.row(1).click();
  await expect(generation(inspector).getByText('shared with others', { exact: true })).toBeVisible();
});

test('pointing at a row lights its choice and its bar, and the other way round, and moves nothing', async ({
  inspector,
}) => {
  await openTrees(inspector);
  await inspector.row(2).hover();
  await expect(inspector.treeItem(/^2: \{4\}/)).toHaveAttribute('data-lit', 'true');
  await expect(inspector.usageRow('Generation 2')).toHaveAttribute('data-hovered', 'true');
  await inspector.treeItem(/^1: \{4\}/).hover();
  await expect(inspector.row(1)).toHaveAttribute('data-lit', 'true');
  await expect(inspector.row(2)).not.toHaveAttribute('data-lit');
  expect(await inspector.selectedPointer()).toBe('/data/0');
});

test('pointing passes from pane to pane, and to what was found in a generation', async ({ inspector }) => {
  await inspector.visit();
  const samples = ['Oak', 'Elm\ufffd', 'Ash'];
  await inspector.openAs('trees.json', completionResponse({ samples, logprobs: 0 }));
  await inspector.usageRow('Generation 2').hover();
  await expect(inspector.row(2)).toHaveAttribute('data-lit', 'true');
  // Straight from one pane to the next: leaving the one must not take away what entering the other lit.
  await inspector.row(1).hover();
  await expect(inspector.treeItem(/^1: \{4\}/)).toHaveAttribute('data-lit', 'true');
  await expect(inspector.issue('HL024')).toHaveAttribute('data-hovered', 'true');
  await inspector.treeItem(/^0: \{4\}/).hover();
  await expect(inspector.issue('HL024')).not.toHaveAttribute('data-hovered');
  await inspector.issue('HL024').hover();
  await expect(inspector.row(1)).toHaveAttribute('data-lit', 'true');
  await expect(inspector.usageRow('Generation 1')).toHaveAttribute('data-hovered', 'true');
});

test('a place is copied for jq and for Python, from the path and from the tree', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('trees.json', { ...withLeftOver(), 'a "b"': { '0': [true] } });
  const path = inspector.page.getByRole('button', { name: 'Copy place', exact: true });
  const copyAs = async (name: string) => {
    await path.click();
    return await inspector.copyWith(page.getByRole('menuitem', { name, exact: true }));
  };
  expect(await copyAs('Copy as jq path')).toBe('.data[0]');
  expect(await copyAs('Copy as Python accessor')).toBe('response["data"][0]');
  expect(await copyAs('Copy pointer')).toBe('/data/0');
  // Digits are a place in a list or a key of an object: only the text knows.
  await page.evaluate(() => {
    location.hash = location.hash.replace(/at=[^&]*/, `at=${encodeURIComponent('/a "b"/0/0')}`);
  });
  await expect(inspector.path).toHaveText('/a "b"/0/0');
  expect(await copyAs('Copy as jq path')).toBe('.["a \\"b\\""]["0"][0]');
  await inspector.row(0).click();
  await expect(inspector.selectedTreeItem).toHaveAccessibleName(/^0: \{4\}/);
  await inspector.tree.focus();
  await page.keyboard.press('Alt+Shift+J');
  await expect.poll(() => inspector.copied()).toBe('.provider_responses[0].choices[0]');
  await page.keyboard.press('Alt+Shift+P');
  await expect.poll(() => inspector.copied()).toBe('response["provider_responses"][0]["choices"][0]');
});

test('axe finds nothing wrong with a set link, leftovers and the menu of choices', async ({ inspector, page }) => {
  test.slow();
  await openTrees(inspector);
  await setLink(inspector, 3, 3);
  await expect(generation(inspector).getByText('set by you', { exact: true })).toBeVisible();
  expect(await axeFindings(page, 'main')).toEqual([]);
  await change(inspector).click();
  await expect(page.getByRole('menuitem', { name: 'Use the found link', exact: true })).toBeVisible();
  expect(await axeFindings(page, '[role="menu"]')).toEqual([]);
});

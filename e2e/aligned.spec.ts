// Compare, Aligned: what is marked in the texts, by what they are compared, and what is said where they cannot be.
import type { Locator } from 'playwright/test';
import {
  difference,
  granularity,
  lamps,
  marks,
  openAndCheckAll,
  openAndCompareAll,
  variants,
} from './fixtures/aligned.ts';
import { completionResponse } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

test('what not all say is marked in every text, more strongly the fewer say it', async ({ inspector }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(marks(inspector, 0)).toHaveText(['follows', 'hours', 'quiet']);
  await expect(marks(inspector, 1)).toHaveText(['follows', 'pace', 'quiet']);
  await expect(marks(inspector, 2)).toHaveText(['reads', 'hours', 'calm']);
  await expect(marks(inspector, 3)).toHaveText(['follows', 'hours', 'quiet', 'today']);
  const look = (mark: Locator) =>
    mark.evaluate((element) => {
      const { backgroundColor, borderBottomWidth } = getComputedStyle(element);
      return { backgroundColor, borderBottomWidth };
    });
  const ofMost = await look(marks(inspector, 0).first());
  const ofOne = await look(marks(inspector, 2).first());
  expect(ofMost.borderBottomWidth).toBe('1px');
  expect(ofOne.borderBottomWidth).toBe('2px');
  expect(ofMost.backgroundColor).not.toBe(ofOne.backgroundColor);
});

test('every text stays whole and verbatim whatever it is compared by', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  for (const name of ['Character', 'Sentence', 'Line', 'Word']) {
    await granularity(page, name).check();
    for (const [label, text] of lamps.entries()) {
      await expect.poll(async () => (await inspector.compared(label).textContent())?.endsWith(text)).toBe(true);
    }
  }
});

test('long texts in many columns become whole, and the difference at their ends is one step away', async ({
  inspector,
  page,
}) => {
  const middle = Array.from({ length: 700 }, (_, at) => `word${at}`).join(' ');
  const ends = ['red', 'green', 'blue', 'white', 'black', 'grey', 'pink', 'brown', 'teal', 'plum'];
  const samples = ends.map((end, at) => `It is ${at % 2 === 0 ? 'said' : 'written'} that ${middle} ${end}`);
  await inspector.visit();
  await inspector.openAs('long.json', JSON.stringify(completionResponse({ samples })));
  await inspector.compareAll();
  for (const [label, text] of samples.entries()) await expect(inspector.compared(label)).toContainText(text);
  await page.keyboard.press('p');
  const baseline = inspector.region('Compare').getByRole('group', { name: /, baseline$/ });
  const last = baseline.locator('mark').last();
  await expect(last).toHaveText(new RegExp(`^(${ends.join('|')})$`));
  await expect(last).toBeInViewport();
});

test('granularity stands in the address and changes what is marked', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps.slice(0, 2));
  await expect(marks(inspector, 1)).toHaveText(['pace']);
  await granularity(page, 'Sentence').check();
  await expect(marks(inspector, 1)).toHaveText(['The lamp follows the daylight and keeps your pace.']);
  await expect.poll(() => page.url()).toContain('by=sentence');
  await inspector.reload();
  await expect(granularity(page, 'Sentence')).toBeChecked();
  await expect(marks(inspector, 1)).toHaveText(['The lamp follows the daylight and keeps your pace.']);
});

test('what is ignored is not marked, and the texts are said to be the same', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, ['The Lamp is on.', 'the lamp is on']);
  await expect(marks(inspector, 0)).toHaveText(['The Lamp', '.']);
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await inspector.menuItem('Case').click();
  await inspector.menuItem('Punctuation').click();
  await page.keyboard.press('Escape');
  await expect(inspector.region('Compare').getByText('Both texts are the same but for what is ignored.')).toBeVisible();
  await expect(inspector.region('Compare').locator('mark')).toHaveCount(0);
  await expect.poll(() => decodeURIComponent(page.url())).toContain('ignore=case,punctuation');
});

test('the sample nearest to all others is the baseline until another one is chosen', async ({ inspector, page }) => {
  const samples = ['Nothing like the others at all.', lamps[1] ?? '', lamps[0] ?? '', lamps[3] ?? ''];
  await openAndCompareAll(inspector, samples);
  const baseline = (label: number) =>
    inspector.region('Compare').getByRole('group', { name: `Generation ${label}, baseline`, exact: true });
  await expect(baseline(2)).toBeVisible();
  await expect(inspector.button('Baseline')).toContainText('most typical');
  await expect(baseline(2)).toContainText(/similarity 0\.\d\d on average/);
  await inspector.row(1).click();
  await page.keyboard.press('b');
  await expect(baseline(1)).toBeVisible();
  await expect(inspector.button('Baseline')).not.toContainText('most typical');
  await inspector.button('Baseline').click();
  await inspector.menuItem('Most typical').click();
  await expect(baseline(2)).toBeVisible();
});

test('a passage that stands elsewhere is shown as moved', async ({ inspector, page }) => {
  const passage = 'with a warm amber glow before bedtime';
  await openAndCompareAll(inspector, [
    `Fernlight ${passage} shifts your desk from morning to evening while you work undisturbed at home.`,
    `Fernlight shifts your desk from morning to evening while you work undisturbed at home ${passage}.`,
  ]);
  for (const label of [0, 1]) {
    const moved = inspector.compared(label).locator('mark').filter({ hasText: passage });
    await expect(moved).toHaveCount(1);
    await expect.poll(() => moved.evaluate((mark) => getComputedStyle(mark).borderBottomStyle)).toBe('dotted');
  }
  await inspector.compared(0).locator('mark').filter({ hasText: passage }).click();
  await expect(variants(page).getByRole('listitem').first()).toContainText('moved');
});

test('stacked, the texts stand one below the other and keep their marks', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  const layout = page.getByRole('radiogroup', { name: 'Layout', exact: true });
  await layout.getByRole('radio', { name: 'Stacked', exact: true }).check();
  const tops = async () =>
    (await Promise.all([0, 1].map((label) => inspector.compared(label).boundingBox()))).map((box) => box?.y ?? 0);
  await expect.poll(async () => new Set(await tops()).size).toBe(2);
  await expect(marks(inspector, 1)).toHaveText(['follows', 'pace', 'quiet']);
});

test('emoji, accents, right-to-left text and Chinese are never split', async ({ inspector, page }) => {
  const samples = ['Family 👨‍👩‍👧‍👦 cafe\u0301 שלום עולם 我喜欢猫', 'Family 👨‍👩‍👧 cafe שלום חבר 我喜欢狗'];
  await openAndCompareAll(inspector, samples);
  await expect(marks(inspector, 0)).toHaveText(['👨‍👩‍👧‍👦 cafe\u0301', 'עולם', '猫']);
  await granularity(page, 'Character').check();
  await expect(marks(inspector, 0).filter({ hasText: '👨‍👩‍👧‍👦' })).toHaveText(['👨‍👩‍👧‍👦']);
  await expect(marks(inspector, 0).filter({ hasText: 'e\u0301' })).toHaveText(['e\u0301']);
});

test('empty outputs take no part, and all empty ones are said to be', async ({ inspector }) => {
  await openAndCompareAll(inspector, [lamps[0] ?? '', '', lamps[1] ?? '']);
  await expect(inspector.compared(1)).toContainText('(empty)');
  await expect(inspector.region('Compare').getByText('1 empty output takes no part.')).toBeVisible();
  await expect(marks(inspector, 2)).toHaveText(['pace']);
  await openAndCheckAll(inspector, 'empty.json', ['', '']);
  await expect(inspector.region('Compare').getByText('All of these outputs are empty.')).toBeVisible();
});

test('texts with nothing in common are compared by something coarser, which is said', async ({ inspector }) => {
  const words = (seed: number) =>
    Array.from({ length: 20_000 }, (_, at) => `w${(at * 7919 + seed * 104_729) % 4999}x${seed}`).join(' ');
  await openAndCompareAll(inspector, [words(1), words(2)]);
  await expect(inspector.region('Compare').getByText(/^Compared by (sentence|line): the texts have/)).toBeVisible({
    timeout: 20_000,
  });
});

test('of more texts than can be seen at once twelve are columns, the rest comes on demand; and it is said of how many', async ({
  inspector,
  page,
}) => {
  await inspector.prefersTab('aligned');
  await inspector.visit();
  const samples = Array.from({ length: 120 }, (_, at) => `The lamp number ${at} is on.`);
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples })));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  const compare = inspector.region('Compare');
  await expect(compare.getByText('50 of 120 different texts are aligned; Distinct shows all.')).toBeVisible();
  await expect(compare.getByText('12 of 50 shown', { exact: true })).toBeVisible();
  await expect(inspector.compared('\\d+')).toHaveCount(12);
  await inspector.button('Show all 50 columns').click();
  await expect(inspector.compared('\\d+')).toHaveCount(50);
  await expect(compare.getByText('12 of 50 shown', { exact: true })).toHaveCount(0);
});

test('an alignment can be cancelled with the texts readable, and done again', async ({ inspector }) => {
  const release = await inspector.holdTasks();
  await inspector.prefersTab('aligned');
  await inspector.visit();
  await openAndCheckAll(inspector, 'response.json', lamps);
  await expect(inspector.compared(1)).toContainText('keeps your pace.');
  await expect(inspector.region('Compare').getByRole('progressbar', { name: 'Aligning', exact: true })).toBeVisible();
  await inspector.button('Cancel alignment').click();
  await expect(inspector.region('Compare').getByText('The alignment was cancelled.')).toBeVisible();
  await expect(inspector.compared(1)).toContainText('keeps your pace.');
  await expect(marks(inspector, 1)).toHaveCount(0);
  release();
  await inspector.button('Align again').click();
  await expect(marks(inspector, 1)).toHaveText(['follows', 'pace', 'quiet']);
});

test('a sample of ten million characters stands beside the others, cut and unannotated, which is said', async ({
  inspector,
}) => {
  await openAndCompareAll(inspector, [lamps[0] ?? '', `${'lamp '.repeat(2_000_000)}.`, lamps[1] ?? '']);
  await expect(inspector.compared(1)).toContainText('Shows the first 1,000,000 of 10,000,001 UTF-16 units');
  await expect(inspector.compared(1)).toContainText('Too long to be aligned');
  await expect(marks(inspector, 2)).toHaveText(['pace']);
});

test('two thousand generations can be chosen: equal ones are one column, and the keys still lead', async ({
  inspector,
  page,
}) => {
  await inspector.prefersTab('aligned');
  await inspector.visit();
  const samples = Array.from({ length: 2000 }, (_, at) => `Lamp ${at % 30} of many is ${at % 3 === 0 ? 'on' : 'off'}.`);
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples })));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await expect(inspector.compared('\\d+')).toHaveCount(12);
  await expect(inspector.compared('\\d+').first()).toContainText(/#\d+ ×6[67]/);
  await expect(difference(page, 1)).toBeVisible();
  await page.keyboard.press('n');
  await expect(difference(page, 1)).toHaveAttribute('aria-current', 'true');
});

test('samples that say the same are one column under all of their names; of what is not compared it is said', async ({
  inspector,
}) => {
  await inspector.prefersTab('aligned');
  await inspector.visit();
  const samples = [0, 1, 0, 1, 0].map((lamp) => lamps[lamp] ?? '');
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples })));
  for (const label of [0, 1, 2, 3]) await inspector.compareBox(label).check();
  const columns = inspector.region('Compare').getByRole('group', { name: /^Generations/ });
  await expect(columns).toHaveCount(2);
  await expect(inspector.compared(0)).toHaveAccessibleName('Generations 0, 2, baseline');
  await expect(inspector.compared(0)).toContainText('#0 ×2');
  await expect(inspector.compared(0)).toContainText('= #4');
  await expect(marks(inspector, 3)).toHaveText(['pace']);
  await inspector.compared(1).getByRole('button', { name: 'Take #1 ×2 out', exact: true }).click();
  await expect(columns).toHaveCount(1);
  for (const label of [1, 3]) await expect(inspector.compareBox(label)).not.toBeChecked();
});

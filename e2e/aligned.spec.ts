// The tab "Aligned": what differs between any number of outputs, at what granularity, and what is said at each place.
import type { Locator, Page } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const lamps = [
  'The lamp follows the daylight and keeps your hours.\n\nIt is quiet.',
  'The lamp follows the daylight and keeps your pace.\n\nIt is quiet.',
  'The lamp reads the daylight and keeps your hours.\n\nIt is calm.',
  'The lamp follows the daylight and keeps your hours.\n\nIt is quiet today.',
];

/** Waits also until the columns stand in their order, where there are short texts to have one. */
async function openAndCompareAll(inspector: Inspector, samples: readonly string[]): Promise<void> {
  await inspector.visit();
  await openAndCheckAll(inspector, 'response.json', samples);
  const isShort = samples.every((text) => text.length < 10_000);
  if (isShort && samples.filter((text) => text !== '').length > 1) await inspector.ordered();
}

async function openAndCheckAll(inspector: Inspector, name: string, samples: readonly string[]): Promise<void> {
  await inspector.openAs(name, JSON.stringify(completionResponse({ samples })));
  for (const label of samples.keys()) await inspector.compareBox(label).check();
  await expect(inspector.compared('\\d+')).toHaveCount(samples.length);
}

const marks = (inspector: Inspector, label: number): Locator => inspector.compared(label).locator('mark');
const granularity = (page: Page, name: string): Locator =>
  page.getByRole('radiogroup', { name: 'Granularity', exact: true }).getByRole('radio', { name, exact: true });
const variants = (page: Page): Locator => page.getByRole('region', { name: 'Variants', exact: true });

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
  const baseline = inspector.region('Compare').getByRole('group', { name: /^Generation \d+, baseline$/ });
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

test('pointing at a difference lights it in every sample', async ({ inspector }) => {
  await openAndCompareAll(inspector, lamps);
  await marks(inspector, 0).filter({ hasText: 'hours' }).hover();
  for (const [label, word] of ['hours', 'pace', 'hours', 'hours'].entries()) {
    await expect
      .poll(() =>
        marks(inspector, label).evaluateAll((all) =>
          all.filter((mark) => getComputedStyle(mark).boxShadow !== 'none').map((mark) => mark.textContent),
        ),
      )
      .toEqual([word]);
  }
});

test('a press pins what is said at a place, by whom, and who says nothing', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await marks(inspector, 1).filter({ hasText: 'pace' }).click();
  const list = variants(page).getByRole('listitem');
  await expect(variants(page)).toContainText('Difference 2 of 4');
  await expect(list).toHaveCount(2);
  await expect(list.nth(0)).toHaveText(/^hours3 of 4#0#2#3$/);
  await expect(list.nth(1)).toHaveText(/^pace1 of 4#1$/);
  await marks(inspector, 3).filter({ hasText: 'today' }).click();
  await expect(list.nth(0)).toHaveText(/^today1 of 4#3$/);
  await expect(list.nth(1)).toHaveText(/^absent3 of 4#0#1#2$/);
  await list.nth(0).getByRole('button', { name: '#3', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');
  await page.keyboard.press('Escape');
  await expect(variants(page)).toBeHidden();
  await expect(inspector.region('Compare')).toBeVisible();
});

test('by keys alone: walk the differences, see what is said, change what is compared, leave', async ({
  inspector,
  page,
}) => {
  await openAndCompareAll(inspector, lamps);
  await expect(inspector.region('Compare').getByText('4 differences', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(inspector.region('Compare').getByText('2 of 4', { exact: true }).first()).toBeVisible();
  const texts = page.getByRole('group', { name: 'Outputs side by side', exact: true });
  for (let tries = 0; tries < 8 && !(await texts.evaluate((area) => area === document.activeElement)); tries++) {
    await page.keyboard.press('F6');
  }
  await page.keyboard.press('Enter');
  await expect(variants(page)).toContainText('after “and keeps your”');
  await page.keyboard.press('p');
  await expect(variants(page)).toContainText('Difference 1 of 4');
  await page.keyboard.press('Escape');
  await expect(variants(page)).toBeHidden();
  await granularity(page, 'Word').focus();
  await page.keyboard.press('ArrowRight');
  await expect(granularity(page, 'Character')).toBeChecked();
  await page.getByRole('switch', { name: 'Highlight what is shared', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Highlight what is shared', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(inspector.region('Compare')).toBeHidden();
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

test('of more generations than there is room for, some are columns and it is said', async ({ inspector, page }) => {
  await inspector.visit();
  const samples = Array.from({ length: 120 }, (_, at) => `The lamp number ${at} is on.`);
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples })));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await expect(inspector.region('Compare').getByText('50 of 120 shown as columns; Distinct shows all.')).toBeVisible();
  await expect(inspector.compared('\\d+')).toHaveCount(50);
});

const differences = (page: Page): Locator => page.getByRole('table', { name: 'Differences', exact: true });
const difference = (page: Page, number: number): Locator =>
  differences(page).getByRole('button', { name: `Difference ${number}`, exact: true });
const marked = (inspector: Inspector, label: number): Promise<readonly (string | null)[]> =>
  marks(inspector, label).evaluateAll((all) =>
    all.filter((mark) => getComputedStyle(mark).outlineStyle !== 'none').map((mark) => mark.textContent),
  );

test('all differences stand in a table, which goes to them by mouse and by keys', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(differences(page).getByRole('columnheader')).toHaveText([
    '#',
    'After',
    '#0 baseline',
    /^#[13]$/,
    /^#[13]$/,
    '#2',
    'Support',
  ]);
  const rows = differences(page).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toHaveText(/^1The lampfollowsfollowsfollowsreads3 \+ 1$/);
  await expect(rows.nth(4).getByRole('cell', { name: 'absent', exact: true })).toHaveCount(3);
  await expect(rows.nth(4)).toContainText('1, ∅ 3');
  await rows.nth(2).click();
  await expect(difference(page, 2)).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => marked(inspector, 1)).toEqual(['pace']);
  await difference(page, 2).focus();
  await page.keyboard.press('ArrowDown');
  await expect(difference(page, 3)).toBeFocused();
  await expect.poll(() => marked(inspector, 2)).toEqual(['calm']);
  await page.keyboard.press('Home');
  await expect(difference(page, 1)).toBeFocused();
  await page.keyboard.press('p');
  await expect(difference(page, 4)).toHaveAttribute('aria-current', 'true');
});

test('the table of differences closes for good, and opens again', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(differences(page)).toBeVisible();
  await inspector.button('Differences').press('Enter');
  await expect(differences(page)).toBeHidden();
  await inspector.reload();
  await expect(inspector.button('Differences')).toHaveAttribute('aria-expanded', 'false');
  await expect(differences(page)).toBeHidden();
  await inspector.button('Differences').click();
  await expect(differences(page)).toBeVisible();
});

test('n and p lead through every difference, and back', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(difference(page, 1)).toBeVisible();
  const outlined = ['follows', 'hours', 'quiet'];
  for (const [at, word] of [...outlined, undefined, 'follows'].entries()) {
    await page.keyboard.press('n');
    await expect(difference(page, (at % 4) + 1)).toHaveAttribute('aria-current', 'true');
    await expect.poll(() => marked(inspector, 0)).toEqual(word === undefined ? [] : [word]);
  }
  for (const at of [3, 2, 1, 0]) {
    await page.keyboard.press('p');
    await expect(difference(page, at + 1)).toHaveAttribute('aria-current', 'true');
  }
});

test('where a text has nothing stands a sign that is no part of it', async ({ inspector }) => {
  await openAndCompareAll(inspector, lamps);
  const place = inspector.compared(0).locator('span[data-divergence="3"]');
  await expect(place).toHaveCount(1);
  await expect.poll(() => place.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('∅');
  await expect(inspector.compared(0)).not.toContainText('∅');
  await expect(inspector.region('Compare').getByText('∅ absent', { exact: true })).toBeVisible();
});

test('a press on the strip at the edge goes to the nearest difference', async ({ inspector, page }) => {
  await openAndCompareAll(inspector, lamps);
  await expect(difference(page, 1)).toBeVisible();
  const texts = await page.getByRole('group', { name: 'Outputs side by side', exact: true }).boundingBox();
  if (texts === null) throw new Error('The texts are not on screen.');
  const edge = texts.x + texts.width + 7;
  await page.mouse.move(edge, texts.y + texts.height - 8);
  await page.mouse.down();
  await expect(difference(page, 4)).toHaveAttribute('aria-current', 'true');
  await page.mouse.move(edge, texts.y + 8);
  await page.mouse.up();
  await expect(difference(page, 1)).toHaveAttribute('aria-current', 'true');
});

test('an alignment can be cancelled with the texts readable, and done again', async ({ inspector }) => {
  const release = await inspector.holdTasks();
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

test('two thousand generations can be chosen: fifty are columns, and the keys still lead', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  const samples = Array.from({ length: 2000 }, (_, at) => `Lamp ${at} of many is ${at % 3 === 0 ? 'on' : 'off'}.`);
  await inspector.openAs('response.json', JSON.stringify(completionResponse({ samples })));
  await page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await expect(
    inspector.region('Compare').getByText('50 of 2,000 shown as columns; Distinct shows all.'),
  ).toBeVisible();
  await expect(inspector.compared('\\d+')).toHaveCount(50);
  await expect(difference(page, 1)).toBeVisible();
  await page.keyboard.press('n');
  await expect(difference(page, 1)).toHaveAttribute('aria-current', 'true');
});

test('samples with the same answer say so in place of a similarity', async ({ inspector }) => {
  await openAndCompareAll(inspector, [lamps[0] ?? '', lamps[1] ?? '', lamps[0] ?? '', lamps[1] ?? '']);
  await expect(inspector.compared(2)).toContainText('= #0');
  await expect(inspector.compared(2)).not.toContainText('to #0');
  await expect(inspector.compared(1)).toContainText('= #3');
  await expect(inspector.compared(1)).toContainText('to #0');
});

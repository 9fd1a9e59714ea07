// The chosen generations side by side: what is marked, with what they are compared, copied and left.
import type { Locator } from 'playwright/test';
import { choose, expectChosen, expectCompared, outputs, response } from './fixtures/compared.ts';
import { expect, test } from './inspector.ts';

/** The text that the column holds below its head, as the page has it. */
async function expectWhole(column: Locator, output: string): Promise<void> {
  await expect.poll(async () => (await column.textContent())?.endsWith(output)).toBe(true);
}

async function compareText(compare: Locator): Promise<string> {
  await expect(compare).toContainText(/\d differences/);
  return (await compare.textContent()) ?? '';
}

test.beforeEach(async ({ inspector }) => {
  await inspector.prefersTab('aligned');
  await inspector.visit();
  await inspector.openAs('response.json', response);
});

test('the chosen outputs stand side by side, whole and verbatim', async ({ inspector }) => {
  await choose(inspector, 0, 1, 2);
  await expect(inspector.compared(2).locator('mark').first()).toBeVisible();
  for (const label of [0, 1, 2]) await expectWhole(inspector.compared(label), outputs[label] ?? '');
  await inspector.ordered();
  await expect(async () => {
    const boxes = await Promise.all([0, 1, 2].map((label) => inspector.compared(label).boundingBox()));
    const lefts = boxes.map((box) => Math.round(box?.x ?? Number.NaN));
    // The baseline first, then those like it.
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    expect(new Set(lefts).size).toBe(3);
    expect(new Set(boxes.map((box) => Math.round(box?.y ?? Number.NaN))).size).toBe(1);
  }).toPass({ timeout: 15_000 });
});

test('what differs is marked word by word, with a background and an underline and never struck out', async ({
  inspector,
  page,
}) => {
  await choose(inspector, 0, 1);
  await expect(inspector.compared(0).locator('mark')).toHaveText(['kettle']);
  await expect(inspector.compared(1).locator('mark')).toHaveText(['pot']);
  for (const label of [0, 1]) {
    const look = await inspector
      .compared(label)
      .locator('mark')
      .evaluate((mark) => {
        const style = getComputedStyle(mark);
        const line = { width: style.borderBottomWidth, style: style.borderBottomStyle, color: style.borderBottomColor };
        const around = getComputedStyle(mark.closest('[role="group"]') ?? mark).backgroundColor;
        return { background: style.backgroundColor, around, line };
      });
    expect(look.background).not.toBe('rgba(0, 0, 0, 0)');
    expect(look.background).not.toBe(look.around);
    expect(look.line.style).toBe('solid');
    expect(Number.parseFloat(look.line.width)).toBeGreaterThanOrEqual(1);
    expect(look.line.color).not.toBe('rgba(0, 0, 0, 0)');
  }
  const struck = await page
    .getByRole('region', { name: 'Compare', exact: true })
    .evaluate((region) =>
      [...region.querySelectorAll('*')].some(
        (element) =>
          element.matches('del, s, strike') || getComputedStyle(element).textDecorationLine.includes('line-through'),
      ),
    );
  expect(struck).toBe(false);
});

test('equal outputs have no marks and say so', async ({ inspector }) => {
  await choose(inspector, 0, 3);
  await expect(inspector.compared(3)).toHaveAccessibleName('Generations 0, 3, baseline');
  await expect(inspector.compared(3)).toContainText('#0 ×2');
  await expect(inspector.region('Compare').locator('mark')).toHaveCount(0);
  await expect(inspector.region('Compare')).toContainText('No differences');
});

test('the menu "Baseline" and b say with which generation the others are compared', async ({ inspector, page }) => {
  await choose(inspector, 0, 1, 2);
  const baseline = (label: number) =>
    inspector.region('Compare').getByRole('group', { name: `Generation ${label}, baseline`, exact: true });
  await expect(baseline(0)).toBeVisible();
  await expect(inspector.compared(0).locator('mark').first()).toBeVisible();

  await inspector.button('Baseline').click();
  await expect(inspector.menuItem('Most typical')).toHaveAttribute('aria-checked', 'true');
  await inspector.menuItem('#2').click();
  await expect(baseline(2)).toBeVisible();
  await expect(baseline(0)).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('base=2');
  await expect(inspector.compared(1)).toContainText('to #2');

  await inspector.row(1).click();
  await page.keyboard.press('b');
  await expect(baseline(1)).toBeVisible();
  await expect.poll(() => page.url()).toContain('base=1');
  await expectWhole(inspector.compared(1), outputs[1] ?? '');
});

test('n and p step through the differences, around the end', async ({ inspector, page }) => {
  await choose(inspector, 0, 2);
  const compare = inspector.region('Compare');
  const count = Number(/(\d+) differences/.exec(await compareText(compare))?.[1]);
  expect(count).toBeGreaterThan(2);
  // The first such words are in the title: how many of the generations are compared.
  const step = compare.getByText(/^\d+ of \d+$/).last();
  await page.keyboard.press('n');
  await expect(step).toHaveText(`1 of ${count}`);
  const outlined = (label: number) =>
    inspector
      .compared(label)
      .locator('mark')
      .evaluateAll((marks) =>
        marks.filter((mark) => getComputedStyle(mark).outlineStyle !== 'none').map((mark) => mark.textContent),
      );
  await expect.poll(() => outlined(0)).toEqual(['Tea']);
  await expect.poll(() => outlined(2)).toEqual(['Coffee']);
  await page.keyboard.press('n');
  await expect(step).toHaveText(`2 of ${count}`);
  await expect.poll(() => outlined(0)).not.toContain('Tea');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(step).toHaveText(`${count} of ${count}`);
  await compare.getByRole('button', { name: 'Next difference', exact: true }).click();
  await expect(step).toHaveText(`1 of ${count}`);
});

test('closing the comparison returns to all panes with the choice kept', async ({ inspector, page }) => {
  await choose(inspector, 0, 1);
  await inspector.button('Close Compare').click();
  await expect(inspector.region('Compare')).toBeHidden();
  await expect(inspector.region('Generation')).toBeVisible();
  await expect(inspector.region('Issues')).toBeVisible();
  await expectChosen(inspector, 0, 1);
  await inspector
    .region('Generations')
    .getByRole('button', { name: /^Compare/ })
    .click();
  await expect(inspector.compared(1)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector.region('Compare')).toBeHidden();
});

test('Back leaves the comparison and Forward returns to it', async ({ inspector, page }) => {
  await choose(inspector, 0, 1);
  await expect(inspector.region('Compare')).toBeVisible();
  await page.goBack();
  await expect(inspector.region('Compare')).toBeHidden();
  await expect(inspector.region('Generation')).toBeVisible();
  await page.goForward();
  await expectCompared(inspector, 0, 1);
});

test('each output can be taken out and copied whole', async ({ inspector }) => {
  await choose(inspector, 0, 1, 2);
  const copy = inspector.compared(2).getByRole('button', { name: 'Copy output of #2', exact: true });
  expect(await inspector.copyWith(copy)).toBe(outputs[2]);
  await inspector.compared(2).getByRole('button', { name: 'Take #2 out', exact: true }).click();
  await expect(inspector.compared(2)).toHaveCount(0);
  await expectChosen(inspector, 0, 1);
});

test('all outputs are copied in the order in which they stand on screen', async ({ inspector, page }) => {
  await choose(inspector, 0, 1, 2, 3);
  await inspector.row(2).click();
  await page.keyboard.press('b');
  await expect(inspector.button('Baseline')).toContainText('#2');
  // #2 and then what is nearest to it: #0 and #3, which are equal, or #1.
  const heads = inspector.compared('\\d+');
  const shown = async () =>
    await heads.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.replace(/^Generations? /, '')));
  await expect.poll(shown).toEqual(['2, baseline', '0, 3', '1']);
  const copied = await inspector.copyWith(inspector.button('Copy outputs'));
  expect(copied.match(/^#\d+$/gm)).toEqual(['#2', '#0', '#3', '#1']);
  await inspector.tab('Distinct').click();
  await expect(inspector.page.getByRole('list', { name: 'Groups of answers', exact: true })).toBeVisible();
  const grouped = await inspector.copyWith(inspector.button('Copy outputs'));
  expect(grouped.match(/^#\d+$/gm)).toEqual(['#0', '#3', '#1', '#2']);
});

test('tab, granularity, what is ignored and the baseline outlast a reload, and Back and Forward', async ({
  inspector,
  page,
}) => {
  await choose(inspector, 0, 1, 2);
  await page.getByRole('radio', { name: 'Sentence', exact: true }).check();
  await inspector.button('Ignore').click();
  await inspector.menuItem('White space').click();
  await page.keyboard.press('Escape');
  await inspector.row(1).click();
  await page.keyboard.press('b');
  await inspector.tab('Similarity').click();
  await expect.poll(() => page.url()).toContain('way=similarity');
  await inspector.reload();
  await expect(inspector.tab('Similarity')).toHaveAttribute('aria-selected', 'true');
  await inspector.tab('Aligned').click();
  const stands = async () => {
    await expect(page.getByRole('radio', { name: 'Sentence', exact: true })).toBeChecked();
    await expect(inspector.button('Ignore')).toHaveText('Ignores white space');
    await expect(
      inspector.region('Compare').getByRole('group', { name: 'Generation 1, baseline', exact: true }),
    ).toBeVisible();
    await expectCompared(inspector, 0, 1, 2);
  };
  await stands();
  await inspector.button('Close Compare').click();
  await expect(inspector.region('Compare')).toBeHidden();
  await page.goBack();
  await stands();
  await page.goForward();
  await expect(inspector.region('Compare')).toBeHidden();
  await expectChosen(inspector, 0, 1, 2);
});

// Every width from 320 to 2,560 and every height from 400, in every state of the page: nothing lies over anything else, nothing is cut without a way
// to read it, no list is without a row.
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';
import { faultsOfLooks } from './overlaps.ts';
import { pageStates } from './states/states.ts';

// Many sizes in one journey: a busy machine is no failure.
test.describe.configure({ timeout: 240_000 });

const heights = [900, 400, 720, 450, 1440];
const first = 320;
const last = 2560;
const step = 20;
/** Below this width there is one pane at a time. */
const narrowBelow = 700;

interface Walk {
  readonly from?: number;
  readonly to?: number;
  /** Only every so many steps, beginning at `turn`: the states of a list take turns, so that together they take them all. */
  readonly every?: number;
  readonly turn?: number;
}

/** Walks widths, the height changing from step to step, and expects none of the faults that stay, with the sizes at which they are. */
async function expectFit(inspector: Inspector, state: string, walk: Walk = {}): Promise<void> {
  const { from = first, to = last, every = 1, turn = 0 } = walk;
  const found: Record<string, string> = {};
  let at = turn;
  for (let width = from + step * (turn % every); width <= to; width += step * every) {
    const height = heights[at++ % heights.length] ?? 900;
    await inspector.page.setViewportSize({ width, height });
    for (const fault of await faultsOfLooks(inspector.page)) found[fault] = `${found[fault] ?? ''} ${width}×${height}`;
  }
  expect.soft(found, state).toEqual({});
}

async function sizeTo(inspector: Inspector, width: number, height = 900): Promise<void> {
  await inspector.page.setViewportSize({ width, height });
}

for (const [turn, state] of pageStates.entries()) {
  test(`the state "${state.name}" fits every window`, async ({ inspector }) => {
    await inspector.bringAbout(state);
    await expectFit(inspector, state.name, { every: 6, turn });
  });
}

const small = completionResponse({ samples: ['One.'] });

test('two responses, one with many issues, fit every window, also while one gets another name', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('small.json', small);
  await inspector.openExample('A response with faults');
  await expectFit(inspector, 'two responses', { from: narrowBelow, every: 3 });
  await sizeTo(inspector, 1440);
  await inspector.region('Responses').getByRole('button', { name: 'Rename', exact: true }).click();
  const name = page.getByRole('textbox', { name: 'New name', exact: true });
  await expect.poll(async () => (await name.boundingBox())?.width).toBeGreaterThan(150);
  await page.keyboard.press('Escape');
  await sizeTo(inspector, 390);
  const bar = page.getByRole('navigation', { name: 'Panes', exact: true });
  for (const [turn, name] of ['Responses', 'Usage', 'Issues', 'Source', 'Generations'].entries()) {
    await bar.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    await expectFit(inspector, name, { to: narrowBelow - 1, every: 4, turn });
  }
});

test('a chat with tools and its histograms fit every window, each tab of it', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openExample('Tool calls that disagree');
  const tabs = inspector.region('Generation').getByRole('tab');
  await inspector.button('Histograms').click();
  for (const [turn, tab] of (await tabs.allTextContents()).entries()) {
    await sizeTo(inspector, 1440);
    await tabs.nth(turn).click();
    await expectFit(inspector, tab, { every: 10, turn });
  }
});

test('a comparison fits every window, each tab of it; on a phone the badge of the issues counts the worst', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openExample('Eight taglines');
  await inspector.compareAll();
  const tabs = inspector.region('Compare').getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (const [turn, tab] of (await tabs.allTextContents()).entries()) {
    await sizeTo(inspector, 1440);
    await tabs.nth(turn).click();
    await expect(tabs.nth(turn)).toHaveAttribute('aria-selected', 'true');
    await expectFit(inspector, tab, { every: 10, turn });
  }
  await sizeTo(inspector, 390);
  const bar = page.getByRole('navigation', { name: 'Panes', exact: true });
  await expect(bar.getByRole('button', { name: /^1 warning,\s*Issues$/ })).toBeVisible();
});

test('the palette stays in the window, however long the names in it are', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs(`${'a-long-name-'.repeat(12)}.json`, small);
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands', exact: true });
  await expect(palette.getByRole('combobox')).toBeFocused();
  for (const width of [390, first, 1024]) {
    await sizeTo(inspector, width, 700);
    await expect
      .poll(async () => {
        const box = await palette.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= width;
      })
      .toBe(true);
  }
});

// Every state of the page, in light and in dark, against the rules of axe.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';
import type { RegionName } from './pageParts.ts';
import { pageStates } from './states/states.ts';

const flawed = 'A response with faults';
const taglines = 'Eight taglines';
const toolCalls = 'Tool calls that disagree';
const broken = '{"data": [{"index": 0, "output": "whole"}, {"index": 1, "output": "cut';

interface State {
  readonly name: string;
  readonly width?: 390 | 1024;
  /** The part that is new in this state; the rest of the page is looked at elsewhere. */
  readonly within?: string;
  arrange(inspector: Inspector): Promise<void>;
}

async function openTab(inspector: Inspector, name: string): Promise<void> {
  await inspector.openExample(toolCalls);
  await inspector.tab(name).click();
  await expect(inspector.tab(name)).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.region('Generation').getByRole('tabpanel')).not.toBeEmpty();
}

async function compareThree(inspector: Inspector): Promise<void> {
  await inspector.openExample(taglines);
  for (const label of [0, 1, 3]) await inspector.compareBox(label).check();
  await inspector.tab('Aligned').click();
  await expect(inspector.compared(3).locator('mark').first()).toBeVisible();
  await inspector.page.keyboard.press('n');
}

async function openDialog(inspector: Inspector, key: string): Promise<void> {
  await inspector.openExample(taglines);
  await expect(inspector.grid).toBeVisible();
  await inspector.page.keyboard.press(key);
  await expect(inspector.page.getByRole('dialog')).toBeVisible();
}

const pane = (name: RegionName) => `[aria-label="${name}"]`;
const menu = '[role="menu"]';
const dialog = '[role="dialog"]';
const small = JSON.stringify(completionResponse({ samples: ['One.'] }));

const bottomBar = (inspector: Inspector) => inspector.page.getByRole('navigation', { name: 'Panes', exact: true });

const states: readonly State[] = [
  {
    name: 'the start screen with the place of an error',
    arrange: async (inspector) => {
      await inspector.inspect('{"colour": red}');
      await expect(inspector.alert).toContainText('line 1, column 12');
    },
  },
  {
    name: 'a response with issues',
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await expect(inspector.region('Issues').getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'a response with log probabilities, filtered and sorted',
    arrange: async (inspector) => {
      await inspector.openExample(taglines);
      await inspector.columnHead('Characters').click();
      await inspector.filterBox.fill('light');
      await inspector.row(0).hover();
    },
  },
  {
    name: 'a filter that finds nothing',
    within: pane('Generations'),
    arrange: async (inspector) => {
      await inspector.openExample(taglines);
      await inspector.filterBox.fill('no such words');
      await expect(inspector.grid).toHaveAttribute('aria-rowcount', '1');
    },
  },
  {
    name: 'the response fields',
    within: pane('Response fields'),
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await inspector.main.getByRole('button', { name: /num_samples/ }).click();
      await expect(inspector.region('Response fields')).toBeVisible();
    },
  },
  ...['Output', 'Tokens', 'Inputs', 'Messages', 'Tools', 'JSON'].map(
    (name): State => ({
      name: `the tab ${name}`,
      within: pane('Generation'),
      arrange: (inspector) => openTab(inspector, name),
    }),
  ),
  {
    name: 'the raw output with its marks',
    within: pane('Generation'),
    arrange: async (inspector) => {
      await inspector.openAs(
        'response.json',
        JSON.stringify(completionResponse({ samples: ['\n\u200b Lamp.\u202e \n', '', 'Cut'], finish: 'length' })),
      );
      await inspector.openFacts();
      await inspector.button('Show raw output').click();
      await expect(inspector.page.getByTestId('raw-output-text')).toBeVisible();
    },
  },
  { name: 'the comparison', arrange: compareThree },
  {
    name: 'the comparison, stacked, with what is said at a difference',
    within: pane('Compare'),
    arrange: async (inspector) => {
      await compareThree(inspector);
      await inspector.region('Compare').getByRole('radio', { name: 'Stacked', exact: true }).check();
      await inspector.compared(3).locator('mark').first().click();
      await expect(inspector.region('Compare').getByRole('region', { name: 'Variants', exact: true })).toBeVisible();
    },
  },
  {
    name: 'the source below a comparison',
    within: pane('Source'),
    arrange: async (inspector) => {
      await compareThree(inspector);
      await inspector.main.getByRole('button', { name: /^Source/ }).click();
      await expect(inspector.region('Source')).toBeVisible();
    },
  },
  {
    name: 'what is whole of a text that breaks off',
    arrange: async (inspector) => {
      await inspector.inspect(broken);
      await inspector.page.getByRole('button', { name: /^Go on with 1 generation/ }).click();
      await expect(inspector.region('Generation')).toBeVisible();
    },
  },
  {
    name: 'plain JSON',
    arrange: async (inspector) => {
      await inspector.inspect('{"colour": "red", "sizes": [1, 2, {"deep": null}]}');
      await inspector.button('Open as plain JSON').click();
      await expect(inspector.tree).toBeVisible();
    },
  },
  {
    name: 'several responses, one being renamed, and a file that did not open',
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await inspector.openAs('small.json', small);
      await inspector.pickFiles({ name: 'photo.json', text: 'no JSON' });
      await expect(inspector.alert).toBeVisible();
      await inspector.region('Responses').getByRole('button', { name: 'Rename', exact: true }).click();
      await expect(inspector.region('Responses').getByRole('textbox')).toBeFocused();
    },
  },
  {
    name: 'a response that was removed and can be brought back',
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await inspector.openAs('small.json', small);
      await inspector.region('Responses').getByRole('button', { name: 'Remove', exact: true }).click();
      await expect(inspector.button('Undo')).toBeVisible();
    },
  },
  ...(['Examples', 'Theme'] as const).map(
    (name): State => ({
      name: `the menu ${name}`,
      within: menu,
      arrange: async (inspector) => {
        await inspector.banner.getByRole('button', { name, exact: true }).click();
        await expect(inspector.page.getByRole('menu')).toBeVisible();
      },
    }),
  ),
  {
    name: 'the menu Columns',
    within: menu,
    arrange: async (inspector) => {
      await inspector.openExample(taglines);
      await inspector.button('Columns').click();
      await expect(inspector.menuItem('Tokens')).toBeVisible();
    },
  },
  {
    name: 'the menu Baseline',
    within: menu,
    arrange: async (inspector) => {
      await compareThree(inspector);
      await inspector.button('Baseline').click();
      await expect(inspector.menuItem('#3')).toBeVisible();
    },
  },
  { name: 'the shortcuts', within: dialog, arrange: (inspector) => openDialog(inspector, '?') },
  { name: 'the commands', within: dialog, arrange: (inspector) => openDialog(inspector, 'Control+K') },
  {
    name: 'the start screen at 390 px',
    width: 390,
    arrange: (inspector) => expect(inspector.textBox).toBeVisible(),
  },
  {
    name: 'a response at 390 px',
    width: 390,
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await expect(inspector.outputText).toBeVisible();
    },
  },
  ...(['Responses', 'Usage', 'Issues', 'Source'] as const).map(
    (name): State => ({
      name: `the pane ${name} at 390 px`,
      width: 390,
      arrange: async (inspector) => {
        await inspector.openExample(flawed);
        const item = bottomBar(inspector).getByRole('button', { name: new RegExp(`${name}$`) });
        await item.click();
        await expect(item).toHaveAttribute('aria-current', 'page');
      },
    }),
  ),
  {
    name: 'the comparison at 390 px',
    width: 390,
    arrange: async (inspector) => {
      await inspector.openExample(taglines);
      // The comparison then takes the place of the table.
      for (const label of [0, 1]) await inspector.compareBox(label).click();
      await expect(inspector.compared(1).locator('mark').first()).toBeVisible();
    },
  },
  {
    name: 'a response at 1024 px, with its issues open',
    width: 1024,
    arrange: async (inspector) => {
      await inspector.openExample(flawed);
      await inspector.main.getByRole('button', { name: /^Issues/ }).click();
      await expect(inspector.region('Issues')).toBeVisible();
    },
  },
  { name: 'the comparison at 1024 px', width: 1024, arrange: compareThree },
];

/** What axe finds on the page, or within a part of it, in light and in dark. */
async function expectNothingFound(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    if (within !== undefined) axe.include(within);
    // What is not about colour is the same in both.
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    );
    expect.soft(found, colorScheme).toEqual([]);
  }
}

for (const state of pageStates) {
  test(`axe finds nothing wrong with the state "${state.name}", in light and in dark`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await inspector.bringAbout(state);
    await expectNothingFound(page);
  });
}

for (const { name, width = 1440, within, arrange } of states) {
  test(`axe finds nothing wrong with ${name}, in light and in dark`, async ({ inspector, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await inspector.visit();
    await arrange(inspector);
    await expectNothingFound(page, within);
  });
}

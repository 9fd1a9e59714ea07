// Every width from 320 to 2,560 and every height from 400: nothing lies over anything else, nothing is cut without a way to read it.
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';
import { faultsOfLooks } from './overlaps.ts';

const heights = [900, 400, 640, 450];
/** Below this width there is one pane at a time. */
const narrowBelow = 700;

/** Walks widths, the height changing from step to step; the faults that stay, with the sizes at which they are. */
async function walk(
  inspector: Inspector,
  from: number,
  to: number,
  step = 20,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  let turn = 0;
  for (let width = from; width <= to; width += step) {
    const height = heights[turn++ % heights.length] ?? 900;
    await inspector.page.setViewportSize({ width, height });
    for (const fault of await faultsOfLooks(inspector.page)) found[fault] = `${found[fault] ?? ''} ${width}×${height}`;
  }
  return found;
}

async function sizeTo(inspector: Inspector, width: number, height = 900): Promise<void> {
  await inspector.page.setViewportSize({ width, height });
}

const small = JSON.stringify(completionResponse({ samples: ['One.'] }));

test('the start screen fits every window, empty and with an error', async ({ inspector, page }) => {
  await inspector.visit();
  await expect(page.getByRole('button', { name: /^Eight taglines/ })).toBeVisible();
  expect.soft(await walk(inspector, 320, 2560)).toEqual({});
  await inspector.inspect('{"colour": red}');
  await expect(inspector.alert).toContainText('line 1, column 12');
  expect.soft(await walk(inspector, 320, 2560, 60)).toEqual({});
});

test('a text that breaks off fits every window', async ({ inspector }) => {
  await inspector.visit();
  await inspector.inspect('{"data": [{"index": 0, "output": "whole"}, {"index": 1, "output": "cut');
  await inspector.loaded('failed');
  await expect(inspector.region('Source')).toBeVisible();
  expect.soft(await walk(inspector, 320, 2560, 60)).toEqual({});
});

test('two responses, one with many issues, fit every window', async ({ inspector, page }) => {
  await inspector.visit();
  await inspector.openAs('small.json', small);
  await inspector.openExample('A response with faults');
  expect.soft(await walk(inspector, narrowBelow, 2560)).toEqual({});
  await sizeTo(inspector, 390);
  expect.soft(await walk(inspector, 320, narrowBelow - 1)).toEqual({});
  const bar = page.getByRole('navigation', { name: 'Panes', exact: true });
  for (const name of ['Responses', 'Usage', 'Issues', 'Source']) {
    await bar.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    expect.soft(await walk(inspector, 320, narrowBelow - 1, 80)).toEqual({});
  }
});

test('a chat with tools fits every window', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openExample('Tool calls that disagree');
  expect.soft(await walk(inspector, 320, 2560, 40)).toEqual({});
});

test('a comparison fits every window, each tab of it', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openExample('Eight taglines');
  await inspector.compareAll();
  const tabs = inspector.region('Compare').getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (const tab of await tabs.allTextContents()) {
    await sizeTo(inspector, 1440);
    await inspector.region('Compare').getByRole('tab', { name: tab }).click();
    expect.soft(await walk(inspector, 320, 1440, 40), tab).toEqual({});
  }
});

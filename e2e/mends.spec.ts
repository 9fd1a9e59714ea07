// A text with a mistake: what would mend it, shown before anything is done, done on consent, undone in one step.
import { completionResponse } from './fixtures/build.ts';
import { exported } from './fixtures/taken.ts';
import { expect, test } from './inspector.ts';

const teas = completionResponse({ samples: ['Green tea', 'Black tea', 'White tea'] });
const text = JSON.stringify(teas, null, 2);

test('a text that does not open is mended on consent, and as it was after the undo', async ({ inspector, page }) => {
  const broken = text.replace('"project_id":', '"project_id"');
  await inspector.visit();
  await inspector.textBox.focus();
  await inspector.paste(broken);
  await inspector.loaded('failed');
  const mends = page.getByRole('region', { name: 'Mends', exact: true });
  await expect(mends.getByRole('group', { name: 'Difference: Insert a colon at line 2' }).locator('ins')).toHaveText(
    'insert :',
  );
  await mends.getByRole('button', { name: 'Apply: Insert a colon at line 2', exact: true }).click();
  await inspector.loaded();
  await expect(inspector.grid.getByRole('row')).toHaveCount(4);
  await expect(inspector.alert).toHaveCount(0);
  // It stands in the bar for as long as the document is open, whatever else is said.
  await page
    .getByRole('complementary', { name: 'Notice', exact: true })
    .getByRole('button', { name: 'Dismiss' })
    .click();
  await inspector.banner.getByRole('button', { name: 'Undo the mend', exact: true }).press('Enter');
  await inspector.loaded('failed');
  await expect(inspector.alert).toContainText('line 2');
  await expect(inspector.textBox).toHaveValue(broken);
});

test('a response that is broken within is mended in its place, also after a reload, and by the palette undone', async ({
  inspector,
  page,
}) => {
  const at = text.indexOf('"raw_output": "White tea"');
  const before = text.slice(0, at).replace(/,\s*$/, '\n');
  await inspector.visit();
  await page.setViewportSize({ width: 390, height: 844 });
  await inspector.openAs('teas.json', before + text.slice(at), 'failed');
  // The whole difference is in view, however narrow that is.
  const difference = page.getByRole('region', { name: 'Mends', exact: true }).getByRole('group');
  await expect.poll(() => difference.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expect(difference.locator('ins')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 720 });
  const line = before.split('\n').length - 1;
  await page.getByRole('button', { name: `Apply: Insert a comma at line ${line}`, exact: true }).click();
  await inspector.loaded();
  await expect(inspector.status).toContainText('teas.json: 3 generations');
  await expect(inspector.alert).toHaveCount(0);
  // The source is what was brought, and a place in it is marked there.
  await inspector.row(2).click();
  await expect.poll(() => inspector.markedText()).toContain('"output": "White tea"');
  // What the mend puts in is drawn at its place, and is no part of the text.
  const changed = inspector.region('Source').locator(`[data-line="${line}"]`);
  await expect(changed.getByRole('img', { name: 'inserted: ,', exact: true })).toHaveCount(1);
  await expect(changed.locator('[data-source-text]')).not.toContainText(',');
  // What is taken of it says so too.
  const download = await exported(inspector, 'Generations', 'Download CSV');
  expect(download.suggestedFilename()).toBe('mended-teas-generations.csv');
  await expect(page.getByRole('complementary', { name: 'Notice', exact: true })).toContainText(
    `Its text was mended: Insert a comma at line ${line}.`,
  );
  await page.reload();
  await inspector.loaded();
  await expect(inspector.status).toContainText('teas.json: 3 generations');
  await expect(inspector.banner.getByRole('button', { name: 'Undo the mend', exact: true })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.getByRole('option', { name: 'Undo the mend' }).click();
  await inspector.loaded('failed');
  await expect(inspector.alert).toContainText(`line ${line + 1}`);
  await expect(inspector.banner.getByRole('button', { name: 'Undo the mend', exact: true })).toHaveCount(0);
});

test('what stands in a fence is mended at its own line, undone, and mended another way', async ({
  inspector,
  page,
}) => {
  const broken = text.replace('"index": 1,', '"index": 1');
  const fenced = `Look:\n\n\`\`\`json\n${broken}\n\`\`\`\nThanks\n`;
  const line = fenced.slice(0, fenced.indexOf('"index": 1\n')).split('\n').length;
  await inspector.visit();
  await inspector.textBox.focus();
  await inspector.paste(fenced);
  await inspector.loaded('failed');
  await expect(inspector.alert).toContainText('A comma is missing');
  const apply = page.getByRole('button', { name: `Apply: Insert a comma at line ${line}`, exact: true });
  const undo = inspector.banner.getByRole('button', { name: 'Undo the mend', exact: true });
  for (const _time of ['once', 'again']) {
    await apply.click();
    await inspector.loaded();
    await expect(inspector.grid.getByRole('row')).toHaveCount(4);
    await undo.press('Enter');
    await inspector.loaded('failed');
    await expect(inspector.textBox).toHaveValue(fenced);
  }
});

// Compare > Consensus: one text to read instead of many, with the forks in the line; following ways, by mouse and by key, and back again.
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright/test';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const letter = (verb: string, end: string): string =>
  `Every evening the keeper ${verb} the lamp at the top of the old tower, and the ships ${end}.`;
const samples = [
  letter('lights', 'come home'),
  letter('lights', 'come home'),
  letter('cleans', 'stay away'),
  letter('lights', 'stay away'),
  letter('lights', 'come home'),
];

async function openConsensus(inspector: Inspector, texts: readonly string[] = samples): Promise<void> {
  await inspector.visit();
  await inspector.openAs('keepers.json', JSON.stringify(completionResponse({ samples: texts })));
  await inspector.compareAll();
  await inspector.tab('Consensus').click();
}

const forks = (inspector: Inspector): Locator =>
  inspector.region('Compare').getByRole('group', { name: /^Fork \d+ of \d+$/ });
const ways = (inspector: Inspector, fork: number): Locator => forks(inspector).nth(fork).getByRole('button');
const listed = (inspector: Inspector): Locator =>
  inspector.page.getByRole('list', { name: 'Forks' }).getByRole('listitem');
const text = (inspector: Inspector): Locator => inspector.page.getByRole('list', { name: 'Text in segments' });

test('what all share is read once, and each fork has its ways, most samples first', async ({ inspector }) => {
  await openConsensus(inspector);
  await expect(forks(inspector)).toHaveCount(2);
  await expect(ways(inspector, 0)).toHaveText(['lights 4 of 5', 'cleans 1 of 5']);
  await expect(ways(inspector, 1)).toHaveText(['come home 3 of 5', 'stay away 2 of 5']);
  await expect(text(inspector)).toContainText('the lamp at the top of the old tower, and the ships');
  await expect(listed(inspector)).toHaveText(['1… evening the keeper4 + 1', '2… and the ships3 + 2']);
  await expect(inspector.region('Compare')).toContainText('#0 #1 #4 are one text.');
});

test('following ways weighs the rest by the samples that went them, and Escape goes back way by way', async ({
  inspector,
  page,
}) => {
  await openConsensus(inspector);
  await ways(inspector, 1).filter({ hasText: 'stay away' }).click();
  await expect(ways(inspector, 0)).toHaveText(['lights 1 of 2', 'cleans 1 of 2']);
  await expect(ways(inspector, 1)).toHaveAttribute('aria-pressed', 'true');
  await expect(inspector.region('Compare')).toContainText('2 of 5: #2 #3');
  // The other panes show one of those samples.
  await expect(inspector.row(2)).toHaveAttribute('aria-selected', 'true');
  await ways(inspector, 0).filter({ hasText: 'lights' }).click();
  await expect(inspector.region('Compare')).toContainText('1 of 5: #3');
  await page.keyboard.press('Escape');
  await expect(inspector.region('Compare')).toContainText('2 of 5: #2 #3');
  await page.getByRole('button', { name: 'Compare these' }).click();
  await expect(inspector.region('Compare')).toContainText('2 of 5');
  await expect(ways(inspector, 0)).toHaveText(['cleans 1 of 2', 'lights 1 of 2']);
  await expect(ways(inspector, 1)).toHaveCount(0);
});

test('by key: n walks the forks, arrows the ways, Space follows, Enter pins', async ({ inspector, page }) => {
  await openConsensus(inspector);
  const panel = inspector.region('Compare').getByRole('region', { name: /^Fork \d+$/ });
  await expect(ways(inspector, 0)).toHaveCount(2);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(forks(inspector).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(panel).toContainText('Fork 2 after “and the ships”');
  await ways(inspector, 1).first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(ways(inspector, 0).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(ways(inspector, 0).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(forks(inspector).first()).toHaveAttribute('aria-current', 'true');
  await expect(ways(inspector, 0)).toHaveCount(2);
  await page.keyboard.press('Space');
  await expect(ways(inspector, 0)).toHaveText(['cleans 1 of 1']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('a click on a word that all share, or on a sample of a fork, goes to its place in that sample', async ({
  inspector,
  page,
}) => {
  await openConsensus(inspector);
  const shared = text(inspector).getByRole('listitem').filter({ hasText: 'the lamp at the top' });
  const box = await shared.evaluate((item) => {
    const node = item.firstChild as Text;
    const range = document.createRange();
    const at = node.data.indexOf('tower');
    range.setStart(node, at + 1);
    range.setEnd(node, at + 2);
    const { x, y } = range.getBoundingClientRect();
    return { x: x + 2, y: y + 6 };
  });
  await page.mouse.click(box.x, box.y);
  const word = inspector.region('Compare').getByRole('region', { name: 'Shared word' });
  await expect(word).toContainText('“tower,” in 5 samples');
  await word.getByRole('button', { name: '#2' }).click();
  await expect(inspector.row(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(inspector.outputText).toHaveText(samples[2] ?? '');
  await expect(inspector.outputText.locator('mark')).toHaveText(['tower,']);
  await page.keyboard.press('c');
  await page.keyboard.press('n');
  const fork = inspector.region('Compare').getByRole('region', { name: 'Fork 1' });
  await fork.getByRole('list', { name: 'Ways of this fork' }).getByRole('button', { name: '#4' }).click();
  await expect(inspector.row(4)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(inspector.outputText.locator('mark')).toHaveText(['lights']);
});

test('a sample that says something else altogether stands apart, and can be read alone', async ({ inspector }) => {
  await openConsensus(inspector, [...samples, 'No lamps, no towers: I would rather tell you about bees.']);
  await expect(ways(inspector, 0)).toHaveText([/^∅ nothing apart: the text below 5 of 6$/, /^No lamps.* 1 of 6$/]);
  await expect(ways(inspector, 1)).toHaveText(['lights 4 of 5', 'cleans 1 of 5']);
  await ways(inspector, 0).nth(1).click();
  await expect(forks(inspector)).toHaveCount(1);
  await expect(text(inspector)).toHaveText(/^No lamps, no towers/);
});

test('where nearly all of many agree a fork is read as one way, until it is opened', async ({ inspector, page }) => {
  const many = Array.from({ length: 20 }, (_, place) =>
    letter(place === 7 ? 'cleans' : 'lights', place < 9 ? 'stay away' : 'come home'),
  );
  await openConsensus(inspector, many);
  await expect(ways(inspector, 0)).toHaveText(['lights 19 of 20']);
  await ways(inspector, 0).click();
  await expect(ways(inspector, 0)).toHaveText(['lights 19 of 20', 'cleans 1 of 20', 'Show less']);
  await page.getByRole('radio', { name: 'Most contested' }).check();
  await expect(listed(inspector)).toHaveText(['2… and the ships11 + 9', '1… evening the keeper19 + 1']);
});

// How likely the model held what its samples say: the odds of forks beside what was said, and expected against observed.
import { lampOdds } from './fixtures/lampOdds.ts';
import { expect, test } from './inspector.ts';

test('at a fork, what was said stands beside what the samples’ own lists expected, each figure with its token', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('lamp.json', lampOdds());
  await inspector.compareAll();
  await inspector.tab('Consensus').click();
  const compare = inspector.region('Compare');
  const figures = page.getByRole('table', { name: 'Said and expected', exact: true });
  await expect(figures.getByRole('row')).toHaveText([
    'waysaidexpected',
    'reads40 %50 %',
    'follows20 %30 %',
    'is20 %5 %',
    'hums20 %0 %',
    'not said by any: senses0 %10 %',
  ]);
  await expect(compare).toContainText('The lists hold 95 % of the mass.');
  await expect(compare).toContainText('Expected: mean over the own lists of 4 of the 5 samples at this place.');
  await expect(compare).toContainText(
    'Without #4: its token was not among the top, so that its probability is not given.',
  );

  // Each sample by itself, and the way from a figure to its token.
  await page.getByRole('button', { name: 'Odds of each sample', exact: true }).click();
  const samples = page.getByRole('list', { name: 'Odds of each sample', exact: true }).getByRole('listitem');
  await expect(samples).toHaveCount(5);
  await expect(samples.nth(2)).toContainText('not in its list (top 3 hold 90 %)');
  await expect(samples.nth(2)).toContainText('50 %, rank 1');
  await samples.nth(2).getByRole('button', { name: '30 %', exact: true }).click();
  await expect(inspector.activeTreeItem).toContainText('follows');

  // In the text itself, when a person wants it; remembered.
  const odds = page.getByRole('radiogroup', { name: 'Odds', exact: true });
  await odds.getByRole('radio', { name: 'Said and expected', exact: true }).check();
  const ways = compare.getByRole('group', { name: 'Fork 1 of 1', exact: true }).getByRole('button');
  await expect(ways.first()).toHaveText('reads said 40 %, expected 50 %, 2 of 5');
  await page
    .getByRole('radiogroup', { name: 'Order', exact: true })
    .getByRole('radio', { name: 'Most surprising' })
    .check();
  await ways.filter({ hasText: 'follows' }).click();
  await expect(ways.first()).toHaveText('follows said 100 %, expected 30 %, 1 of 1');
});

// How likely the model held what its samples say: the odds of forks beside what was said, and expected against observed.
import { marks, variants } from './fixtures/aligned.ts';
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

  // Aligned has the same figures, in its table and beside its variants.
  await inspector.tab('Aligned').click();
  const difference = page.getByRole('table', { name: 'Differences', exact: true }).getByRole('row').nth(1);
  await expect(difference).toContainText('50 + 30 + 5 + 0 %');
  await marks(inspector, 2).filter({ hasText: 'follows' }).click();
  await expect(variants(page)).toContainText('not said by any: senses');

  // Bands of Branches are as thick as their samples are many, or as the model held their text likely, where every token has a value.
  await inspector.tab('Branches').click();
  const thickness = compare.getByRole('radiogroup', { name: 'Thickness', exact: true });
  await expect(compare.getByRole('region', { name: 'Forks', exact: true })).toContainText(
    '4 distinct texts of 5 samples',
  );
  await expect(thickness).toHaveCount(0);
  await inspector.compareBox(4).uncheck();
  await expect(compare.getByRole('region', { name: 'Forks', exact: true })).toContainText(
    '3 distinct texts of 4 samples',
  );
  const outlines = () =>
    compare.locator('svg[aria-hidden] path').evaluateAll((all) => all.map((one) => one.getAttribute('d')).join());
  const bySamples = await outlines();
  await thickness.getByRole('radio', { name: 'Odds', exact: true }).check();
  await expect.poll(outlines).not.toBe(bySamples);
});

test('expected against observed: drawn where tokens came from the listed probabilities, refused with the reason where not', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('lamp.json', lampOdds());
  await inspector.compareAll();
  await inspector.tab('Expected and observed').click();
  const compare = inspector.region('Compare');
  const figures = page.getByRole('table', { name: 'Expected and observed', exact: true });
  // After "The lamp", the lists of all hold "reads", "follows" and "senses"; five samples stood there.
  await expect(figures.getByRole('row').filter({ hasText: '50 to 60 %' })).toHaveText(
    '50 to 60 %50.0 %40.0 %11.8 % to 76.9 %2 of 5yes',
  );
  await expect(compare).toContainText('places that two or more of 5 samples share');
  await expect(page.getByRole('switch', { name: 'Show it all the same, with that caveat' })).toHaveCount(0);

  await inspector.openAs('cool.json', lampOdds({ temperature: 0.5, top_p: 1 }));
  await inspector.compareAll();
  await inspector.tab('Expected and observed').click();
  await expect(compare).toContainText('The request asked for temperature 0.5: tokens were not drawn from the listed');
  await expect(figures).toHaveCount(0);
  await page.getByRole('switch', { name: 'Show it all the same, with that caveat' }).click();
  await expect(figures.getByRole('row').filter({ hasText: '50 to 60 %' })).toContainText('2 of 5');
  await compare.getByRole('button', { name: '/provider_request/temperature', exact: true }).click();
  await expect(page).toHaveURL(/at=%2Fprovider_request%2Ftemperature/);

  // Where nothing says it, it is drawn with that caveat; without tokens there is no such tab.
  await inspector.openAs('unsaid.json', lampOdds({}));
  await inspector.compareAll();
  await inspector.tab('Expected and observed').click();
  await expect(compare).toContainText('The response does not say at which temperature its tokens were drawn.');
  await expect(figures).toBeVisible();
  await inspector.openAs('plain.json', lampOdds({ temperature: 1 }, false));
  await inspector.compareAll();
  await expect(inspector.tab('Expected and observed')).toHaveCount(0);
  await inspector.tab('Consensus').click();
  await expect(compare).toContainText(
    'No odds. Nothing says that log probabilities were requested, and the linked choice lists none. Looked for at',
  );
});

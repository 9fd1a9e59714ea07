// The tokens of a generation: the text cut into them, the card of one, the way along the doubtful ones, and why there are none.
import type { Locator } from 'playwright/test';
import { tokenCount, tokened, tokenedText, withoutTokens } from './fixtures/tokened.ts';
import { expect, type Inspector, test } from './inspector.ts';

const tokens = (inspector: Inspector): Locator => inspector.page.getByTestId('token');
const card = (inspector: Inspector): Locator => inspector.page.getByRole('region', { name: 'Token', exact: true });
const named = (inspector: Inspector, name: string | RegExp): Locator =>
  inspector.page.getByRole('option', { name, exact: true });
const place = (at: number): string => `/provider_responses/0/choices/0/logprobs/tokens/${at}`;

async function openTokens(inspector: Inspector): Promise<void> {
  await inspector.visit();
  await inspector.openAs('tokened.json', tokened);
  await inspector.loaded();
  await inspector.tab('Tokens').click();
  await expect(tokens(inspector)).toHaveCount(tokenCount);
}

test('the text stands in its tokens: quiet where the model was sure, and what counts in no average says so', async ({
  inspector,
}) => {
  await openTokens(inspector);
  await expect.poll(() => inspector.page.getByTestId('token-text').textContent()).toBe(tokenedText);
  await expect(named(inspector, '“ The”, 90.0 %')).not.toHaveAttribute('data-step');
  await expect(named(inspector, '“ lamp”, 65.0 %')).toHaveAttribute('data-step', '1');
  await expect(named(inspector, '“ lamp”, 65.0 %')).toHaveCSS('border-bottom-style', 'none');
  await expect(named(inspector, '“keeps”, 10.0 %')).toHaveAttribute('data-step', '5');
  await expect(named(inspector, '“keeps”, 10.0 %')).toHaveCSS('border-bottom-style', 'dashed');
  await expect(named(inspector, '“ “”, part 1 of 2, 80.0 %')).toBeVisible();
  await expect(named(inspector, '“””, below the top list')).toHaveAttribute('data-word', 'below top');
  await expect(named(inspector, '“.”, 100 %')).not.toHaveAttribute('data-step');
  await expect(named(inspector, '“↵”, 20.0 %, cut by the stop sequence')).not.toHaveAttribute('data-step');

  const panel = inspector.region('Generation').getByRole('tabpanel');
  await expect(panel).toContainText('7 of 10 tokens count');
  await expect(panel).toContainText('2 sampled, then cut by the stop sequence, 1 without a usable log probability');
  // (ln .9 + ln .65 + ln .8 + ln .95 + ln .1 + ln .4 + 0) ÷ 7
  await expect(panel.getByRole('definition').first()).toHaveText('−0.576');

  await inspector.page.getByRole('radio', { name: 'Rank', exact: true }).check();
  await expect(named(inspector, '“keeps”, 10.0 %, rank 3')).toHaveAttribute('data-step', '2');
  await inspector.page.getByRole('radio', { name: 'Surprisal', exact: true }).check();
  await expect(named(inspector, '“keeps”, 10.0 %, 3.32 bits')).toHaveAttribute('data-step', '5');
  await inspector.reload();
  await expect(named(inspector, '“keeps”, 10.0 %, 3.32 bits')).toBeVisible();
  await inspector.page.getByRole('radio', { name: 'Probability', exact: true }).check();
});

test('a card shows what a token was chosen from, beside its token, and stays when it is pressed', async ({
  inspector,
}) => {
  await openTokens(inspector);
  const keeps = named(inspector, '“keeps”, 10.0 %');
  await keeps.hover();
  await expect(card(inspector)).toBeVisible();
  await expect.poll(() => overlap(card(inspector), keeps)).toBe(0);
  await expect(inspector.path).not.toHaveText(place(4));

  await keeps.click();
  await expect(keeps).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.path).toHaveText(place(4));
  await expect(inspector.selectedTreeItem).toContainText('"keeps"');
  await expect(inspector.marks.first()).toHaveText('"keeps"');
  await expect.poll(() => overlap(card(inspector), keeps)).toBe(0);
  const row = (name: string) => card(inspector).getByRole('row').filter({ hasText: name });
  await expect(row('keeps')).toContainText('not in the list');
  await expect(row('keeps')).toContainText('taken by #2');
  await expect(row('follows')).toContainText('50.0 %');
  await expect(row('follows')).toContainText('taken by #1');
  await expect(row('not shown')).toContainText('15.0 %');
  await expect(card(inspector)).toContainText('The 2 listed and the chosen one cover 85.0 %');
  await expect(card(inspector)).toContainText('runner-up follows 40.0 points ahead');
  await expect(card(inspector)).toContainText('1 other parted before');
  await expect(card(inspector)).toContainText('-2.302585092994');

  // What its list says of another word has its own place.
  await row('follows').getByRole('button', { name: 'follows', exact: true }).click();
  await expect(inspector.path).toHaveText('/provider_responses/0/choices/0/logprobs/top_logprobs/4/follows');
  await expect(keeps).toHaveAttribute('aria-selected', 'true');
  await row('follows').getByRole('button', { name: '#1', exact: true }).click();
  await expect(inspector.selectedRow).toContainText('The lamp “follows” you.');
  await expect(inspector.region('Generation').getByRole('tabpanel')).toContainText('lists none');

  // From elsewhere: the value of a token in the tree.
  await inspector.page.evaluate(() => {
    location.hash = location.hash.replace(
      /at=[^&]*/,
      `at=${'/provider_responses/0/choices/0/logprobs/token_logprobs/6'}`,
    );
  });
  await expect(named(inspector, '“ time”, 40.0 %')).toHaveAttribute('aria-selected', 'true');
  await expect(card(inspector)).toContainText('token 7 of 10');
});

test('by keyboard: one tab stop, arrows along the tokens, Enter keeps the card, Escape closes it, u walks the doubtful', async ({
  inspector,
  page,
}) => {
  await openTokens(inspector);
  await page.keyboard.press('u');
  await expect(named(inspector, '“keeps”, 10.0 %')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('u');
  await expect(named(inspector, '“ time”, 40.0 %')).toHaveAttribute('aria-selected', 'true');
  await expect(
    inspector.page.getByRole('table', { name: 'Least certain tokens' }).getByRole('row').nth(2),
  ).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(card(inspector)).toHaveCount(0);

  const time = named(inspector, '“ time”, 40.0 %');
  await time.focus();
  await page.keyboard.press('ArrowRight');
  await expect(named(inspector, '“.”, 100 %')).toBeFocused();
  await expect(card(inspector)).toContainText('token 8 of 10');
  await page.keyboard.press('Home');
  await expect(named(inspector, '“ The”, 90.0 %')).toBeFocused();
  await expect(inspector.page.locator('[role="option"][data-at][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(named(inspector, '“ lamp”, 65.0 %')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.path).toHaveText(place(1));
  await expect(card(inspector)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(inspector)).toHaveCount(0);
  // The tab is opened by the key too.
  await inspector.tab('Output').click();
  await page.keyboard.press('u');
  await expect(inspector.tab('Tokens')).toHaveAttribute('aria-selected', 'true');
});

test('where there are no tokens it says why, in a sentence, and where it looked', async ({ inspector }) => {
  await inspector.visit();
  for (const [at, { response, words, place: lookedAt }] of withoutTokens.entries()) {
    await inspector.openAs(`without-${at}.json`, response);
    await inspector.tab('Tokens').click();
    const panel = inspector.region('Generation').getByRole('tabpanel');
    await expect(panel).toContainText(words);
    await expect(panel.getByRole('button', { name: lookedAt }).first()).toBeVisible();
    await expect(tokens(inspector)).toHaveCount(0);
  }
});

/** Pixels that one element covers of the other. */
async function overlap(one: Locator, other: Locator): Promise<number> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (a === null || b === null) return -1;
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}

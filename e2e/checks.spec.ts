// Checks: each finding explained where it stands, checks muted in view of everybody and heard again.
import { axeFindings } from './axeFindings.ts';
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** Two generations end at the limit, and the total is wrong. */
const flawed = (count = 2): JsonObject => ({
  ...completionResponse({ samples: Array.from({ length: count }, (_, at) => `Cut ${at}`), finish: 'length' }),
  usage: { prompt_tokens: 12, generation_tokens: 2 * count, total_tokens: 1 },
});

const issues = (inspector: Inspector) => inspector.region('Issues');
const explain = (inspector: Inspector, id: string) =>
  issues(inspector).getByRole('button', { name: `Explain ${id}`, exact: true });
const mute = (inspector: Inspector, id: string) =>
  issues(inspector).getByRole('button', { name: `Mute ${id}`, exact: true });
const group = (inspector: Inspector, words: string) =>
  issues(inspector).getByRole('button', { name: words, exact: true });
const marks = (inspector: Inspector, row: number) => inspector.row(row).getByText('1 warning', { exact: true });

async function openFlawed(inspector: Inspector, count = 2): Promise<void> {
  await inspector.visit();
  await inspector.openAs('flawed.json', flawed(count));
}

/** How many issues the status says there are. */
async function saidIssues(inspector: Inspector): Promise<number> {
  return Number(/(\d+) issues?$/.exec((await inspector.status.textContent()) ?? '')?.[1]);
}

test('a finding is explained in its place, by keys alone', async ({ inspector, page }) => {
  await openFlawed(inspector);
  const finding = inspector.issue('HL050');
  const show = finding.getByRole('button', { name: 'Show', exact: true });
  await inspector.region('Issues').getByRole('button', { name: 'Show', exact: true }).first().focus();
  await expect(show).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(explain(inspector, 'HL050')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explain(inspector, 'HL050')).toHaveAttribute('aria-expanded', 'true');
  await expect(finding).toContainText('Counts do not add up');
  for (const part of ['Means', 'Usual causes', 'What to do']) await expect(finding).toContainText(part);
  // Reading it selects nothing.
  expect(await inspector.selectedPointer()).toBe('/data/0');
  await page.keyboard.press('Enter');
  await expect(finding).not.toContainText('Usual causes');
});

test('after a load the list stands at its top, errors first, and equal checks and notes are lines that open', async ({
  inspector,
  page,
}) => {
  const samples = Array.from({ length: 40 }, (_, at) => (at < 20 ? 'Text' : ` Text ${at} `));
  const usage = { prompt_tokens: 12, generation_tokens: 60, total_tokens: 1.5 };
  await inspector.visit();
  await inspector.openAs('many.json', { ...completionResponse({ samples, finish: 'length' }), usage });
  const items = inspector.issue('');
  const closed = [
    /^error.*HL050/,
    /^error.*HL053/,
    /^warningCut at the token limit in 40 generations.*HL041/,
    /^warning.*HL051/,
    /^infoWhite space stripped in 20 generations · Identical text in 20 generations.*HL021, HL032/,
  ];
  await expect(items).toHaveText(closed);
  // Of what is found at the selected row nothing is scrolled to, though the last line holds some.
  await expect(items.first()).toBeInViewport({ ratio: 1 });
  // By keys: the group opens, its first finding shows its place, and it closes again.
  const cut = group(inspector, 'Cut at the token limit in 40 generations');
  await items.first().getByRole('button', { name: 'Show', exact: true }).focus();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
  await expect(cut).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(items).toHaveCount(45);
  await expect(cut).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1/finish_reason');
  await expect(items.nth(4)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(cut).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(items).toHaveCount(5);
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'true');
  await items.nth(4).getByRole('button', { name: 'Show', exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/20/raw_output');
  await items.nth(4).getByRole('button').first().click();
  await expect(items).toHaveCount(7);
});

test('a muted check leaves the list, the counts and the rows, and says so', async ({ inspector, page }) => {
  await openFlawed(inspector);
  await expect.poll(() => saidIssues(inspector)).toBeGreaterThan(2);
  const said = await saidIssues(inspector);
  await expect(marks(inspector, 0)).toBeAttached();
  await explain(inspector, 'HL041').first().click();
  await mute(inspector, 'HL041').click();
  await expect(inspector.issue('HL041')).toHaveCount(0);
  await expect(marks(inspector, 0)).toHaveCount(0);
  await expect(issues(inspector)).toContainText(`${said - 2} (2 muted)`);
  const line = issues(inspector).getByRole('button', { name: '2 findings of 1 muted check hidden', exact: true });
  await expect(line).toBeFocused();
  await expect.poll(() => saidIssues(inspector)).toBe(said);

  await inspector.kept(1);
  await page.reload();
  await inspector.loaded();
  await expect(line).toBeVisible();
  await expect(inspector.issue('HL041')).toHaveCount(0);
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(issues(inspector).getByRole('list', { name: 'Muted checks', exact: true })).toContainText('2 findings');
  await page.keyboard.press('Tab');
  await expect(issues(inspector).getByRole('button', { name: 'Unmute HL041', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(group(inspector, 'Cut at the token limit in 2 generations')).toBeVisible();
  await expect(line).toHaveCount(0);
  await expect(issues(inspector)).not.toContainText('muted');
});

test('muting is undone by one press', async ({ inspector, page }) => {
  await openFlawed(inspector);
  await explain(inspector, 'HL050').click();
  await mute(inspector, 'HL050').click();
  await expect(inspector.issue('HL050')).toHaveCount(0);
  const notice = page.getByRole('complementary', { name: 'Notice', exact: true });
  await expect(notice).toContainText('HL050 is muted: 1 finding hidden.');
  await notice.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(inspector.issue('HL050')).toHaveCount(1);
});

test('of very many findings the explanation stands below the list', async ({ inspector }) => {
  await openFlawed(inspector, 150);
  await group(inspector, 'Cut at the token limit in 150 generations').click();
  await explain(inspector, 'HL041').first().click();
  await expect(issues(inspector)).toContainText('Usual causes');
  await expect(inspector.issue('Usual causes')).toHaveCount(0);
  await mute(inspector, 'HL041').click();
  await expect(
    issues(inspector).getByRole('button', { name: '150 findings of 1 muted check hidden', exact: true }),
  ).toBeVisible();
});

test('axe finds nothing wrong with an explanation and with muted checks', async ({ inspector, page }) => {
  test.slow();
  await openFlawed(inspector);
  await explain(inspector, 'HL041').first().click();
  await mute(inspector, 'HL041').click();
  await issues(inspector).getByRole('button', { name: '2 findings of 1 muted check hidden', exact: true }).click();
  await explain(inspector, 'HL050').click();
  await expect(issues(inspector)).toContainText('Usual causes');
  expect(await axeFindings(page, '[aria-label="Issues"]')).toEqual([]);
});

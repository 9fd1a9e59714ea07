// Which answer most of the samples give, and where their own confidence says another.
import AxeBuilder from '@axe-core/playwright';
import { completionResponse, type JsonObject } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

const samples = [
  'Six times seven.\nSo it is 42',
  'We add.\nSo it is 41',
  'By heart.\nSo it is 42',
  'We add again.\nSo it is 41',
  'Counted twice.\nSo it is 42',
  `Nobody knows${'a'.repeat(40)}.\nSo it is a secret`,
  '',
  'By heart.\nSo it is 42',
];

/** Five and more samples of one question. Those that say 41 are much the likelier by their own tokens; four pass. */
function sums(): JsonObject {
  const response = completionResponse({ samples, logprobs: 0 });
  const [provider] = response.provider_responses as readonly [JsonObject];
  const choices = (provider.choices as readonly JsonObject[]).map((choice, at): JsonObject => {
    const lists = choice.logprobs as JsonObject;
    const value = samples[at]?.endsWith('41') ? -0.1 : -2;
    return { ...choice, logprobs: { ...lists, token_logprobs: (lists.tokens as readonly string[]).map(() => value) } };
  });
  const data = (response.data as readonly JsonObject[]).map((one, at) => ({
    ...one,
    passed: samples[at]?.endsWith('42') ?? false,
  }));
  return { ...response, data, provider_responses: [{ ...provider, choices }] };
}

async function openVote(inspector: Inspector, response: JsonObject = sums()): Promise<void> {
  await inspector.visit();
  await inspector.openAs('sums.json', response);
  await inspector.page.getByRole('checkbox', { name: 'Compare all generations', exact: true }).check();
  await inspector.tab('Vote').click();
}

const result = (inspector: Inspector) => inspector.page.getByTestId('vote-result');
const answers = (inspector: Inspector) =>
  inspector.page.getByRole('listbox', { name: 'Answers', exact: true }).getByRole('option');
const taken = (inspector: Inspector) =>
  inspector.page.getByRole('listbox', { name: 'What is taken from each sample', exact: true }).getByRole('option');

async function choose(inspector: Inspector, name: string): Promise<void> {
  await inspector.button('What counts as the answer').click();
  await inspector.menuItem(name).click();
}

test('the vote is there with a suggestion, and says plainly where the weighted vote gives another answer', async ({
  inspector,
  page,
}) => {
  await openVote(inspector);
  await expect(inspector.region('Compare')).toContainText(
    'Suggested: the last line, because all 7 have one and 3 differ.',
  );
  await expect(result(inspector)).toHaveText(
    '“So it is 42” wins with 4 of 7 samples with an answer (57 %, 95 % interval 25 % to 84 %), 2 ahead of “So it is 41”. 1 sample without an answer.',
  );
  // Two of e^−0.1 against four of e^−2 and one.
  await expect(page.getByTestId('vote-disagreement')).toContainText(
    'The vote weighted by confidence gives another answer: “So it is 41” has 73 % of the weight, “So it is 42” 22 %.',
  );
  await expect(answers(inspector)).toHaveCount(4);
  await expect(answers(inspector).first()).toHaveAccessibleName('“So it is 42”, 4 of 7, 22 % of the weight');
  await expect(answers(inspector).last()).toHaveAccessibleName('No answer, 1 of 8');
  await expect(taken(inspector).filter({ hasText: 'By heart.' })).toContainText('#2 ×2');
  await expect(taken(inspector).filter({ hasText: 'no answer' })).toContainText('#6');
  await expect(taken(inspector).locator('mark').first()).toHaveText('So it is 42');
  await expect(inspector.region('Compare')).toContainText('Entropy of distinct answers0.956 nats of at most 1.099');
});

test('what counts as the answer is chosen, stands in the address, and comes back with it', async ({
  inspector,
  page,
}) => {
  await openVote(inspector);
  await choose(inspector, 'Regular expression');
  const box = page.getByRole('textbox', { name: 'Regular expression for the answer', exact: true });
  await box.fill('(\\d+');
  await box.press('Enter');
  await expect(inspector.region('Compare').getByRole('alert')).toContainText('Not a regular expression');
  await box.fill('(\\d+)');
  await box.press('Enter');
  await expect(result(inspector)).toContainText('“42” wins with 4 of 6 samples with an answer');
  await expect(taken(inspector).locator('mark').first()).toHaveText('42');
  await expect.poll(() => page.url()).toContain('ans=pattern%3A(%5Cd%2B)');
  await inspector.reload();
  await expect(result(inspector)).toContainText('“42” wins with 4 of 6 samples with an answer');
  await choose(inspector, 'Whole text');
  await expect(result(inspector)).toContainText('wins with 2 of 7 samples with an answer');
  await inspector.button('Take it').click();
  await expect(result(inspector)).toContainText('“So it is 42” wins');
  // One that would take for ever is stopped, and the page goes on.
  await choose(inspector, 'Regular expression');
  await box.fill('(a+)+b');
  await box.press('Enter');
  await expect(inspector.region('Compare')).toContainText('Took too long');
  await choose(inspector, 'Label');
  await expect(result(inspector)).toContainText('wins with 2 of 7 samples with an answer');
});

test('answers are walked by keys, move the other panes, and their samples are compared', async ({
  inspector,
  page,
}) => {
  await openVote(inspector);
  await page.getByRole('listbox', { name: 'Answers', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(answers(inspector).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1');
  await expect(taken(inspector)).toHaveCount(2);
  await taken(inspector).nth(1).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/3');
  await inspector.button('Compare these').click();
  await expect(inspector.tab('Aligned')).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.region('Compare')).toContainText('2 of 8');
});

test('pass@k goes by a field of the response or by stars, whichever a person chooses', async ({ inspector, page }) => {
  await openVote(inspector);
  const table = page.getByRole('table', { name: 'pass@k', exact: true });
  await expect(inspector.region('Compare')).toContainText('4 of 8 samples pass.');
  await expect(table.getByRole('row')).toHaveCount(9);
  await expect(table.getByRole('row', { name: '1 50.0 % 22 % to 78 %', exact: true })).toBeVisible();
  // 1 − C(4, 2) / C(8, 2) = 1 − 6/28.
  await expect(table.getByRole('row', { name: /^2 78\.6 % / })).toBeVisible();
  await inspector.button('What says that a sample passes').click();
  await inspector.menuItem('Stars').click();
  await expect(inspector.region('Compare')).toContainText('0 of 8 samples pass.');
  await expect.poll(() => page.url()).toContain('pass=stars');
});

test('two thousand labels are counted, and only those on screen are elements', async ({ inspector }) => {
  const labels = Array.from({ length: 2000 }, (_, at) =>
    at % 5 === 0 ? 'Negative' : at % 2 === 0 ? 'positive.' : 'Positive',
  );
  await openVote(inspector, completionResponse({ samples: labels }));
  await expect(result(inspector)).toHaveText(
    '“Positive” wins with 1,600 of 2,000 samples (80 %, 95 % interval 78 % to 82 %), 1,200 ahead of “Negative”.',
  );
  await expect(taken(inspector)).toHaveCount(3);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ inspector, page }) => {
    await page.emulateMedia({ colorScheme });
    await openVote(inspector);
    await answers(inspector).nth(1).click();
    await expect(taken(inspector)).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Compare"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}

// One selection in all panes, whichever it is made in.

import { expectSelected, firstGeneration, openTeas, type Selected } from './fixtures/linkedTeas.ts';
import { expect, test } from './inspector.ts';

test('the first generation is selected after a load', async ({ inspector }) => {
  await openTeas(inspector);
  await expectSelected(inspector, firstGeneration);
});

test('a row of the table selects its generation and the choice that it is linked to', async ({ inspector, page }) => {
  await openTeas(inspector);
  await inspector.row(2).click();
  // The third generation is the fourth choice.
  await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
  await expect(inspector.linkedPlace).toHaveText('/provider_responses/0/choices/3');
  await page.keyboard.press('ArrowUp');
  await expectSelected(inspector, { pointer: '/data/1', row: 1, item: /^1: \{4\}/, usage: 'Generation 1' });
  await expect(inspector.treeItem(/^text: " ?Black tea"$/)).toBeVisible();
});

test('the tree selects what is clicked, and the table the generation that is linked to it', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.treeItem(/^2: \{4\}/).click();
  const choice: Selected = {
    pointer: '/provider_responses/0/choices/2',
    row: 3,
    item: /^2: \{4\}/,
    usage: 'Generation 3',
  };
  await expectSelected(inspector, choice);
  await expect(inspector.linkedPlace).toHaveText('/data/3');
  await inspector.treeItem(/^choices: /).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices',
    item: /^choices: \[5\]/,
    usage: 'Provider 0',
  });
  await inspector.treeItem('object: "text_completion"').click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/object',
    item: 'object: "text_completion"',
    usage: 'Provider 0',
  });
});

test('a bar of the token usage selects its source, and a figure its place', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.usageRow('Generation 4').getByRole('button', { name: 'Generation 4', exact: true }).click();
  await expectSelected(inspector, { pointer: '/data/4', row: 4, item: /^4: \{4\}/, usage: 'Generation 4' });
  await inspector.usageRow('Response usage').getByRole('button', { name: 'Response usage', exact: true }).click();
  await expectSelected(inspector, { pointer: '/usage', item: /^usage: \{3\}/, usage: 'Response usage' });
  await inspector.usageRow('Response usage').getByRole('button', { name: '23', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/usage/total_tokens',
    item: 'total_tokens: 23',
    usage: 'Response usage',
  });
  await inspector.usageRow('Provider 0').getByRole('button', { name: '22', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/usage/total_tokens',
    item: 'total_tokens: 22',
    usage: 'Provider 0',
  });
});

test('"Show" of an issue selects its place', async ({ inspector }) => {
  await openTeas(inspector);
  const issue = inspector.issue('HL050').filter({ hasText: '/usage/total_tokens' });
  await issue.getByRole('button', { name: 'Show', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/usage/total_tokens',
    item: 'total_tokens: 23',
    usage: 'Response usage',
  });
  await expect(issue).toHaveAttribute('aria-current', 'true');
});

test('a place that is pressed in the source is selected', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(3).click();
  const source = inspector.region('Source');
  await expect(inspector.marks.filter({ hasText: '"output": "Red tea"' })).toHaveCount(1);
  await source.getByText('"Red tea"').first().click();
  await expectSelected(inspector, { pointer: '/data/3/output', row: 3, item: /^2: \{4\}/, usage: 'Generation 3' });
  await expect(inspector.linkedPlace).toHaveText('/provider_responses/0/choices/2/text');
});

test('the line of the location goes up and to the other side and back', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(2).click();
  await inspector.linkedPlace.click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices/3',
    row: 2,
    item: /^3: \{4\}/,
    usage: 'Generation 2',
  });
  await inspector.linkedPlace.click();
  await expectSelected(inspector, { pointer: '/data/2', row: 2, item: /^3: \{4\}/, usage: 'Generation 2' });
  await inspector.treeItem('finish_reason: "stop"').click();
  await inspector.path.getByRole('button', { name: 'choices', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices',
    item: /^choices: \[5\]/,
    usage: 'Provider 0',
  });
});

test('values of the generation select their places', async ({ inspector }) => {
  await openTeas(inspector);
  await inspector.row(1).click();
  const pane = inspector.region('Generation');
  await pane.getByRole('button', { name: 'stop', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/data/1/finish_reason',
    row: 1,
    item: /^1: \{4\}/,
    usage: 'Generation 1',
  });
  await pane.getByRole('button', { name: 'certain', exact: true }).click();
  await expectSelected(inspector, {
    pointer: '/provider_responses/0/choices/1/text',
    row: 1,
    item: 'text: " Black tea"',
    usage: 'Generation 1',
  });
});

test('the marked source is the text of the selection, on one line and on many, with escapes and wide characters', async ({
  inspector,
}) => {
  const text = `{"data": [], "suffix": "caf\\u00e9 \u{1f375}\\n\\"tea\\"", "metadata": {
    "ключ": [1.0, 1E-5,
      "\u{1f375}"]
  },
  "provider_responses": []}`;
  await inspector.visit();
  await inspector.openAs('marks.json', text);
  await inspector.treeItem(/^suffix: /).click();
  await expect(inspector.marks).toHaveText(['"caf\\u00e9 \u{1f375}\\n\\"tea\\""']);
  await inspector.treeItem(/^metadata: /).click();
  await expect.poll(() => inspector.markedText()).toBe('{\n    "ключ": [1.0, 1E-5,\n      "\u{1f375}"]\n  }');
});

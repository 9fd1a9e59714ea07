// Compare on the first press: all samples, in the tab that shows most of such answers, with what a person looks for on the first screen.

import { jsonSamples, labelSamples, proseSamples, toolCalls } from './fixtures/answerKinds.ts';
import { completionResponse } from './fixtures/build.ts';
import { expect, type Inspector, test } from './inspector.ts';

/** Opens the response and compares all of it with the one press that is offered. */
async function open(inspector: Inspector, name: string, response: object, words: string): Promise<void> {
  await inspector.openAs(name, response);
  await inspector.button(words).click();
  await expect(inspector.region('Compare')).toBeVisible();
}

const field = (inspector: Inspector, name: string) =>
  inspector.page
    .getByRole('grid', { name: 'Fields', exact: true })
    .getByRole('row')
    .filter({ has: inspector.page.getByRole('rowheader', { name, exact: true }) });

const expectTab = (inspector: Inspector, name: string) =>
  expect(inspector.tab(name)).toHaveAttribute('aria-selected', 'true');

test('eight answers in words open on one text with its forks, and how many went which way', async ({ inspector }) => {
  await inspector.visit();
  await open(inspector, 'prose.json', completionResponse({ samples: proseSamples }), 'Compare 8 samples, 4 distinct');
  await expectTab(inspector, 'Consensus');
  const ways = inspector.region('Compare').getByRole('button', { name: /^(keeps|follows|reads).*\d of 8$/ });
  await expect(ways).toHaveText([/^keeps.*5 of 8$/, /^follows.*2 of 8$/, /^reads.*1 of 8$/]);
  await expect(ways.first()).toBeInViewport();
  await expect(inspector.region('Compare')).toContainText('The lamp on your desk');
});

test('two answers in words open beside each other', async ({ inspector }) => {
  await inspector.visit();
  const samples = [proseSamples[0] ?? '', proseSamples[2] ?? ''];
  await open(inspector, 'pair.json', completionResponse({ samples }), 'Compare 2 samples');
  await expectTab(inspector, 'Aligned');
  await expect(inspector.compared(0).locator('mark')).toHaveText(['keeps']);
  await expect(inspector.compared(1).locator('mark')).toHaveText(['follows']);
});

test('JSON opens on its fields with the value that most have, also where one sample is cut', async ({ inspector }) => {
  await inspector.visit();
  await open(inspector, 'json.json', completionResponse({ samples: jsonSamples }), 'Compare 8 samples, 5 distinct');
  await expectTab(inspector, 'Fields');
  await expect(field(inspector, 'amount').getByRole('gridcell').first()).toBeInViewport();
  await expect(field(inspector, 'amount')).toContainText('5 of 7');
  await expect(field(inspector, 'amount')).toContainText('129');
});

test('tool calls open on their arguments, by the name of the call', async ({ inspector }) => {
  await inspector.visit();
  await open(inspector, 'calls.json', toolCalls, 'Compare 5 samples, 4 distinct');
  await expectTab(inspector, 'Fields');
  await expect(field(inspector, 'get_weather.city').getByRole('gridcell').first()).toBeInViewport();
  await expect(field(inspector, 'get_weather.city')).toContainText('3 of 5');
  await expect(field(inspector, 'get_weather.city')).toContainText('Oslo');
  await expect(field(inspector, 'get_weather.days')).toContainText('5 of 5');
  await expect(field(inspector, 'get_time.city')).toContainText('missing');
});

test('labels open on how many say which; another tab is remembered for such answers, and for them only', async ({
  inspector,
}) => {
  await inspector.visit();
  const labels = completionResponse({ samples: labelSamples });
  await open(inspector, 'labels.json', labels, 'Compare 2,000 samples, 3 distinct');
  await expectTab(inspector, 'Distinct');
  const groups = inspector.page.getByRole('list', { name: 'Groups of answers', exact: true }).getByRole('listitem');
  await expect(groups).toHaveCount(3);
  await expect(groups.first()).toBeInViewport();
  await expect(groups.first()).toContainText('1,500');
  await expect(groups.first()).toContainText('positive');
  await expect.poll(() => inspector.page.url()).not.toContain('way=');
  await inspector.tab('Similarity').click();
  await expect.poll(() => inspector.page.url()).toContain('way=similarity');
  await inspector.openAs('more.json', labels);
  await inspector.button('Compare 2,000 samples, 3 distinct').click();
  await expectTab(inspector, 'Similarity');
  await open(inspector, 'json.json', completionResponse({ samples: jsonSamples }), 'Compare 8 samples, 5 distinct');
  await expectTab(inspector, 'Fields');
});

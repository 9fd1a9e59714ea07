// What of a generation is compared: its answer with its tool calls, or its reasoning.

import { reasoned, reasonedAnswers, reasonings, toolCalls } from './fixtures/answerKinds.ts';
import { completionResponse } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

test('where samples give their reasoning it can be compared in place of the answers, in every tab', async ({
  inspector,
  page,
}) => {
  await inspector.visit();
  await inspector.openAs('reasoned.json', reasoned);
  await inspector.button('Compare 3 samples').click();
  await inspector.tab('Aligned').click();
  await expect(inspector.compared(0)).toContainText(reasonedAnswers[0] ?? '');
  const what = page.getByRole('radiogroup', { name: 'Compare what', exact: true });
  await what.getByRole('radio', { name: 'Reasoning', exact: true }).check();
  for (const [at, reasoning] of reasonings.entries()) await expect(inspector.compared(at)).toContainText(reasoning);
  await expect(inspector.compared('\\d+')).toHaveCount(2);
  await expect(inspector.compared(0).locator('mark')).toHaveText(['rises']);
  await expect(inspector.region('Compare')).toContainText('1 sample gives none.');
  await inspector.tab('Distinct').click();
  const groups = page.getByRole('list', { name: 'Groups of answers', exact: true }).getByRole('listitem');
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toContainText(reasonings[0] ?? '');
  await expect.poll(() => page.url()).toContain('part=reasoning');
  await inspector.reload();
  await expect(what.getByRole('radio', { name: 'Reasoning', exact: true })).toBeChecked();
  await expect(groups.first()).toContainText(reasonings[0] ?? '');
  await what.getByRole('radio', { name: 'Answer', exact: true }).check();
  await expect(groups).toHaveCount(3);
  await inspector.openAs('plain.json', completionResponse({ samples: reasonedAnswers }));
  await inspector.button('Compare 3 samples').click();
  await expect(inspector.compared(0)).toBeVisible();
  await expect(what).toHaveCount(0);
});

test('tool calls align by name and argument, in whatever order the arguments were written', async ({ inspector }) => {
  await inspector.visit();
  await inspector.openAs('calls.json', toolCalls);
  await inspector.button('Compare 5 samples, 4 distinct').click();
  await inspector.tab('Aligned').click();
  const marks = (label: number) => inspector.compared(label).locator('mark');
  await expect(marks(0)).toHaveText(['Oslo']);
  await expect(marks(2)).toHaveText(['Bergen']);
  await expect(inspector.compared(4)).toContainText('get_time(\n  city: "Bergen",\n)');
});

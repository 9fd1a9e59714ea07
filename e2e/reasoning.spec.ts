// Reasoning beside an output: told with the linked choice, closed, and nothing moves for it.
import { completionResponse } from './fixtures/build.ts';
import { expect, test } from './inspector.ts';

test('reasoning, known once the choices are linked, moves nothing that is there before', async ({
  inspector,
  page,
}) => {
  const built = JSON.parse(JSON.stringify(completionResponse({ samples: ['A lamp.', ''], provider: 'openai-chat' })));
  for (const choice of built.provider_responses[0].choices) choice.message.reasoning_content = 'The desk has a lamp.';
  await inspector.visit();
  const release = await inspector.holdAfterFirstRows();
  await inspector.pickFiles({ name: 'response.json', text: JSON.stringify(built) });
  const group = inspector.region('Generation').getByRole('group', { name: 'Reasoning', exact: true });
  await inspector.arranged();
  await expect(inspector.outputText).toHaveText('A lamp.');
  await expect(group).toHaveCount(0);
  const before = await inspector.outputText.boundingBox();
  await release();
  await inspector.loaded();
  await expect(group).toBeVisible();
  await expect.poll(() => inspector.outputText.boundingBox()).toEqual(before);
  // An empty output has the same line.
  await page.keyboard.press('j');
  await expect(inspector.selectedRow).toHaveAttribute('aria-rowindex', '3');
  await expect(group).toBeVisible();
});

test('reasoning stands beside the output, closed, and tool calls are shown as what they say', async ({ inspector }) => {
  const reasoning = 'The desk has a lamp.\nOne thing is enough.';
  const called = {
    id: 'call_1',
    type: 'function',
    function: { name: 'look', arguments: '{"at": "desk", "deep": true}' },
  };
  const built = JSON.parse(JSON.stringify(completionResponse({ samples: ['A lamp.', ''], provider: 'openai-chat' })));
  const [first, second] = built.provider_responses[0].choices;
  first.message.reasoning_content = reasoning;
  built.data[0].tool_calls = [called];
  first.message.tool_calls = [called];
  built.data[1].tool_calls = [called];
  second.message.tool_calls = [called];
  await inspector.visit();
  await inspector.openAs('response.json', JSON.stringify(built));
  const group = inspector.region('Generation').getByRole('group', { name: 'Reasoning', exact: true });
  await expect(group).toBeVisible();
  await expect(group).not.toContainText('lamp');
  expect(await inspector.copyWith(group.getByRole('button', { name: 'Copy reasoning', exact: true }))).toBe(reasoning);
  await group.getByRole('button', { name: 'Reasoning', exact: true }).click();
  await expect.poll(() => group.getByTestId('reasoning-text').textContent()).toBe(reasoning);
  await expect.poll(() => inspector.outputText.textContent()).toBe('A lamp.');
  await group.getByRole('button', { name: /code units$/ }).click();
  await expect
    .poll(() => inspector.selectedPointer())
    .toBe('/provider_responses/0/choices/0/message/reasoning_content');
  const words = 'look(at: "desk", deep: true)';
  await expect(inspector.row(0)).toContainText(`A lamp.${words}`);
  await expect(inspector.row(1)).toContainText(words);
  await inspector.row(1).click();
  await expect(group).toHaveCount(0);
  await inspector.region('Generation').getByRole('button', { name: words, exact: true }).click();
  await expect.poll(() => inspector.selectedPointer()).toBe('/data/1/tool_calls/0');
});

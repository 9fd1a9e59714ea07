// What the page is told of a text's form, and the characters that were brought for a place.

import { expect, it, test } from 'vitest';
import { rowsTold } from '../../e2e/fixtures/rowsTold.ts';
import { insteadOfText } from '../analysis/insteadOfText.ts';
import type { JsonDocument } from '../json/document.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { answersOf } from './answers.ts';
import { loadResponse } from './loadResponse.ts';

async function opened(text: string) {
  const events: LoadEvent[] = [];
  let document: JsonDocument | undefined;
  await loadResponse({ text }, false, {
    tell: (event) => events.push(event),
    onDocument: (found) => {
      document = found;
    },
    pause: async () => undefined,
    rest: async () => undefined,
  });
  if (document === undefined) throw new Error('It does not open');
  const skimmed = events.findLast((event) => event.type === 'skimmed');
  return { form: skimmed?.form, answers: answersOf(document), rows: rowsTold(events) };
}

test('what is copied of the source are the characters that were brought', async () => {
  const python = "{'data': [{'output': 'It\\'s \"tea\"', 'index': 0, 'inputs': None}], 'provider_responses': []}";
  const { answers } = await opened(python);
  expect(answers.brought(pointerOf('data', 0, 'output'))).toBe("'It\\'s \"tea\"'");
  expect(answers.source(pointerOf('data', 0, 'output'))).toBe('"It\'s \\"tea\\""');
  expect(answers.brought(pointerOf('data', 0, 'inputs'))).toBe('None');
  expect(answers.brought(rootPointer)).toBe(python);
  expect(answers.brought(pointerOf('data', 1))).toBeUndefined();
});

const completion = {
  project_id: 'pr_1',
  session_id: null,
  num_samples: 1,
  usage: { total_tokens: 3 },
  metadata: null,
  data: [{ id: 'data_1', index: 0, output: 'Tea', raw_output: 'Tea', model_config_id: 'c' }],
  provider_responses: [{}],
};
const { session_id: _session, ...generated } = completion;

it.each([
  ['a completion', completion, 'JSON'],
  ['what is short of more than the session', { data: completion.data, provider_responses: [] }, 'JSON'],
  ['a response of /generate', generated, 'JSON, GenerateResponse'],
  ['a chat', { ...completion, tool_choice: 'auto' }, 'JSON, ChatResponse'],
  [
    'a chat by its first generation',
    { ...generated, data: [{ ...completion.data[0], output_message: { role: 'assistant', content: 'Tea' } }] },
    'JSON, ChatResponse',
  ],
])('%s is recognised', async (_what, response, form) => {
  expect((await opened(JSON.stringify(response))).form).toBe(form);
});

test('a choice that refuses says so in its row', async () => {
  const body = {
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: null, refusal: 'I cannot.' }, finish_reason: 'stop' }],
  };
  const { answers, form, rows } = await opened(JSON.stringify(body));
  expect(form).toBe('OpenAI chat body');
  expect(rows.map(insteadOfText)).toEqual(['refusal: I cannot.']);
  expect(answers.brought(pointerOf('provider_responses', 0, 'choices', 0, 'message', 'refusal'))).toBe('"I cannot."');
});

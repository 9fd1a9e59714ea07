import { expect, test } from 'vitest';
import { type Json, sample } from '../../e2e/fixtures/foundIssues.ts';
import { tableOfEvents } from '../../e2e/fixtures/providerTable.ts';
import { rowsTold } from '../../e2e/fixtures/rowsTold.ts';
import type { LoadEvent } from '../response/loadEvents.ts';
import { answersOf } from './answers.ts';
import { loadResponse } from './loadResponse.ts';

/** What the load tells at its end, and the answers that are then given. */
async function loaded(value: Json) {
  const events: LoadEvent[] = [];
  let answers: ReturnType<typeof answersOf> | undefined;
  await loadResponse({ text: JSON.stringify(value) }, false, {
    tell: (event) => events.push(event),
    onDocument: (document, refusals) => {
      answers = answersOf(document, refusals);
    },
    pause: async () => {},
    rest: async () => {},
  });
  const complete = events.find((event) => event.type === 'complete');
  const providers = tableOfEvents(events);
  return {
    groups: rowsTold(events).map(({ group }) => group),
    distinctCount: complete?.distinctCount,
    choices: Array.from({ length: providers.choiceCount }, (_, number) => providers.choice(number)),
    answers,
  };
}

test('a refusal that only the linked choice gives is what its generation says', async () => {
  const choice = (index: number, content: string | null, refusal: string | null) => ({
    index,
    message: { role: 'assistant', content, refusal },
    finish_reason: 'stop',
  });
  const no = 'I will not help with that kettle.';
  const { groups, distinctCount, answers } = await loaded({
    data: [sample(0, ''), sample(1, 'Tea is ready.'), sample(2, ''), sample(3, ''), sample(4, '', { output: null })],
    provider_responses: [
      {
        object: 'chat.completion',
        choices: [
          choice(0, null, no),
          choice(1, 'Tea is ready.', null),
          choice(2, null, no),
          choice(3, '', null),
          choice(4, null, 'Not that one either.'),
        ],
      },
    ],
  });
  expect(groups).toEqual([0, 1, 0, 2, 3]);
  expect(distinctCount).toBe(4);
  expect(answers?.said([0, 1, 2, 3, 4], 100).map((said) => said?.text)).toEqual([
    no,
    'Tea is ready.',
    no,
    '',
    'Not that one either.',
  ]);
});

test('the row of a choice says how long its reasoning is, and any window of it can be asked for', async () => {
  const pieces = ['a'.repeat(900_000), 'b'.repeat(400_000)];
  const { choices, answers } = await loaded({
    data: [sample(0, 'Tea.')],
    provider_responses: [
      [
        ...pieces.map((piece) => ({
          object: 'chat.completion.chunk',
          choices: [{ index: 0, delta: { reasoning_content: piece } }],
        })),
        { object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content: 'Tea.' }, finish_reason: 'stop' }] },
      ],
    ],
  });
  const [choice] = choices;
  expect(choice?.reasoning?.length).toBe(1_300_000);
  const window = choice && answers?.reasoning(choice.pointer, 899_990, 400_000, choice.position);
  expect([window?.text.slice(0, 12), window?.text.length, window?.totalLength]).toEqual([
    'aaaaaaaaaabb',
    400_000,
    1_300_000,
  ]);
});

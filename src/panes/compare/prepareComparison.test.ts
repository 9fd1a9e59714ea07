import { expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import type { DocumentQuestions } from '../../analysis/order/orderRequest.ts';
import type { TaskName, Tasks } from '../../analysis/tasks.ts';
import { prepareComparison } from './prepareComparison.ts';

const options = { granularity: 'word', ignored: ['case'] } as const;

/** What is asked of the workers for generations with these outputs. */
async function askedFor(outputs: readonly (string | undefined)[], characters = 10) {
  const asked: { readonly name: TaskName; readonly input: unknown }[] = [];
  const tasks: Tasks = {
    run: (name, input) => {
      asked.push({ name, input });
      return new Promise(() => undefined);
    },
    known: () => undefined,
  };
  const questions: (readonly number[])[] = [];
  const document = {
    said: async (positions: readonly number[]) => {
      questions.push(positions);
      return positions.map((position) => {
        const text = outputs[position];
        return text === undefined ? undefined : { text, totalLength: text.length };
      });
    },
  } as unknown as DocumentQuestions;
  const rows = samplesOf(outputs.map((_, position) => testRow(position, { characters })));
  void prepareComparison(rows, options, document, tasks);
  await new Promise((resolve) => setTimeout(resolve));
  return { asked, questions };
}

test('all outputs are asked for, and what Aligned begins with is worked out of those that say something', async () => {
  const { asked, questions } = await askedFor(['one two', '', 'one three', undefined]);
  expect(questions).toEqual([[0, 1, 2, 3]]);
  const texts = ['one two', 'one three'];
  expect(asked).toEqual([
    { name: 'nearness', input: { texts } },
    {
      name: 'align',
      input: {
        texts,
        options: { granularity: 'word', ignoresCase: true, ignoresWhiteSpace: false, ignoresPunctuation: false },
      },
    },
  ]);
});

test('of three and more Consensus is worked out first', async () => {
  const three = await askedFor(['one', 'two', 'three']);
  expect(three.asked.map(({ name }) => name)).toEqual(['consensus', 'nearness', 'align']);
});

test('nothing is done for a single one, for more than there are columns, and for texts that are too long', async () => {
  for (const { asked, questions } of [await askedFor(['alone']), await askedFor(['long', 'longer'], 500_000)]) {
    expect(questions).toEqual([]);
    expect(asked).toEqual([]);
  }
  expect((await askedFor(['only one says something', ''])).asked).toEqual([]);
});

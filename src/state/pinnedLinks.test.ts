import { expect, test } from 'vitest';
import { tableOf } from '../../e2e/fixtures/providerTable.ts';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../e2e/fixtures/testSamples.ts';
import { UsageTable } from '../analysis/usageTable.ts';
import { pointerOf } from '../json/pointer.ts';
import { newDocument, type OpenDocument } from './documents.ts';
import { withPinnedLinks } from './pinnedLinks.ts';

const choiceAt = (position: number) => pointerOf('provider_responses', 0, 'choices', position);

const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  rows: samplesOf(
    [0, 1].map((position) =>
      testRow(position, {
        label: String(position),
        link: { word: 'certain', choice: choiceAt(position), evidence: '' },
        tokens: { count: 10 + position, from: 'listed', pointer: choiceAt(position) },
      }),
    ),
  ),
  providers: tableOf([{ choices: [0, 1, 2].map((generation) => ({ generation })) }]),
  usage: { pointer: pointerOf('usage') },
};
const swap = [{ generation: 0, provider: 0, choice: 1 }];

test('pins that change nothing give the document itself', () => {
  expect(withPinnedLinks(document, swap)).not.toBe(document);
  expect(withPinnedLinks(document, [])).toBe(document);
  expect(withPinnedLinks(document, [{ generation: 9, provider: 0, choice: 0 }])).toBe(document);
});

test('the bars of the token usage follow the tokens of the choice', () => {
  const { providers, rows } = withPinnedLinks(document, swap);
  const usage = new UsageTable({ pointer: pointerOf('usage') }, providers, rows);
  expect(usage.slice(0).map((row) => [row.label, row.usage?.generation?.value])).toEqual([
    ['Response usage', undefined],
    ['Provider response 0', undefined],
    ['Generation 0', 11],
  ]);
});

test('whether the counts agree is worked out again', () => {
  const count = (value: number) => ({ value, lexeme: String(value), pointer: pointerOf('usage') });
  const counted: OpenDocument = {
    ...document,
    usage: { pointer: pointerOf('usage'), usage: { pointer: pointerOf('usage'), generation: count(21) } },
    agreement: { state: 'agrees', sentence: 'All sources agree. 2 generations add up to 21.' },
  };
  expect(withPinnedLinks(counted, [...swap, { generation: 1, provider: 0, choice: 0 }]).agreement?.sentence).toBe(
    'All sources agree. 2 generations add up to 21.',
  );
  expect(withPinnedLinks(counted, swap).agreement?.state).toBe('unknown');
});

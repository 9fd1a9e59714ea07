import { expect, test } from 'vitest';
import { usageTableOf } from '../../../e2e/fixtures/usageTable.ts';
import type { TokenSource } from '../../response/rows.ts';
import { causeSentence, generationsSentence } from './usageNoteWords.ts';

test('known causes are named, and whether they explain all of it', () => {
  expect(causeSentence({ causes: ['thoughts'], isExplained: true })).toBe(
    'Known cause: one side counts reasoning as generation, the other does not. It explains all of the difference.',
  );
  expect(causeSentence({ causes: ['best_of', 'billed units'], isExplained: false })).toMatch(
    /^Known causes: .*discarded.*; .*billed.*They explain only a part/,
  );
  expect(causeSentence({})).toBeUndefined();
});

test('how the tokens of generations are known is said, each way with its number', () => {
  const sentence = (from: readonly TokenSource[], generations: readonly (number | undefined)[] = from.map(() => 1)) =>
    generationsSentence(usageTableOf({ generations, from }));
  expect(sentence(['listed'])).toBe('† as listed with log probabilities: 1 generation.');
  expect(sentence(['provider', 'estimated', 'estimated'])).toBe(
    '= exact, from the provider: 1 generation; ≈ estimated: 2. The prompt is counted once.',
  );
  expect(sentence(['listed'], [3, undefined])).toContain('1 generation');
  expect(sentence([], [undefined])).toBeUndefined();
});

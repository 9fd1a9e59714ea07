import { expect, test } from 'vitest';
import { read } from '../../../e2e/fixtures/testTokens.ts';
import { valueCursor } from '../../json/cursor.ts';
import { rootPointer } from '../../json/pointer.ts';
import { readProvider } from './read.ts';

test('a result of HELM gives its completions with their tokens, in old versions with alternatives', () => {
  const tokens = [
    { text: ' Oat', logprob: -0.5, top_logprobs: { ' Oat': -0.5, ' Fog': -2 } },
    { text: ' Mill', logprob: -1 },
  ];
  const body = {
    success: true,
    completions: [
      { text: ' Oat Mill', logprob: -1.5, tokens, finish_reason: { reason: 'length' } },
      { text: '', logprob: 0, tokens: [] },
    ],
  };
  const { format, reading } = readProvider(valueCursor(body, rootPointer));
  expect(format).toBe('helm');
  expect(reading.choices.map(({ text, finishReason }) => [text, finishReason?.class])).toEqual([
    [' Oat Mill', 'length'],
    ['', undefined],
  ]);
  const found = read(body);
  expect(found.tokens.map(({ text, logprob }) => [text, logprob])).toEqual([
    [' Oat', -0.5],
    [' Mill', -1],
  ]);
  expect(found.tokens[0]?.alternatives?.map(({ text }) => text)).toEqual([' Oat', ' Fog']);
  expect(found.coverage.relation).toBe('equal');
});

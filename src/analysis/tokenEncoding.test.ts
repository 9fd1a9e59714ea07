import { expect, test } from 'vitest';
import { guessEncoding } from './tokenEncoding.ts';

test.each([
  ['gpt-4o-mini-2024-07-18', 'o200k_base'],
  ['openai/gpt-4.1', 'o200k_base'],
  ['ft:gpt-4o:acme', 'o200k_base'],
  ['gpt-4-0613', 'cl100k_base'],
  ['gpt-35-turbo', 'cl100k_base'],
  ['text-davinci-003', 'p50k_base'],
])('the name %s suggests %s', (model, encoding) => {
  expect(guessEncoding(model)).toEqual({ encoding, isKnown: true });
});

test.each(['claude-3-haiku', 'gemini-1.5-pro', undefined, ''])('of %s no encoding is known', (model) => {
  expect(guessEncoding(model)).toEqual({ encoding: 'o200k_base', isKnown: false });
});

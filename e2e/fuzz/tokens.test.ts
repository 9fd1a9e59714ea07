import { expect, test } from 'vitest';
import { runTokenLaws } from './tokenLaws.ts';

test('tokens that are read from the bytes in one pass are those that are read one by one', () => {
  const { lists, scanned, formats, checks } = runTokenLaws({ runs: 2000, seed: 1 });
  expect(lists).toBeGreaterThan(1500);
  expect(scanned).toBeGreaterThan(lists / 4);
  expect([...checks].sort()).toEqual(['HL063', 'HL064', 'HL067', 'HL069']);
  expect([...formats.keys()].sort()).toEqual([
    'cohere-generate',
    'gemini',
    'llama.cpp',
    'openai-chat',
    'openai-completion',
    'openai-responses',
    'tgi',
  ]);
});

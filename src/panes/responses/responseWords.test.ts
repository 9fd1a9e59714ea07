import { expect, it } from 'vitest';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { filteredWords, responseWords, stateWord, summaryWords } from './responseWords.ts';

const document: OpenDocument = {
  ...newDocument('a', 'a.json'),
  bytes: 61_790,
  hasRows: true,
  load: 'complete',
  generationCount: 8,
  providerCount: 1,
};

it('says size and counts of an open response', () => {
  expect(responseWords(document)).toBe('61.8 kB · 8 generations · 1 provider response');
  expect(responseWords({ ...document, kind: 'plain' })).toBe('61.8 kB · plain JSON');
  expect(responseWords({ ...document, load: 'failed' })).toBe('61.8 kB · 0 whole generations');
  expect(responseWords(newDocument('b', 'b.json'))).toBe('loading');
});

it('names a state only where it is worth a word', () => {
  expect(stateWord(document)).toBeUndefined();
  expect(stateWord({ ...document, load: 'loading' })).toBe('still loading');
  expect(stateWord({ ...document, load: 'failed' })).toBe('broken');
});

it('says what one of several responses adds up to', () => {
  const [samples, distinct] = [Uint32Array.of(8, 1), Uint32Array.of(5, 1)];
  const none = new Uint32Array(2);
  const summaries = {
    samples,
    distinct,
    largest: none,
    characters: new Float64Array(2),
    tokens: new Float64Array(2),
    errors: none,
    warnings: none,
    models: ['tea-1', undefined],
    temperatures: Float64Array.of(0.7, Number.NaN),
  };
  expect(summaryWords(summaries, 0)).toBe('8 samples · 5 distinct · tea-1 · temperature 0.7');
  expect(summaryWords(summaries, 1)).toBe('1 sample');
  expect(filteredWords(2, 1200)).toBe('2 of 1,200');
});

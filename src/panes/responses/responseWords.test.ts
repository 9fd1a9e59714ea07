import { expect, it } from 'vitest';
import { newDocument, type OpenDocument } from '../../state/documents.ts';
import { filteredWords, named, responseWords, stateWord } from './responseWords.ts';

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

it('leaves the responses whose name holds the text of the filter', () => {
  const documents = ['Teas.json', 'stones.json', 'more teas'].map((name) => ({ name }));
  expect(named(documents, 'tea').map(({ name }) => name)).toEqual(['Teas.json', 'more teas']);
  expect(named(documents, '')).toBe(documents);
  expect(filteredWords(2, 1200)).toBe('2 of 1,200');
});

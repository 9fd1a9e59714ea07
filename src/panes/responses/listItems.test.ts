import { expect, test } from 'vitest';
import { newDocument } from '../../state/documents.ts';
import { itemKey, itemName, listItems, toggled } from './listItems.ts';

const teas = newDocument('a', 'Teas.json');
const lines = { ...newDocument('b', 'calls.jsonl'), responses: { names: ['line 1', 'line 2'] } };

test('the responses of the document on screen follow it', () => {
  const names = (activeId: string, text = '') => listItems([teas, lines], activeId, text).map(itemName);
  expect(names('a')).toEqual(['Teas.json', 'calls.jsonl']);
  expect(names('b')).toEqual(['Teas.json', 'calls.jsonl', 'line 1', 'line 2']);
  expect(listItems([lines], 'b', '').map(itemKey)).toEqual(['b', 'b 0', 'b 1']);
});

test('a filter leaves names that hold its text, and the document of a response that is left', () => {
  const names = (text: string) => listItems([teas, lines], 'b', text).map(itemName);
  expect(names('LINE 2')).toEqual(['calls.jsonl', 'line 2']);
  expect(names('tea')).toEqual(['Teas.json']);
  expect(names('nothing')).toEqual([]);
});

test('a response is chosen beside others, and let go of', () => {
  expect(toggled(undefined, 3)).toEqual([3]);
  expect(toggled([3], 1)).toEqual([1, 3]);
  expect(toggled([1, 3], 1)).toEqual([3]);
  expect(toggled([3], 3)).toBeUndefined();
});

test('responses stand in the order of a person, and documents that stand in another one are folded', () => {
  const names = (options: object) => listItems([teas, lines], 'b', '', options).map(itemName);
  expect(names({ order: [1] })).toEqual(['Teas.json', 'calls.jsonl', 'line 2']);
  expect(names({ order: [1, 0], folded: new Set(['a', 'b']) })).toEqual(['calls.jsonl', 'line 2', 'line 1']);
});

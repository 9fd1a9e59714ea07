import { expect, test } from 'vitest';
import { fromDifference, sharedStart } from './cellTexts.ts';

test('of texts with one long beginning what they differ in is shown', () => {
  const names = ['POST api.example.com/chat 1', 'POST api.example.com/chat 2'];
  const shared = sharedStart(names);
  expect(shared).toBe(26);
  expect(names.map((name) => fromDifference(name, shared))).toEqual(['…chat 1', '…chat 2']);
});

test('a short beginning stays, one text has none, and no character is halved', () => {
  expect(fromDifference('line 12', sharedStart(['line 12', 'line 13']))).toBe('line 12');
  expect(sharedStart(['alone'])).toBe(0);
  const teas = ['onelongwordofteas🍵abcd1', 'onelongwordofteas🍵abcd2'];
  expect(fromDifference(teas[0] ?? '', sharedStart(teas))).toBe('…abcd1');
  // The middle of a long value is left out already.
  const long = ['a long beginning … of tea', 'a long beginning … of town'];
  expect(fromDifference(long[0] ?? '', sharedStart(long))).toBe('… of tea');
});

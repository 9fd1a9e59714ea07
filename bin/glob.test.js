// What a pattern means, name by name.
import { expect, it } from 'vitest';
import { isPattern, matchesName, splitPattern } from './glob.js';

it('tells patterns from paths', () => {
  expect(['*.json', 'a?', 'runs/**/x', '[ab].json'].map(isPattern)).toEqual([true, true, true, true]);
  expect(['a.json', 'runs/', '[]', 'a[b', '{a,b}'].map(isPattern)).toEqual([false, false, false, false, false]);
});

it('starts from the last folder before a sign', () => {
  expect(splitPattern('runs/a/*.json')).toEqual({ base: 'runs/a', segments: ['*.json'] });
  expect(splitPattern('*.json')).toEqual({ base: '', segments: ['*.json'] });
  expect(splitPattern('/*/a.json')).toEqual({ base: '/', segments: ['*', 'a.json'] });
  expect(splitPattern('runs/**/*.json')).toEqual({ base: 'runs', segments: ['**', '*.json'] });
});

it.each([
  ['*.json', 'a.json', true],
  ['*.json', 'a.jsonl', false],
  ['*.json', '.a.json', false],
  ['.*.json', '.a.json', true],
  ['t?.json', 't1.json', true],
  ['t?.json', 't.json', false],
  ['t[01].json', 't1.json', true],
  ['t[!01].json', 't1.json', false],
  ['t[0-9].json', 't7.json', true],
  ['t[9-0].json', 't7.json', false],
  ['a.b', 'axb', false],
  ['a(1)+.json', 'a(1)+.json', true],
  ['?.json', '😀.json', true],
])('%s and %s: %s', (pattern, name, matches) => {
  expect(matchesName(pattern, name)).toBe(matches);
});

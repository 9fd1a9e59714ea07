import { expect, test } from 'vitest';
import { ownNames } from './ownNames.ts';

test('names that repeat are numbered, without taking a name that another one has', () => {
  expect(ownNames(['POST chat', 'POST chat', 'POST chat 2', 'GET', 'POST chat'])).toEqual([
    'POST chat',
    'POST chat 3',
    'POST chat 2',
    'GET',
    'POST chat 4',
  ]);
  const own = ['a', 'b'];
  expect(ownNames(own)).toBe(own);
});

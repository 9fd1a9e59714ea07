import { expect, test } from 'vitest';
import { shortName } from './shortName.ts';

test('a name is itself up to a length, and its start with its length beyond', () => {
  expect(shortName('gpt-4')).toBe('gpt-4');
  expect(shortName('x'.repeat(120))).toBe('x'.repeat(120));
  expect(shortName('x'.repeat(5_000_000))).toBe(`${'x'.repeat(120)}… (5,000,000 code units)`);
  expect(shortName('a🙂🙂', 4)).toBe('a🙂… (5 code units)');
  expect(shortName('x'.repeat(400), 120, true)).toBe(`${'x'.repeat(120)}… (more than 400 code units)`);
});

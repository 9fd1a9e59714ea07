import { expect, test } from 'vitest';
import { compareSoon } from './compareSoon.ts';

test('short texts are compared exactly, long ones by estimates that say so', () => {
  const short = ['the lamp is on', 'the lamp is off', 'nothing else'];
  expect(compareSoon(short)).toMatchObject({ isApproximate: false, sampleCount: 3 });
  const long = short.map((text) => `${text} `.repeat(100_000));
  expect(compareSoon(long)).toMatchObject({ isApproximate: true, sampleCount: 3 });
});

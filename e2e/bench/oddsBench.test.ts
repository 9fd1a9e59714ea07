import { expect, test } from 'vitest';
import { forkOdds } from '../../src/analysis/probability/forkOdds.ts';
import { oddsInput, plantedOfBench, tokensOf } from './oddsBench.ts';

test('the bench of odds has the size that it says, and finds odds at every fork', () => {
  const planted = plantedOfBench(1);
  const all = tokensOf(planted);
  const counts = all.map(({ tokens }) => tokens.tokens.length);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThan(500);
  expect(all.every(({ tokens }) => tokens.tokens.every(({ alternatives }) => alternatives.length >= 20))).toBe(true);
  const found = forkOdds(oddsInput(planted, all));
  expect(found).toHaveLength(20);
  expect(found.every(({ used }) => used === 8)).toBe(true);
});

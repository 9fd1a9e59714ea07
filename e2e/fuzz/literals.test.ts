import { expect, test } from 'vitest';
import { runDamagedLiterals, runLiteralLaws } from './literalLaws.ts';

test('what is printed is read as it was, and each pointer is exactly its characters', async () => {
  await expect(runLiteralLaws({ runs: 1000, seed: 20_261_127 })).resolves.toBeUndefined();
});

test('damaged texts are opened, or refused with a place, and nothing is lost without a word', async () => {
  const { opened, refused } = await runDamagedLiterals({ runs: 2000, seed: 1 });
  expect(opened).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

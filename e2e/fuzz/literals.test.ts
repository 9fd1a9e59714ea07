import { expect, test } from 'vitest';
import { runLiteralLaws } from './literalLaws.ts';

test('what is printed is read as it was, and each pointer is exactly its characters', async () => {
  await expect(runLiteralLaws({ runs: 1000, seed: 20_261_127 })).resolves.toBeUndefined();
});

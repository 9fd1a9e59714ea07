import { expect, test } from 'vitest';
import { runDamagedForms } from './formDamage.ts';

test('thousands of damaged samples of all forms are opened or refused', async () => {
  const { opened, refused } = await runDamagedForms({ runs: 2000, seed: 1 });
  expect(opened).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(100);
}, 120_000);

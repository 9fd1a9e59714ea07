import { expect, test } from 'vitest';
import { runDamagedWrappers } from './wrapperDamage.ts';

test('2,000 damaged texts are read, refused or left, and no place lies outside of what was brought', async () => {
  const { outcomes } = await runDamagedWrappers({ runs: 2000, seed: 20261127 });
  expect([...outcomes.keys()].sort()).toEqual(['broken', 'left', 'read', 'refused']);
}, 60_000);

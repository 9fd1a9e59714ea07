import { expect, test } from 'vitest';
import { outcomeLines, runDamagedForms } from './formDamage.ts';

test('thousands of damaged texts over all forms are opened or refused, each form among them', async () => {
  const outcomes = await runDamagedForms({ runs: 3000, seed: 20261127 });
  expect(outcomes.size).toBeGreaterThan(50);
  for (const [form, { runs, opened, placed, whole }] of outcomes) {
    expect(runs, form).toBeGreaterThan(20);
    expect(opened + placed + whole, form).toBe(runs);
  }
  const all = [...outcomes.values()];
  for (const outcome of ['opened', 'placed', 'whole'] as const)
    expect(
      all.reduce((sum, one) => sum + one[outcome], 0),
      outcome,
    ).toBeGreaterThan(100);
  expect(outcomeLines(outcomes)).toHaveLength(outcomes.size + 1);
}, 240_000);

import { expect, test } from 'vitest';
import { runJsonLaws } from './laws.ts';

// One hundredth of `npm run fuzz`; the seed is fixed so that a failure here is never chance.
test('the laws of bytes and positions hold on generated and damaged documents', () => {
  expect(() => runJsonLaws({ runs: 100, seed: 20_240_601 })).not.toThrow();
});

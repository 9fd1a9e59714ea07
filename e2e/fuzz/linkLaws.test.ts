// A few of the worlds that `npm run fuzz` links.
import { expect, test } from 'vitest';
import { runLinkLaws } from './linkLaws.ts';

test('linking over columns says what the reference says', () => {
  expect(() => runLinkLaws({ runs: 500, seed: 1 })).not.toThrow();
});

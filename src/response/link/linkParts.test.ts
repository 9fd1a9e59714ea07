// Several responses in one document: each is linked as it is by itself.

import { test } from 'vitest';
import { runPartLaws } from '../../../e2e/fuzz/linkLaws.ts';

test('in random worlds one after the other, none is linked with another', () => {
  runPartLaws({ runs: 400, seed: 7 });
});

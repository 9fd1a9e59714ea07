import { expect, test } from 'vitest';
import { distinctFigures, manyAnswers } from './distinctBench.ts';

test('the answers that are timed fall into the groups and families that they were made of', { timeout: 60_000 }, () => {
  const answers = manyAnswers(1, 500, 400);
  expect(distinctFigures(answers)).toMatchObject({ groups: 400, clusters: 50 });
});

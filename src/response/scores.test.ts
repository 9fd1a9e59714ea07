import { expect, test } from 'vitest';
import { completionResponse } from '../../e2e/fixtures/build.ts';
import { valueCursor } from '../json/cursor.ts';
import { pointerOf, rootPointer } from '../json/pointer.ts';
import { parseScorePath, scorePlace } from './scorePath.ts';
import { readScore, scoreFields } from './scores.ts';

const generation = { id: 'a', index: 0, output: 'x', inputs: { score: 1 }, finish_reason: 'stop' };

test('verdicts stand in generations and beside them, those with a telling name first', () => {
  const root = {
    metadata: { passed: [true, false], tags: ['a', 'b'], seed: 4, ranks: [1, 2, 3] },
    data: [
      { ...generation, length: 4, evaluation: { correct: true, comment: 'long words that are no verdict at all' } },
      { ...generation, rating: 'good' },
    ],
    provider_responses: [],
    usage: { score: [1, 2] },
    grades: [3, 4],
  };
  expect(scoreFields(valueCursor(root, rootPointer))).toEqual([
    { path: '/data/*/evaluation/correct', kind: 'boolean' },
    { path: '/metadata/passed/*', kind: 'boolean' },
    { path: '/data/*/rating', kind: 'word' },
    { path: '/grades/*', kind: 'number' },
    { path: '/data/*/length', kind: 'number' },
  ]);
});

test('a response as the platform writes it has none', () => {
  expect(scoreFields(valueCursor(completionResponse({ samples: ['a', 'b'] }), rootPointer))).toEqual([]);
});

test('a path names the place of each generation', () => {
  const path = parseScorePath('/data/*/passed');
  expect(path && scorePlace(path, 3)).toBe('/data/3/passed');
  expect(parseScorePath('/data/passed')).toBeUndefined();
  expect(parseScorePath('data/*')).toBeUndefined();
  expect([true, 0.5, 'good', null, [1]].map((value) => readScore(valueCursor(value, pointerOf('a'))))).toEqual([
    true,
    0.5,
    'good',
    null,
    null,
  ]);
});

// Which samples pass, by what a person chose to go by: stars, or a field of the response. Pure; knows values, not where they were read.

import type { ScoreField, ScoreValue } from '../../response/scores.ts';
import type { PassedBy } from './passedBy.ts';

/** What is gone by until a person chooses: the first field that says it, else stars where any are given. */
export function likelyPassedBy(fields: readonly ScoreField[], hasStars: boolean): PassedBy {
  const [first] = fields;
  if (hasStars || first === undefined) return { kind: hasStars ? 'stars' : 'nothing' };
  return { kind: 'field', path: first.path };
}

const passing = new Set([
  'pass',
  'passed',
  'true',
  'correct',
  'good',
  'yes',
  'success',
  'successful',
  'accepted',
  'up',
  'positive',
  'like',
]);
const failing = new Set([
  'fail',
  'failed',
  'false',
  'incorrect',
  'wrong',
  'bad',
  'no',
  'failure',
  'rejected',
  'down',
  'negative',
  'dislike',
]);

/** Numbers between 0 and 1 pass from one half, others from the middle between the least and the largest. A guess. */
export function likelyFrom(values: readonly ScoreValue[]): number | undefined {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return undefined;
  const least = numbers.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  return least >= 0 && most <= 1 ? 0.5 : (least + most) / 2;
}

/** Whether a value passes; undefined where it does not say. */
export function verdictOf(value: ScoreValue, from: number | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return from === undefined ? undefined : value >= from;
  const word = value?.trim().toLowerCase() ?? '';
  return passing.has(word) ? true : failing.has(word) ? false : undefined;
}

import { expect, test } from 'vitest';
import { completion, type Row, read } from '../../../e2e/fixtures/testTokens.ts';
import { seededRandom } from '../../../e2e/seededRandom.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Sampling, SamplingName } from '../../response/sampling.ts';
import { tokenIndexOf } from '../../response/tokens/tokenIndex.ts';
import { type ReliabilitySample, reliability } from './reliability.ts';
import { samplingVerdict } from './samplingVerdict.ts';

const words = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Samples of a model whose next word depends on the last one; lists hold its own probabilities, whatever the temperature they are drawn at. */
function drawn(seed: number, temperature: number, count = 40): readonly ReliabilitySample[] {
  const random = seededRandom(seed);
  const model = [...words, ''].map(() => {
    const weights = words.map(() => random() ** 3 + 0.001);
    const sum = weights.reduce((all, one) => all + one, 0);
    return weights.map((weight) => weight / sum);
  });
  return Array.from({ length: count }, () => {
    const rows: Row[] = [];
    let last = words.length;
    for (let at = 0; at < 5; at++) {
      const given = model[last] ?? [];
      const heated = given.map((one) => one ** (1 / temperature));
      let rest = random() * heated.reduce((all, one) => all + one, 0);
      let next = 0;
      while (next < words.length - 1 && rest >= (heated[next] ?? 0)) rest -= heated[next++] ?? 0;
      const list = Object.fromEntries(words.map((word, way) => [` ${word}`, Math.log(given[way] ?? 0)]));
      rows.push([` ${words[next]}`, Math.log(given[next] ?? 0), list]);
      last = next;
    }
    const text = rows.map(([token]) => token).join('');
    return { index: tokenIndexOf(read(completion(text, rows)), text), promptKey: '' };
  });
}

function covered(temperature: number): number {
  let inside = 0;
  let all = 0;
  for (let seed = 1; seed <= 60; seed++) {
    for (const { interval, expected } of reliability(drawn(seed, temperature)).bins) {
      all++;
      if (interval.from <= expected && expected <= interval.to) inside++;
    }
  }
  return inside / all;
}

test('a sampler at temperature 1 lies within its 95 % intervals, one at 0.5 does not', () => {
  expect(covered(1)).toBeGreaterThanOrEqual(0.94);
  expect(covered(0.5)).toBeLessThan(0.75);
});

const said = (...facts: readonly (readonly [SamplingName, number])[]): Sampling => ({
  facts: facts.map(([name, value]) => ({
    name,
    value,
    lexeme: String(value),
    pointer: pointerOf('provider_request', name),
  })),
  places: [],
});

test('what was not drawn from the listed probabilities is refused, with what changed them', () => {
  expect(samplingVerdict(said(['temperature', 0.5]))).toMatchObject({
    kind: 'altered',
    by: [{ name: 'temperature', value: 0.5 }],
  });
  expect(samplingVerdict(said(['temperature', 1], ['top_p', 0.9], ['top_k', 40]))).toMatchObject({
    kind: 'altered',
    by: [{ name: 'top_p' }, { name: 'top_k' }],
  });
  for (const [name, value] of [
    ['min_p', 0.05],
    ['frequency_penalty', 0.1],
    ['presence_penalty', -0.1],
    ['repetition_penalty', 1.1],
    ['logit_bias', 1],
    ['mirostat', 2],
    ['typical_p', 0.9],
    ['best_of', 9],
  ] as const) {
    expect(samplingVerdict(said(['temperature', 1], [name, value]), 8).kind, name).toBe('altered');
  }
  const neutral = said(
    ['temperature', 1],
    ['top_p', 1],
    ['top_k', -1],
    ['min_p', 0],
    ['repetition_penalty', 1],
    ['best_of', 8],
  );
  expect(samplingVerdict(neutral, 8)).toEqual({ kind: 'plain' });
  expect(samplingVerdict(said(['top_p', 1]))).toEqual({ kind: 'unknown' });
});

test('only what every list at a place holds is tried, by samples of one prompt; where a text ends nothing is', () => {
  const sampleOf = (tokens: readonly Row[], promptKey = ''): ReliabilitySample => {
    const text = tokens.map(([token]) => token).join('');
    return { index: tokenIndexOf(read(completion(text, tokens)), text), promptKey };
  };
  const log = Math.log;
  const list = { a: log(0.65), b: log(0.32) };
  // The second has its own token in the list only because it was chosen.
  const found = reliability([
    sampleOf([
      ['a', log(0.65), list],
      [' x', 0, { ' x': 0 }],
    ]),
    sampleOf([['c', log(0.05), { ...list, c: log(0.05) }]]),
    sampleOf([['b', log(0.32), list]], 'another prompt'),
  ]);
  expect(found.bins.map(({ from, trials, came, expected }) => [from, trials, came, expected.toFixed(2)])).toEqual([
    [0.3, 2, 0, '0.32'],
    [0.6, 2, 1, '0.65'],
  ]);
  expect(found).toMatchObject({ places: 1, leftOut: 0, samples: 3 });
  // After "a" one ends and two go on.
  const rest: Row = [' x', log(0.5), { ' x': log(0.5), ' y': log(0.4) }];
  const first: Row = ['a', log(0.65), list];
  expect(reliability([sampleOf([first]), sampleOf([first, rest]), sampleOf([first, rest])])).toMatchObject({
    places: 1,
    leftOut: 1,
  });
});

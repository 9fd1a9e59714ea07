import { expect, test } from 'vitest';
import { type Planted, plantedForks, plantedResponse } from '../../../e2e/fixtures/plantedOdds.ts';
import { valueCursor } from '../../json/cursor.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { readProvider } from '../../response/provider/read.ts';
import { readTokens } from '../../response/tokens/readTokens.ts';
import { type TokenIndex, tokenIndexOf } from '../../response/tokens/tokenIndex.ts';
import { forkOdds, oneFork } from './forkOdds.ts';
import type { OddsFork } from './forkWays.ts';
import type { OddsSample } from './oddsShapes.ts';

function indexes(body: JsonValue): readonly TokenIndex[] {
  return readProvider(valueCursor(body, pointerOf('provider_responses', 0))).reading.choices.map((choice) => {
    const tokens = readTokens(choice, { prompts: [] });
    if (tokens === undefined) throw new Error('No tokens');
    return tokenIndexOf(tokens, choice.text ?? '');
  });
}

function inputOf(planted: Planted, listed = 20) {
  const { samples, forks } = planted;
  const [body] = plantedResponse(planted, listed).provider_responses as readonly JsonValue[];
  const found = indexes(body ?? null);
  return {
    texts: samples.map(({ text }) => ({ text, length: text.length, ends: true })),
    counts: samples.map(() => 1),
    samples: samples.map(
      ({ text }, sample): OddsSample => ({
        sample,
        text: sample,
        index: found[sample] as TokenIndex,
        place: { from: 0, to: text.length, byte: 0 },
      }),
    ),
    forks: forks.map(
      ({ ways }, fork): OddsFork => ({
        from: samples.map(({ starts }) => starts[fork] ?? 0),
        to: samples.map((one) => (one.starts[fork] ?? 0) + (ways[one.ways[fork] ?? 0]?.text.length ?? 0)),
        wayOf: samples.map((one) => one.ways[fork] ?? 0),
      }),
    ),
  };
}

test.each([1, 2])(
  'planted forks, 8 samples of 500 tokens cut in four ways: every way has its true odds in every list (seed %i)',
  (seed) => {
    const planted = plantedForks({ seed, samples: 8, forks: 20, between: 12, cuts: [0, 1, 2, 3] });
    const input = inputOf(planted);
    let exact = 0;
    let all = 0;
    input.forks.forEach((fork, at) => {
      const { ways } = planted.forks[at] as Planted['forks'][number];
      const { samples } = oneFork(input, fork);
      expect(samples).toHaveLength(8);
      for (const one of samples) {
        ways.forEach(({ probability }, way) => {
          const odds = one.odds[way] as number;
          const what = `fork ${at} sample ${one.sample} way ${way} of ${JSON.stringify(ways)}`;
          expect(odds, what).toBeLessThan(probability + 1e-9);
          expect(odds + one.undecided, what).toBeGreaterThan(probability - 1e-9);
          all++;
          if (Math.abs(odds - probability) < 1e-9) exact++;
        });
      }
    });
    expect(exact / all).toBeGreaterThan(0.9);
  },
);

test('what nobody said is there with its odds, and the mass that a short list leaves out is not', () => {
  const planted = plantedForks({ seed: 9, samples: 8, forks: 6, between: 6, cuts: [0], untaken: 0.1 });
  const whole = forkOdds(inputOf(planted));
  const short = forkOdds(inputOf(planted, 2));
  whole.forEach((one, at) => {
    const ways = planted.forks[at]?.ways ?? [];
    const untaken = ways.at(-1);
    expect(one.unsaid.map(({ text, expected }) => [text, expected.toFixed(6)])).toEqual([
      [untaken?.text.split(' ').slice(0, 2).join(' '), '0.100000'],
    ]);
    expect(one.listed).toBeCloseTo(1, 9);
    const [first, second] = ways.map(({ probability }) => probability).sort((a, b) => b - a);
    const listed = short[at]?.listed ?? 0;
    // The sample's own token counts where it is none of the two.
    expect(listed).toBeGreaterThan((first ?? 0) + (second ?? 0) - 1e-9);
    expect(listed).toBeLessThan(1);
    expect(one.surprise).toBeGreaterThan(0.1 - 1e-9);
  });
});

test('all cut alike: exact for every way, also where ways begin alike', () => {
  for (const cut of [0, 1, 2, 3]) {
    const planted = plantedForks({ seed: 40 + cut, samples: 8, forks: 12, between: 6, cuts: [cut] });
    const found = forkOdds(inputOf(planted));
    found.forEach((one, at) => {
      planted.forks[at]?.ways.forEach(({ probability, text }, way) => {
        const what = `cut ${cut} fork ${at} ${text} of ${JSON.stringify(planted.forks[at])}`;
        expect(one.expected[way] as number, what).toBeLessThan(probability + 1e-9);
        expect((one.expected[way] as number) + one.undecided, what).toBeGreaterThan(probability - 1e-9);
        if (cut === 0) expect(one.expected[way], what).toBeCloseTo(probability, 9);
      });
    });
  }
});

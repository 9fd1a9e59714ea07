// What holds of the consensus of any texts, and where planted forks are found.

import { describe, expect, test } from 'vitest';
import { type PlantedSamples, plantForks } from '../../../e2e/fixtures/plantedForks.ts';
import { runConsensusLaws } from '../../../e2e/fuzz/consensusLaws.ts';
import { type Consensus, waysOf } from './consensus.ts';
import { consensusOf } from './consensusOf.ts';
import { weigh } from './follow.ts';

// One hundredth of `npm run fuzz`; the seed is fixed so that a failure here is never chance.
test('its laws hold for any texts', { timeout: 20_000 }, () => {
  expect(() => runConsensusLaws({ runs: 100, seed: 20_261_127 })).not.toThrow();
});

describe.each([
  { count: 8, seeds: [1, 2, 3, 4, 5, 6] },
  { count: 50, seeds: [1, 2, 3] },
])('twenty forks planted in $count samples of 500 words', ({ count, seeds }) => {
  test.each(seeds)('are all found where they are, and no others (seed %i)', (seed) => {
    const planted = plantForks({ count, words: 500, forkCount: 20, seed });
    const texts = planted.samples.map(({ text }) => text);
    const consensus = consensusOf(texts);
    expect(foundRanges(consensus, texts)).toEqual(plantedRanges(planted));
  });

  test.each(seeds)('are found to go together by choosing ways (seed %i)', (seed) => {
    const planted = plantForks({ count, words: 500, forkCount: 20, seed });
    const texts = planted.samples.map(({ text }) => text);
    const consensus = consensusOf(texts);
    const contested = planted.forks.flatMap((_, fork) => (isContested(planted, fork) ? [fork] : []));
    const pairs = planted.forks.flatMap(({ decidedBy }, fork) =>
      decidedBy === undefined || !isContested(planted, fork) ? [] : [[decidedBy, fork] as const],
    );
    expect(pairs.length).toBeGreaterThan(2);
    for (const [deciding, decided] of pairs) {
      const segment = consensus.forks[contested.indexOf(deciding)] as number;
      const other = consensus.forks[contested.indexOf(decided)] as number;
      for (const { number } of waysOf(consensus, segment, (sample) => texts[sample] as string)) {
        const { counts } = weigh(consensus, [{ segment, way: number }]);
        const left = counts
          .subarray(consensus.firstWay[other], consensus.firstWay[other + 1])
          .filter((going) => going > 0);
        expect(left.length).toBe(1);
      }
    }
  });
});

function isContested({ samples }: PlantedSamples, fork: number): boolean {
  return new Set(samples.map(({ ways }) => ways[fork])).size > 1;
}

/** By contested fork and sample: the words that are said there. */
function plantedRanges(planted: PlantedSamples): readonly (readonly string[])[] {
  return planted.forks.flatMap((_, fork) =>
    isContested(planted, fork)
      ? [planted.samples.map(({ text, ranges }) => placeIn(text, ...(ranges[fork] as readonly [number, number])))]
      : [],
  );
}

function foundRanges(consensus: Consensus, texts: readonly string[]): readonly (readonly string[])[] {
  return Array.from(consensus.forks, (segment) =>
    texts.map((text, sample) => {
      const { starts } = consensus.texts[consensus.textOf[sample] as number] as Consensus['texts'][number];
      return placeIn(text, starts[segment] as number, starts[segment + 1] as number);
    }),
  );
}

/** What is said in a range, with how many words stand before it: white space at its ends does not count. */
function placeIn(text: string, from: number, to: number): string {
  const before = text.slice(0, from).split(/\s+/).filter(Boolean).length;
  return `${before}: ${text.slice(from, to).trim()}`;
}

// What holds of the consensus of any texts, and where planted forks are found.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlantedSamples, plantForks } from '../../../e2e/fixtures/plantedForks.ts';
import { type Consensus, takesPart, wayOfText, waysOf } from './consensus.ts';
import { consensusOf } from './consensusOf.ts';
import { weigh } from './follow.ts';

const word = fc.constantFrom(
  'the',
  'cat',
  'sat',
  'on',
  'a',
  'mat',
  'rare',
  'lamp',
  ',',
  '.',
  '\n',
  '  ',
  '漢字',
  '👩‍👩‍👧',
  '\ud83d',
  'e\u0301',
);
const sentence = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const related = fc
  .tuple(sentence, fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 8 }))
  .map(([base, edits]) => [
    base,
    ...edits.map(([at, length, put]) => base.slice(0, at) + put + base.slice(at + length)),
    base,
  ]);
const someTexts = fc.oneof(
  related,
  fc.array(sentence, { maxLength: 7 }),
  fc.tuple(related, related).map((both) => both.flat()),
);

describe('of any texts', () => {
  test('each sample is one path through the segments, byte for byte', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const consensus = consensusOf(texts);
        texts.forEach((text, sample) => {
          const place = consensus.textOf[sample] as number;
          const path = Array.from({ length: consensus.segmentCount }, (_, segment) =>
            takesPart(consensus, segment, place)
              ? waysOf(consensus, segment, (one) => texts[one] as string)[wayOfText(consensus, segment, place)]?.text
              : '',
          );
          expect(path.join('')).toBe(text);
        });
      }),
    );
  });

  test('the counts of the ways of a segment are the samples that take part in it, the greatest first, and no two ways are equal', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const consensus = consensusOf(texts);
        for (let segment = 0; segment < consensus.segmentCount; segment++) {
          const ways = waysOf(consensus, segment, (sample) => texts[sample] as string);
          const part = consensus.texts.filter((_, text) => takesPart(consensus, segment, text));
          expect(ways.reduce((sum, { count }) => sum + count, 0)).toBe(
            part.reduce((sum, { samples }) => sum + samples.length, 0),
          );
          expect(ways.map(({ count }) => count)).toEqual(
            ways.map(({ count }) => count).sort((one, other) => other - one),
          );
          expect(new Set(ways.map(({ text }) => text)).size).toBe(ways.length);
          expect(consensus.forks.includes(segment)).toBe(ways.length > 1);
        }
      }),
    );
  });

  test('following ways gives exactly the samples that went them, and weighs the others anew', () => {
    fc.assert(
      fc.property(someTexts, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }), (texts, picks) => {
        const consensus = consensusOf(texts);
        const followed =
          consensus.forks.length === 0
            ? []
            : picks.map(([fork, way]) => {
                const segment = consensus.forks[fork % consensus.forks.length] as number;
                return { segment, way: way % waysOf(consensus, segment, () => '').length };
              });
        const { samples, counts } = weigh(consensus, followed);
        const expected = texts.flatMap((_, sample) => {
          const text = consensus.textOf[sample] as number;
          const went = followed.every(
            ({ segment, way }) => takesPart(consensus, segment, text) && wayOfText(consensus, segment, text) === way,
          );
          return went ? [sample] : [];
        });
        expect(samples).toEqual(expected);
        const inFirst = counts.subarray(0, consensus.firstWay[1] ?? 0);
        expect(inFirst.reduce((sum, count) => sum + count, 0)).toBe(consensus.segmentCount === 0 ? 0 : samples.length);
      }),
    );
  });

  test('the order of the samples does not matter to what is shared', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const strings = (consensus: Consensus, given: readonly string[]) =>
          Array.from({ length: consensus.segmentCount }, (_, segment) =>
            waysOf(consensus, segment, (sample) => given[sample] as string)
              .map(({ text }) => text)
              .sort(),
          );
        const turned = [...texts].reverse();
        expect(strings(consensusOf(turned), turned)).toEqual(strings(consensusOf(texts), texts));
      }),
    );
  });
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

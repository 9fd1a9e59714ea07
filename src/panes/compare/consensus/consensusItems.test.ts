import { expect, test } from 'vitest';
import { consensusOf } from '../../../analysis/consensus/consensusOf.ts';
import { weigh } from '../../../analysis/consensus/follow.ts';
import { consensusItems, type ForkItem, isNearlyShared } from './consensusItems.ts';

function forksOf(texts: readonly string[], followed: Parameters<typeof weigh>[1] = []): readonly ForkItem[] {
  const consensus = consensusOf(texts);
  const items = consensusItems(consensus, weigh(consensus, followed), followed, (sample) => texts[sample] ?? '');
  return items.filter((item) => item.kind === 'fork');
}

const say = (verb: string, end: string): string => `She ${verb} the long letter from her brother ${end} today`;

test('a fork that is followed has the one way that is followed, and the others are weighed by it', () => {
  const texts = [say('keeps', 'gladly'), say('burns', 'sadly'), say('keeps', 'gladly')];
  const [verb, end] = forksOf(texts, [{ segment: 1, way: 0 }]);
  expect(verb).toMatchObject({ isFollowed: true, of: 2, ways: [{ text: 'keeps', count: 2 }] });
  expect(end).toMatchObject({ isFollowed: false, of: 2, ways: [{ text: 'gladly', count: 2 }] });
});

test('what none of the samples that count says is not there', () => {
  const apart = 'Nothing of this kind was ever written here, nor will it be.';
  const texts = [say('keeps', 'gladly'), say('burns', 'sadly'), say('keeps', 'sadly'), apart];
  const forks = forksOf(texts, [{ segment: 0, way: 1 }]);
  expect(forks.map(({ ways }) => ways.map(({ text }) => text))).toEqual([[apart]]);
  expect(forks[0]?.isApart).toBe(true);
});

test('a fork is nearly shared where nine of ten samples and more go one way, and samples are ten or more', () => {
  const many = (other: number, all: number) =>
    forksOf(Array.from({ length: all }, (_, sample) => say(sample < other ? 'burns' : 'keeps', 'gladly'))).map(
      isNearlyShared,
    );
  expect(many(1, 10)).toEqual([true]);
  expect(many(2, 10)).toEqual([false]);
  expect(many(1, 9)).toEqual([false]);
});

test('in a text of many forks one is nearly shared where four of five samples go one way', () => {
  const [fork] = forksOf([...Array.from({ length: 7 }, () => say('keeps', 'gladly')), say('burns', 'gladly')]);
  expect(fork && [isNearlyShared(fork, 24), isNearlyShared(fork, 25)]).toEqual([false, true]);
});

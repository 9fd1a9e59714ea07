// What always holds of the consensus of any texts, as functions that throw at the first disagreement; run short by the tests and long by
// `npm run fuzz`.

import fc from 'fast-check';
import { type Consensus, takesPart, wayOfText, waysOf } from '../../src/analysis/consensus/consensus.ts';
import { consensusOf } from '../../src/analysis/consensus/consensusOf.ts';
import { weigh } from '../../src/analysis/consensus/follow.ts';
import { relatedTexts, sentence } from './lawTexts.ts';

/** One text at least is said twice. */
const related = relatedTexts.map((texts) => [...texts, ...texts.slice(0, 1)]);
const someTexts = fc.oneof(
  related,
  fc.array(sentence, { maxLength: 7 }),
  fc.tuple(related, related).map((both) => both.flat()),
);

const somePicks = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 });

/** Checks the laws on `runs` lists of texts each; throws with the smallest list that breaks one. */
export function runConsensusLaws(options: { readonly runs: number; readonly seed: number }): void {
  const settings = { numRuns: options.runs, seed: options.seed, includeErrorInReport: true };
  fc.assert(fc.property(someTexts, checkPaths), settings);
  fc.assert(fc.property(someTexts, checkCounts), settings);
  fc.assert(fc.property(someTexts, somePicks, checkFollowing), settings);
  fc.assert(fc.property(someTexts, checkOrder), settings);
}

function demand(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

/** Each sample is one path through the segments, byte for byte. */
function checkPaths(texts: readonly string[]): void {
  const consensus = consensusOf(texts);
  texts.forEach((text, sample) => {
    const place = consensus.textOf[sample] as number;
    const path = Array.from({ length: consensus.segmentCount }, (_, segment) =>
      takesPart(consensus, segment, place)
        ? waysOf(consensus, segment, (one) => texts[one] as string)[wayOfText(consensus, segment, place)]?.text
        : '',
    );
    demand(path.join('') === text, `Sample ${sample} is not its path.`);
  });
}

/** The counts of the ways of a segment add up to the samples that take part in it; the greatest come first, and no two ways are equal. */
function checkCounts(texts: readonly string[]): void {
  const consensus = consensusOf(texts);
  for (let segment = 0; segment < consensus.segmentCount; segment++) {
    const ways = waysOf(consensus, segment, (sample) => texts[sample] as string);
    const part = consensus.texts.filter((_, text) => takesPart(consensus, segment, text));
    const samples = part.reduce((sum, one) => sum + one.samples.length, 0);
    demand(ways.reduce((sum, { count }) => sum + count, 0) === samples, `Segment ${segment} does not add up.`);
    demand(
      ways.every(({ count }, way) => way === 0 || count <= (ways[way - 1]?.count ?? 0)),
      `Segment ${segment} is not in order.`,
    );
    demand(new Set(ways.map(({ text }) => text)).size === ways.length, `Segment ${segment} has a way twice.`);
    demand(consensus.forks.includes(segment) === ways.length > 1, `Segment ${segment} is listed wrongly.`);
  }
}

/** Following ways gives exactly the samples that went them. */
function checkFollowing(texts: readonly string[], picks: readonly (readonly [number, number])[]): void {
  const consensus = consensusOf(texts);
  if (consensus.forks.length === 0) return;
  const followed = picks.map(([fork, way]) => {
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
  demand(samples.join() === expected.join(), `Following ${JSON.stringify(followed)} gives ${samples.join()}.`);
  const first = counts.subarray(0, consensus.firstWay[1]).reduce((sum, count) => sum + count, 0);
  demand(first === samples.length, 'The first segment does not count the samples that are left.');
}

/** The order of the samples does not matter to what is shared. */
function checkOrder(texts: readonly string[]): void {
  const said = (given: readonly string[]): string => {
    const consensus: Consensus = consensusOf(given);
    return JSON.stringify(
      Array.from({ length: consensus.segmentCount }, (_, segment) =>
        waysOf(consensus, segment, (sample) => given[sample] as string)
          .map(({ text }) => text)
          .sort(),
      ),
    );
  };
  demand(said([...texts].reverse()) === said(texts), 'Another order gives other segments.');
}

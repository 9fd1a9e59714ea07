// Odds in words. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { type ForkOdds, isUsed } from '../../../analysis/probability/forkOdds.ts';
import type { OddsProblem, SampleOdds } from '../../../analysis/probability/oddsShapes.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { formatCount, formatPercent, listPhrase, plural } from '../../../words/numbers.ts';
import type { WithoutOdds } from './oddsSubject.ts';

/** `52 %`, `0.4 %`, `< 0.1 %`, `> 99 %`, `0 %`, `–` for what is not known. */
export function oddsPercent(probability: number): string {
  if (Number.isNaN(probability)) return '–';
  if (probability <= 0 || probability >= 1) return formatPercent(Math.max(0, Math.min(1, probability)));
  if (probability < 0.001) return '< 0.1 %';
  if (probability < 0.0095) return formatPercent(probability, 1);
  return probability >= 0.995 ? '> 99 %' : formatPercent(probability);
}

/** `said 50 %, expected 52 %` */
export function saidAndExpected(said: number, expected: number): string {
  return `said ${oddsPercent(said)}, expected ${oddsPercent(expected)}`;
}

/** `52 + 35 + 5 %`: what was expected of each way, in their order; of more than so many the first. */
export function expectedSum(expected: ArrayLike<number>, most = 4): string {
  const all = Array.from(expected).slice(0, most).map(oddsPercent);
  return `${all.join(' + ').replaceAll(' % +', ' +')}${expected.length > most ? ' + …' : ''}`;
}

const problems: Readonly<Record<OddsProblem, string>> = {
  outside: 'the linked choice does not hold this part of its text',
  noToken: 'no listed token reaches over this place',
  end: 'its text ends here, and the provider lists no token for the end',
  cut: 'its text was cut off before its way is told apart',
  noValue: 'its token has no usable log probability',
  belowTop: 'its token was not among the top, so that its probability is not given',
  prompt: 'its token belongs to the prompt',
  afterStop: 'its text ends here at a stop sequence',
  lost: 'the bytes of its token are lost',
};

export function problemWords(problem: OddsProblem): string {
  return problems[problem];
}

const withoutWords: Readonly<Record<WithoutOdds['problem'], string>> = {
  notListed: 'the linked choice lists no tokens',
  noText: 'the linked choice has tokens and no text',
  differs: 'what it says does not stand in the text of its linked choice',
  twice: 'what it says stands in the text of its linked choice more than once',
  otherText: 'the tokens are of its answer, which is not what is compared',
};

/** `not in its list (top 5 hold 97 %)` */
export function notListedWords({ listCount, listed }: Pick<SampleOdds, 'listCount' | 'listed'>): string {
  return listCount === 0 ? 'no list' : `not in its list (top ${formatCount(listCount)} hold ${oddsPercent(listed)})`;
}

export function rankWords({ ownRank, listCount }: Pick<SampleOdds, 'ownRank' | 'listCount'>): string {
  if (listCount === 0) return 'no alternatives listed';
  return ownRank === 0
    ? `not among its top ${formatCount(listCount)}`
    : `rank ${formatCount(ownRank)} of ${formatCount(listCount)}`;
}

/** What the means of a fork are over, and what they leave out: whole sentences. */
export function meanNotes(
  odds: ForkOdds,
  samples: readonly SampleOdds[],
  rows: SampleList,
  { without, leftOutCount }: { readonly without: readonly WithoutOdds[]; readonly leftOutCount: number },
): readonly string[] {
  const { used, taking, listed, undecided } = odds;
  const notes: string[] = [];
  if (used > 0) {
    notes.push(`The lists hold ${oddsPercent(listed)} of the mass.`);
    notes.push(
      used === taking
        ? `Expected: mean over the ${plural(used, 'sample’s own list', 'samples’ own lists')} at this place.`
        : `Expected: mean over the own lists of ${formatCount(used)} of the ${plural(taking, 'sample')} at this place.`,
    );
  }
  if (undecided >= 0.0005)
    notes.push(`${oddsPercent(undecided)} more begins several of these ways and is in none of their figures.`);
  const reasons = new Map<string, string[]>();
  const add = (reason: string, sample: number): void => {
    const row = rows.at(sample);
    if (row) reasons.set(reason, [...(reasons.get(reason) ?? []), generationName(row.label)]);
  };
  for (const one of samples) {
    if (isUsed(one)) continue;
    add(one.problem === undefined ? 'no alternatives are listed' : problemWords(one.problem), one.sample);
  }
  for (const { sample, problem } of without) add(withoutWords[problem], sample);
  for (const [reason, names] of reasons) notes.push(`Without ${listPhrase(names, 8)}: ${reason}.`);
  if (leftOutCount > 0) {
    notes.push(`The tokens of ${plural(leftOutCount, 'more sample')} are too many to be held at once.`);
  }
  return notes;
}

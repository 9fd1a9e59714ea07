// A vote in sentences and figures. Pure; knows no screen.

import type { Interval } from '../../../analysis/probability/wilson.ts';
import type { Vote } from '../../../analysis/vote/vote.ts';
import { formatCount, formatDecimal, formatPercent, listPhrase, plural } from '../../../words/numbers.ts';

const longestQuoted = 60;

/** An answer in a sentence: its beginning, on one line. */
export function quoted(answer: string): string {
  const line = answer.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > longestQuoted ? `${line.slice(0, longestQuoted)}…` : line}”`;
}

export function intervalWords({ from, to }: Interval): string {
  return `${formatPercent(from)} to ${formatPercent(to)}`;
}

/** The result in one sentence; `nameOf` gives an answer as it is shown. */
export function resultSentence(vote: Vote, nameOf: (answer: number) => string): string {
  const { answers, answered, sampleCount, first, margin, silent } = vote;
  const [most] = answers;
  if (most === undefined) return 'No sample gives an answer this way.';
  const rest = silent.length === 0 ? '' : ` ${plural(silent.length, 'sample')} without an answer.`;
  const who = silent.length === 0 ? plural(sampleCount, 'sample') : `${plural(answered, 'sample')} with an answer`;
  if (answers.length === 1) {
    return answered === 1
      ? `Only 1 of ${plural(sampleCount, 'sample')} gives an answer: ${quoted(nameOf(0))}.`
      : `All ${who} say ${quoted(nameOf(0))}.${rest}`;
  }
  const votes = formatCount(most.samples.length);
  if (first.length > 1) {
    if (most.samples.length === 1) {
      return answered === 2 ? `The ${who} disagree.${rest}` : `No two of ${who} agree.${rest}`;
    }
    const names = listPhrase(
      first.map((place) => quoted(nameOf(place))),
      3,
    );
    return `A tie: ${names} have ${votes} of ${who} each.${rest}`;
  }
  const next = answers.filter(({ samples }) => samples.length === most.samples.length - margin).length;
  const ahead = `${formatCount(margin)} ahead of ${next === 1 ? quoted(nameOf(1)) : plural(next, 'other')}`;
  return `${quoted(nameOf(0))} wins with ${votes} of ${who} (${formatPercent(most.share)}, 95 % interval ${intervalWords(vote.interval)}), ${ahead}.${rest}`;
}

/** Why the two votes must not be taken for one; undefined where they agree, and where only one can be taken. */
export function disagreementSentence(vote: Vote, nameOf: (answer: number) => string): string | undefined {
  const { weighted, first, answers } = vote;
  if (!weighted?.isDisagreement) return undefined;
  const [plain, heavy] = [first[0] ?? 0, weighted.first[0] ?? 0];
  const share = (place: number): string => formatPercent(answers[place]?.weightShare ?? 0);
  return (
    `The vote weighted by confidence gives another answer: ${quoted(nameOf(heavy))} has ${share(heavy)} of the weight, ` +
    `${quoted(nameOf(plain))} ${share(plain)}.`
  );
}

/** How many samples the weighted vote is of; undefined where all that give an answer have a weight. */
export function votersSentence({ weighted, answered }: Vote): string | undefined {
  if (weighted === undefined || weighted.voters === answered) return undefined;
  return `${formatCount(weighted.voters)} of ${plural(answered, 'sample')} with an answer have log probabilities and take part in the weighted vote.`;
}

export const weightFormula =
  'weight of a sample = exp(mean log probability of its tokens); an answer has the sum of its samples’';

export const entropyFormula =
  '−Σ p ln p, with p = samples of an answer ÷ samples with an answer; of equal answers, not of equal meaning';

/** `0.97 nats of at most 1.10`: the most is that of as many answers, all equally frequent. */
export function entropyWords({ entropy, answers }: Vote): string {
  const most = Math.log(Math.max(1, answers.length));
  return `${formatDecimal(entropy, 3)} nats${answers.length > 1 ? ` of at most ${formatDecimal(most, 3)} for ${plural(answers.length, 'answer')}` : ''}`;
}

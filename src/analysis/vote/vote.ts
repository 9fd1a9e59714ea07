// The vote of several samples: which answer most of them give, by how much, and whether the samples' own confidence says another. Pure; knows answers
// as keys, no texts and no screen.

import { type Interval, wilsonInterval } from '../probability/wilson.ts';

export interface Ballot {
  /** Equal ones are one answer; undefined where the sample gives none. */
  readonly answer: string | undefined;
  /** Mean log probability of the sample's tokens (natural logarithm); absent where it has none. */
  readonly meanLogprob?: number | undefined;
}

export interface VotedAnswer {
  readonly answer: string;
  /** Places of its samples among the ballots, rising. */
  readonly samples: readonly number[];
  /** Of the samples that give an answer. */
  readonly share: number;
  /** Sum of the weights of its samples, and its part of all; absent where no sample has a weight. */
  readonly weight?: number;
  readonly weightShare?: number;
}

export interface WeightedVote {
  /** Samples with an answer and a mean log probability. */
  readonly voters: number;
  /** Places in `answers` of those with the most weight: one, unless they tie. */
  readonly first: readonly number[];
  /** None of them is among those that most samples give. */
  readonly isDisagreement: boolean;
}

export interface Vote {
  readonly sampleCount: number;
  /** Samples that give an answer. */
  readonly answered: number;
  /** Places of the samples that give none, rising. */
  readonly silent: readonly number[];
  /** The most samples first, then in order of appearance. */
  readonly answers: readonly VotedAnswer[];
  /** Places in `answers` of those that most samples give: one, unless they tie; none where there is no answer. */
  readonly first: readonly number[];
  /** Samples that the first answer is ahead of the next one, 0 on a tie; all of its own where it is the only one. */
  readonly margin: number;
  /** Of the share of the first answer, 95 %. */
  readonly interval: Interval;
  /** Entropy of distinct answers, in nats; see `answerEntropy`. */
  readonly entropy: number;
  /** Absent where no sample with an answer has a mean log probability. */
  readonly weighted?: WeightedVote;
}

/**
 * Counts the ballots. Majority: the answer of most samples (self-consistency, arXiv 2203.11171), with the interval of its share among the
 * samples that give an answer (`wilsonInterval`). Weighted by confidence: the answer with the largest Σ exp(mean log probability) over its
 * samples (formats.md §10; DeepConf, arXiv 2508.15260, weighs by the confidence of a sample too).
 */
export function countVote(ballots: readonly Ballot[]): Vote {
  const bySample = new Map<string, number[]>();
  const silent: number[] = [];
  ballots.forEach(({ answer }, place) => {
    if (answer === undefined) silent.push(place);
    else if (!bySample.get(answer)?.push(place)) bySample.set(answer, [place]);
  });
  const answered = ballots.length - silent.length;
  const weights = [...bySample.values()].map((samples) =>
    weightOf(samples.map((place) => ballots[place]?.meanLogprob)),
  );
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const voters = weights.reduce((sum, one) => sum + one.voters, 0);
  const answers = [...bySample]
    .map(([answer, samples], at): VotedAnswer => {
      const weight = weights[at]?.weight ?? 0;
      return {
        answer,
        samples,
        share: samples.length / answered,
        ...(voters > 0 && { weight, weightShare: total === 0 ? 0 : weight / total }),
      };
    })
    .sort((one, other) => other.samples.length - one.samples.length);
  const counts = answers.map(({ samples }) => samples.length);
  const first = placesOfMost(counts);
  return {
    sampleCount: ballots.length,
    answered,
    silent,
    answers,
    first,
    margin: (counts[0] ?? 0) - (counts[1] ?? 0),
    interval: wilsonInterval(counts[0] ?? 0, answered),
    entropy: answerEntropy(counts),
    ...(voters > 0 && { weighted: weightedVote(answers, first, voters) }),
  };
}

function weightOf(means: readonly (number | undefined)[]): { readonly weight: number; readonly voters: number } {
  const known = means.filter((mean) => mean !== undefined);
  return { weight: known.reduce((sum, mean) => sum + Math.exp(mean), 0), voters: known.length };
}

function weightedVote(answers: readonly VotedAnswer[], first: readonly number[], voters: number): WeightedVote {
  const heaviest = placesOfMost(answers.map(({ weight }) => weight ?? 0));
  return { voters, first: heaviest, isDisagreement: !heaviest.some((place) => first.includes(place)) };
}

/** Sums of equal weights in another order differ in their last digits. */
const tolerance = 1e-12;

function placesOfMost(values: readonly number[]): readonly number[] {
  const most = values.reduce((highest, value) => Math.max(highest, value), 0);
  return most === 0 ? [] : [...values.keys()].filter((at) => (values[at] ?? 0) >= most * (1 - tolerance));
}

/**
 * Entropy of distinct answers: −Σ p(C) ln p(C) with p(C) = |C| / n over groups of equal answers (formats.md §10), in nats: 0 where all give
 * the same, ln k where k answers are given equally often. Groups are of equal answers, not of equal meaning.
 */
function answerEntropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)), 0);
}

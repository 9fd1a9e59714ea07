// The tab "Expected and observed" in words. Pure.

import type { Reliability, ReliabilityBin } from '../../../analysis/probability/reliability.ts';
import type { SamplingFact, SamplingName } from '../../../response/sampling.ts';
import { formatCount, formatPercent, listPhrase, plural } from '../../../words/numbers.ts';

const names: Readonly<Record<SamplingName, string>> = {
  temperature: 'temperature',
  top_p: 'top-p',
  top_k: 'top-k',
  min_p: 'min-p',
  typical_p: 'typical-p',
  frequency_penalty: 'a frequency penalty of',
  presence_penalty: 'a presence penalty of',
  repetition_penalty: 'a repetition penalty of',
  logit_bias: 'a bias on',
  mirostat: 'mirostat',
  best_of: 'the best of',
};

/** Why the figures would say nothing: one sentence. */
export function refusalWords(by: readonly SamplingFact[]): string {
  const asked = [...new Set(by.map(askedWords))];
  return `The request asked for ${listPhrase(asked, 4)}: tokens were not drawn from the listed probabilities alone, so that how often they came says nothing of these.`;
}

function askedWords({ name, value, lexeme }: SamplingFact): string {
  return name === 'logit_bias' ? `${names[name]} ${plural(value, 'token')}` : `${names[name]} ${lexeme}`;
}

/** That nothing says how tokens were drawn; the places that were looked at, so many, follow it. */
export function unknownWords(places: number): string {
  const said =
    'The response does not say at which temperature its tokens were drawn. If it was not 1, expected and observed part for that reason alone.';
  return places === 0 ? said : `${said} Looked for in`;
}

export function rangeWords({ from, to }: ReliabilityBin): string {
  return `${Math.round(from * 100)} to ${formatPercent(to)}`;
}

/** What was counted, and what was left out. */
export function foundWords({ bins, places, leftOut, samples }: Reliability, leftOutSamples: number): readonly string[] {
  const within = bins.filter(({ expected, interval }) => interval.from <= expected && expected <= interval.to).length;
  return [
    `In ${formatCount(within)} of ${plural(bins.length, 'group')} the mean of what was expected lies within the 95 % interval of what came.`,
    `Counted at ${plural(places, 'place')} that two or more of ${plural(samples, 'sample')} share, over the tokens that all their lists hold there.`,
    ...(leftOut > 0
      ? [`${plural(leftOut, 'place')} where a text may end ${leftOut === 1 ? 'is' : 'are'} left out.`]
      : []),
    ...(leftOutSamples > 0
      ? [`The tokens of ${plural(leftOutSamples, 'more sample')} are too many to be held at once.`]
      : []),
  ];
}

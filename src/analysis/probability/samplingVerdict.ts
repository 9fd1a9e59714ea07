// Whether tokens were drawn from the very probabilities that are listed, by what the response says of its request. Pure.

import type { Sampling, SamplingFact, SamplingName } from '../../response/sampling.ts';

/**
 * `plain`: temperature 1, nothing cut and nothing added. `unknown`: nothing that is said changes the draw, but no temperature is said. `altered`: what
 * changes it.
 */
export type SamplingVerdict =
  | { readonly kind: 'plain' | 'unknown' }
  | { readonly kind: 'altered'; readonly by: readonly SamplingFact[] };

/** Values with which a parameter changes nothing. */
const isNeutral: Readonly<Record<SamplingName, (value: number) => boolean>> = {
  temperature: (value) => value === 1,
  top_p: (value) => value >= 1,
  // 0 and -1 stand for "all".
  top_k: (value) => value <= 0,
  min_p: (value) => value <= 0,
  typical_p: (value) => value >= 1 || value === 0,
  frequency_penalty: (value) => value === 0,
  presence_penalty: (value) => value === 0,
  repetition_penalty: (value) => value === 1 || value === 0,
  logit_bias: (value) => value === 0,
  mirostat: (value) => value === 0,
  best_of: (value) => value <= 1,
};

/** `samples`: how many were asked for, with which as many candidates are nothing special. */
export function samplingVerdict({ facts }: Sampling, samples = 1): SamplingVerdict {
  const by = facts.filter(({ name, value }) => !(isNeutral[name](value) || (name === 'best_of' && value <= samples)));
  if (by.length > 0) return { kind: 'altered', by };
  return { kind: facts.some(({ name }) => name === 'temperature') ? 'plain' : 'unknown' };
}

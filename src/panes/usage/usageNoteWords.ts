// What the table of the token usage does not say by itself, in words: why sources differ, how the generations' tokens are known. Pure.

import type { UsageTable } from '../../analysis/usageTable.ts';
import type { UsageAgreement } from '../../response/rows.ts';
import type { UsageCause } from '../../response/usageComparison.ts';
import { formatCount, plural } from '../../words/numbers.ts';

const causeWords: { readonly [Cause in UsageCause]: string } = {
  'cache tokens': 'one side counts prompt tokens that were read from or written to a cache, the other does not',
  thoughts: 'one side counts reasoning as generation, the other does not',
  'tool prompts': 'the provider counts tool results that were sent as prompt apart',
  'thoughts and tool prompts': 'the provider counts reasoning, and tool results that were sent as prompt, apart',
  best_of: 'the provider also counts candidates that were discarded (best_of)',
  'several calls': 'the response counts only some of the calls, for example without a retry',
  'billed units': 'the response states billed units, the provider tokens',
};

/** `Cause: one side counts reasoning as generation, the other does not. It explains all of the difference.` */
export function causeSentence({
  causes,
  isExplained,
}: Pick<UsageAgreement, 'causes' | 'isExplained'>): string | undefined {
  if (causes === undefined || causes.length === 0) return undefined;
  const name = causes.length === 1 ? 'Known cause' : 'Known causes';
  const verb = causes.length === 1 ? 'It explains' : 'They explain';
  const all = isExplained ? 'all of the difference' : 'only a part of the difference';
  return `${name}: ${causes.map((cause) => causeWords[cause]).join('; ')}. ${verb} ${all}.`;
}

const sourceWords = {
  provider: '= exact, from the provider',
  listed: '† as listed with log probabilities',
  estimated: '≈ estimated',
} as const;

/** `= exact, from the provider: 3 generations; ≈ estimated: 2. The prompt is counted once.` The signs are those in the table. */
export function generationsSentence(rows: UsageTable): string | undefined {
  const counts = rows.sourceCounts();
  if (counts.size === 0) return undefined;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...counts]
    .map(
      ([source, count], at) => `${sourceWords[source]}: ${at === 0 ? plural(count, 'generation') : formatCount(count)}`,
    )
    .join('; ');
  return total > 1 ? `${parts}. The prompt is counted once.` : `${parts}.`;
}

/** What the verdict leaves out, one sentence each: why sources differ, how the counts of the generations are known. */
export function footnotesOf(agreement: UsageAgreement | undefined, rows: UsageTable): readonly string[] {
  return [agreement && causeSentence(agreement), generationsSentence(rows)].filter((one) => one !== undefined);
}

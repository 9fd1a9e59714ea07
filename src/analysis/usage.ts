// Says whether the token counts of all sources agree. Knows no wire names.

import type { Usage } from '../response/model.ts';
import type { UsageAgreement } from '../response/rows.ts';
import { tokenSources } from '../response/samples/sampleColumns.ts';
import type { SampleTable } from '../response/samples/sampleTable.ts';
import {
  type CountedResponses,
  compareUsage,
  sumOfAll,
  type UsageCause,
  usageFields,
} from '../response/usageComparison.ts';
import { formatCount, formatWritten, plural } from '../words/numbers.ts';

/** What is counted of generations. */
type CountedSamples = Pick<SampleTable, 'length' | 'tokenCount' | 'tokenSource'>;

/**
 * Whether the provider responses and the generations add up to the response's own usage. Prompts of several provider
 * responses may be added or counted once. A generation that lists fewer tokens than were counted is normal (end tokens,
 * reasoning); one that lists more is not. A difference with a known cause says it. `isBestOf`: more candidates were
 * asked for than are returned.
 */
export function usageAgreement(
  usage: Usage | undefined,
  providers: CountedResponses,
  generations: CountedSamples,
  isBestOf = false,
): UsageAgreement {
  if (usage === undefined) return { state: 'unknown', sentence: 'The response states no token counts.' };
  const difference: { prompt?: number; generation?: number; total?: number } = {};
  const sentences: string[] = [];
  const causes: UsageCause[] = [];
  let isExplained = true;
  const compared = usageFields.filter(
    (field) => usage[field] !== undefined && sumOfAll(providers, `usage.${field}`) !== undefined,
  ).length;
  for (const { field, own, sum, cause, isImplied } of compareUsage(usage, providers, isBestOf)) {
    difference[field] = sum - own.value;
    const who = providers.length === 1 ? 'The provider counts' : 'The providers count';
    const numbers = `${formatCount(sum)}, not ${formatWritten(own.lexeme)}${cause === undefined ? '' : `: ${cause}`}`;
    sentences.push(`${who} ${byHowMuch(sum - own.value, `${field} tokens`)} than the response (${numbers}).`);
    if (cause !== undefined && !causes.includes(cause)) causes.push(cause);
    isExplained &&= isImplied || cause !== undefined;
  }
  const listed = sumOf(generations);
  const own = usage.generation;
  const isAddedUp = listed !== undefined && own !== undefined && generations.length > 0;
  if (isAddedUp && (listed > own.value || (listed < own.value && isStated(generations)))) {
    difference.generation ??= listed - own.value;
    isExplained = false;
    sentences.push(
      `${plural(generations.length, 'generation')} ${generations.length === 1 ? 'adds' : 'add'} up to ${formatCount(listed)}, ${byHowMuch(listed - own.value, 'tokens')} than the ${formatWritten(own.lexeme)} of the response.`,
    );
  }
  if (sentences.length > 0) {
    const known = causes.length > 0 ? { causes, isExplained } : {};
    return { state: 'differs', sentence: sentences.join(' '), difference, ...known };
  }
  if (compared === 0 && !isAddedUp) return { state: 'unknown', sentence: 'No other source states token counts.' };
  const added = isAddedUp ? ` ${addsUp(generations.length, listed, own.value)}` : '';
  return { state: 'agrees', sentence: `All sources agree.${added}` };
}

/** What several responses state, each by itself: where one of them contradicts its providers, its checks say so. */
export function usageOfSeveral(usages: Iterable<Usage | undefined>): UsageAgreement {
  let count = 0;
  let stated = 0;
  const sums = { prompt: 0, generation: 0 };
  for (const usage of usages) {
    count++;
    if (usage === undefined) continue;
    stated++;
    for (const field of ['prompt', 'generation'] as const) sums[field] += usage[field]?.value ?? Number.NaN;
  }
  if (stated === 0)
    return { state: 'unknown', sentence: `None of the ${formatCount(count)} responses states token counts.` };
  const added = (['prompt', 'generation'] as const)
    .filter((field) => !Number.isNaN(sums[field]))
    .map((field) => plural(sums[field], `${field} token`));
  const together = added.length === 0 ? '' : `, together ${added.join(' and ')}`;
  const states = stated === 1 ? 'states' : 'state';
  return {
    state: 'unknown',
    sentence: `${formatCount(stated)} of ${formatCount(count)} responses ${states} token counts${together}.`,
  };
}

function addsUp(count: number, listed: number, counted: number): string {
  const verb = count === 1 ? 'adds' : 'add';
  if (listed === counted) return `${plural(count, 'generation')} ${verb} up to ${formatCount(listed)}.`;
  return `${plural(count, 'generation')} ${count === 1 ? 'lists' : 'list'} ${formatCount(listed)} of ${formatCount(counted)} tokens.`;
}

const estimated = tokenSources.indexOf('estimated');
const stated = tokenSources.indexOf('provider');

/** The sum of the tokens; undefined when those of one are missing or estimated, for an estimate is held against nothing, or there is none. */
function sumOf(generations: CountedSamples): number | undefined {
  if (generations.length === 0) return undefined;
  let sum = 0;
  for (let place = 0; place < generations.length; place++) {
    const source = generations.tokenSource(place);
    if (source < 0 || source === estimated) return undefined;
    sum += generations.tokenCount(place);
  }
  return sum;
}

/** Whether the provider itself states the tokens of every generation, so that they must add up. */
function isStated(generations: CountedSamples): boolean {
  for (let place = 0; place < generations.length; place++) if (generations.tokenSource(place) !== stated) return false;
  return true;
}

function byHowMuch(difference: number, what: string): string {
  return `${formatCount(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} ${what}`;
}

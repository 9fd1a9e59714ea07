// The response's own token counts beside the sums of the providers', and the known causes of a difference between them.
// Knows counts only.

import type { CountName, StatedCount } from './choices/choiceColumns.ts';
import type { Count, Usage } from './model.ts';

export type UsageField = 'prompt' | 'generation' | 'total';
export const usageFields: readonly UsageField[] = ['prompt', 'generation', 'total'];

/** What is counted of provider responses, read by number. */
export interface CountedResponses {
  readonly length: number;
  /** NaN where it is not stated. */
  count(at: number, column: StatedCount): number;
  /** Whether any of them states it. */
  hasCount(column: StatedCount): boolean;
  /** None of its choices is in `data`. */
  isLeftOver(at: number): boolean;
  /** Tokens of the answers that its choices list; undefined where one lists none. */
  listed?(at: number): number | undefined;
}

export type UsageCause =
  | 'cache tokens'
  | 'thoughts'
  | 'tool prompts'
  | 'thoughts and tool prompts'
  | 'best_of'
  | 'several calls'
  | 'billed units';

export interface UsageDifference {
  readonly field: UsageField;
  readonly own: Count;
  /** Sum over the provider responses. */
  readonly sum: number;
  readonly cause?: UsageCause;
  /** A total that differs by just as much as its parts do. */
  readonly isImplied: boolean;
}

/**
 * The fields in which the response and the sum of the providers differ. Prompts of several provider responses may have
 * been added or counted once: either is no difference. `isBestOf`: more candidates were asked for than are returned.
 */
export function compareUsage(
  own: Usage | undefined,
  responses: CountedResponses,
  isBestOf = false,
): readonly UsageDifference[] {
  const differences: UsageDifference[] = [];
  const byField = new Map<UsageField, number>();
  for (const field of usageFields) {
    const count = own?.[field];
    const sum = count && sumOfAll(responses, `usage.${field}`);
    if (count === undefined || sum === undefined) continue;
    byField.set(field, sum - count.value);
    if (sum === count.value || (field === 'prompt' && isCountedOnce(count.value, responses))) continue;
    const parts = (byField.get('prompt') ?? 0) + (byField.get('generation') ?? 0);
    const isImplied = field === 'total' && sum - count.value === parts;
    if (isImplied && !differences.some((one) => one.field !== 'total')) continue;
    const rest = field === 'total' ? sum - count.value - parts : sum - count.value;
    const cause = causeOf(field, { own: count.value, rest, responses, isBestOf });
    differences.push({ field, own: count, sum, ...(cause && { cause }), isImplied });
  }
  return differences;
}

/** The sum of a count over all of them; undefined when there are none or one does not state it. */
export function sumOfAll(responses: CountedResponses, column: StatedCount): number | undefined {
  if (responses.length === 0 || !responses.hasCount(column)) return undefined;
  let sum = 0;
  for (let at = 0; at < responses.length; at++) sum += responses.count(at, column);
  return Number.isNaN(sum) && isUnstated(responses, column) ? undefined : sum;
}

/** Whether one does not state it; a sum is no number also where infinities meet. */
function isUnstated(responses: CountedResponses, column: StatedCount): boolean {
  return !every(responses, (at) => !Number.isNaN(responses.count(at, column)));
}

interface Differing {
  readonly own: number;
  /** Sum minus own; of a total, what its parts do not explain. */
  readonly rest: number;
  readonly responses: CountedResponses;
  readonly isBestOf: boolean;
}

function causeOf(field: UsageField, { own, rest, responses, isBestOf }: Differing): UsageCause | undefined {
  const sumOf = (name: CountName): number => sumOfStated(responses, `usage.${name}`);
  if (field !== 'generation') {
    const cached = sumOf('cached');
    const written = sumOf('cacheWritten');
    if ([cached, written, cached + written].some((part) => part > 0 && Math.abs(rest) === part)) return 'cache tokens';
  }
  if (field !== 'prompt') {
    const reasoning = sumOf('reasoning');
    if (reasoning > 0 && Math.abs(rest) === reasoning) return 'thoughts';
    const toolPrompt = field === 'total' ? sumOf('toolPrompt') : 0;
    if (toolPrompt > 0 && rest === toolPrompt) return 'tool prompts';
    if (toolPrompt > 0 && rest === toolPrompt + reasoning) return 'thoughts and tool prompts';
  }
  if (field === 'generation' && rest > 0 && (isBestOf || own === listedByAll(responses))) return 'best_of';
  if (own === sumOfAll(responses, `billed.${field}`)) return 'billed units';
  if (responses.length > 1) {
    const column = `usage.${field}` as const;
    const isOne = !every(responses, (at) => responses.count(at, column) !== own);
    if (isOne || own === sumOfStated(responses, column, (at) => !responses.isLeftOver(at))) return 'several calls';
  }
  return undefined;
}

/** The sum over those that state it. */
function sumOfStated(responses: CountedResponses, column: StatedCount, isMeant = (_: number) => true): number {
  let sum = 0;
  if (!responses.hasCount(column)) return sum;
  for (let at = 0; at < responses.length; at++) {
    const count = responses.count(at, column);
    if (!Number.isNaN(count) && isMeant(at)) sum += count;
  }
  return sum;
}

/** Tokens of the answers that all of them list; undefined where one lists none. */
function listedByAll(responses: CountedResponses): number | undefined {
  let sum = 0;
  for (let at = 0; at < responses.length; at++) {
    const listed = responses.listed?.(at);
    if (listed === undefined) return undefined;
    sum += listed;
  }
  return responses.length === 0 ? undefined : sum;
}

function isCountedOnce(own: number, responses: CountedResponses): boolean {
  return responses.length > 1 && every(responses, (at) => responses.count(at, 'usage.prompt') === own);
}

function every({ length }: CountedResponses, holds: (at: number) => boolean): boolean {
  for (let at = 0; at < length; at++) if (!holds(at)) return false;
  return true;
}

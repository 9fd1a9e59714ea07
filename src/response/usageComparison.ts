// The response's own token counts beside the sums of the providers', and the known causes of a difference between them.
// Knows counts only.

import type { Count, Usage } from './model.ts';

export type UsageField = 'prompt' | 'generation' | 'total';
export const usageFields: readonly UsageField[] = ['prompt', 'generation', 'total'];

/** What is counted of one provider response. */
export interface CountedResponse {
  readonly usage?: Usage | undefined;
  /** Tokens as billed, where they are stated beside the real ones. */
  readonly billed?: Usage | undefined;
  /** Tokens of the answers that its choices list; absent where one lists none. */
  readonly listed?: number | undefined;
  /** None of its choices is in `data`. */
  readonly isLeftOver?: boolean | undefined;
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
  readonly counts: readonly Count[];
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
  responses: readonly CountedResponse[],
  isBestOf = false,
): readonly UsageDifference[] {
  const differences: UsageDifference[] = [];
  const byField = new Map<UsageField, number>();
  for (const field of usageFields) {
    const count = own?.[field];
    const counts = countsOf(responses, field);
    if (count === undefined || counts === undefined) continue;
    const sum = addUp(counts);
    byField.set(field, sum - count.value);
    if (sum === count.value || (field === 'prompt' && isCountedOnce(count.value, counts))) continue;
    const parts = (byField.get('prompt') ?? 0) + (byField.get('generation') ?? 0);
    const isImplied = field === 'total' && sum - count.value === parts;
    if (isImplied && !differences.some((one) => one.field !== 'total')) continue;
    const rest = field === 'total' ? sum - count.value - parts : sum - count.value;
    const cause = causeOf(field, { own: count.value, rest, responses, isBestOf });
    differences.push({ field, own: count, sum, counts, ...(cause && { cause }), isImplied });
  }
  return differences;
}

interface Differing {
  readonly own: number;
  /** Sum minus own; of a total, what its parts do not explain. */
  readonly rest: number;
  readonly responses: readonly CountedResponse[];
  readonly isBestOf: boolean;
}

function causeOf(field: UsageField, { own, rest, responses, isBestOf }: Differing): UsageCause | undefined {
  const sumOf = (read: (usage: Usage) => Count | undefined): number =>
    responses.reduce((sum, { usage }) => sum + ((usage && read(usage))?.value ?? 0), 0);
  if (field !== 'generation') {
    const cached = sumOf((usage) => usage.cached);
    const written = sumOf((usage) => usage.cacheWritten);
    if ([cached, written, cached + written].some((part) => part > 0 && Math.abs(rest) === part)) return 'cache tokens';
  }
  if (field !== 'prompt') {
    const reasoning = sumOf((usage) => usage.reasoning);
    if (reasoning > 0 && Math.abs(rest) === reasoning) return 'thoughts';
    const toolPrompt = field === 'total' ? sumOf((usage) => usage.toolPrompt) : 0;
    if (toolPrompt > 0 && rest === toolPrompt) return 'tool prompts';
    if (toolPrompt > 0 && rest === toolPrompt + reasoning) return 'thoughts and tool prompts';
  }
  if (field === 'generation' && rest > 0) {
    const listed = responses.map((response) => response.listed);
    const isListed = listed.length > 0 && listed.every((count) => count !== undefined);
    if (isBestOf || (isListed && own === listed.reduce((sum, count) => sum + (count ?? 0), 0))) return 'best_of';
  }
  const billed = responses.map((response) => response.billed?.[field]);
  if (billed.length > 0 && billed.every((count) => count !== undefined)) {
    if (own === addUp(billed.filter((count) => count !== undefined))) return 'billed units';
  }
  if (responses.length > 1) {
    const kept = responses.filter(({ isLeftOver }) => !isLeftOver).map(({ usage }) => usage?.[field]?.value ?? 0);
    const isOne = responses.some(({ usage }) => usage?.[field]?.value === own);
    if (isOne || own === kept.reduce((sum, count) => sum + count, 0)) return 'several calls';
  }
  return undefined;
}

/** The counts of all responses; undefined when there are none or one does not state it. */
function countsOf(responses: readonly CountedResponse[], field: UsageField): readonly Count[] | undefined {
  const counts = responses.map(({ usage }) => usage?.[field]).filter((count) => count !== undefined);
  return counts.length === 0 || counts.length < responses.length ? undefined : counts;
}

function addUp(counts: readonly Count[]): number {
  return counts.reduce((sum, { value }) => sum + value, 0);
}

function isCountedOnce(own: number, counts: readonly Count[]): boolean {
  return counts.length > 1 && counts.every(({ value }) => value === own);
}

// What is said of the findings that are hidden because their checks are muted. Pure.

import type { IssueTable } from '../../response/issues/issueTable.ts';
import { formatCount, plural } from '../../words/numbers.ts';

/** `1`, or `1 (2 muted)`. */
export function countText(listed: number, muted: number): string {
  return muted === 0 ? formatCount(listed) : `${formatCount(listed)} (${formatCount(muted)} muted)`;
}

/** `3 findings of 2 muted checks hidden`; where nothing is hidden, how many checks are muted. */
export function mutedSentence(checks: readonly string[], hidden: IssueTable): string {
  const hiding = hidden.groups.length;
  if (hiding > 0) return `${plural(hidden.length, 'finding')} of ${plural(hiding, 'muted check')} hidden`;
  return `${plural(checks.length, 'check')} muted, nothing hidden by ${checks.length === 1 ? 'it' : 'them'} here`;
}

/** `3 findings`: of one check. */
export function findingsOf(check: string, { groups }: IssueTable): string {
  return plural(groups.find((group) => group.check === check)?.count ?? 0, 'finding');
}

// Issues in the order in which they are listed, and the sentence where there is none. Pure.

import type { IssueTable } from '../../response/issues/issueTable.ts';
import type { Severity } from '../../response/model.ts';
import type { OpenDocument } from '../../state/documents.ts';
import { formatCount, plural } from '../../words/numbers.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** All, or those of one severity where `only` names it. */
export function listedIssues(issues: IssueTable, only: Severity | undefined): IssueTable {
  return only === undefined ? issues : issues.only(({ severity }) => severity === only);
}

/** `0 errors`, `1 warning`, `2,000 info`. */
export function severityCount(severity: Severity, count: number): string {
  return severity === 'info' ? `${formatCount(count)} info` : plural(count, severity);
}

/** What to say while no issue is listed. */
export function noIssueSentence(document: OpenDocument): string {
  if (document.load === 'loading') return 'The checks are still running.';
  if (document.kind === 'plain') {
    return 'Nothing found. A plain JSON document is checked for repeated keys, numbers that cannot be held exactly and literals that are not JSON.';
  }
  if (document.mutedIssues !== undefined) return 'Nothing but findings of muted checks.';
  const checked = [
    plural(document.generationCount, 'generation'),
    plural(document.providerCount, 'provider response'),
  ].join(' and ');
  if (document.load === 'failed') {
    const line = document.failure?.place?.line;
    return `Nothing else found in what stands before the error${line === undefined ? '' : ` in line ${formatCount(line)}`}: ${checked}.`;
  }
  return `Nothing found. The checks ran on ${checked}, the token counts and every byte of the text.`;
}

// A document without the findings of the checks that a person muted; they are kept apart, so that a pane can say how many. Pure.

import { countBySeverity, issueCountsByGeneration } from '../analysis/issueCounts.ts';
import type { SeverityCounts } from '../response/rows.ts';
import { withoutIssues } from '../response/samples/sampleChanges.ts';
import type { OpenDocument } from './documents.ts';

/** The document without the findings of these checks, in its counts and rows too; itself where there are none. */
export function withoutMuted(document: OpenDocument, mutedIds: readonly string[]): OpenDocument {
  if (mutedIds.length === 0) return document;
  const muted = new Set(mutedIds);
  const mutedIssues = document.issues.filter((issue) => muted.has(issue.id));
  if (mutedIssues.length === 0) return document;
  const issues = document.issues.filter((issue) => !muted.has(issue.id));
  const byGeneration = issueCountsByGeneration(mutedIssues);
  const rows = document.rows.map((row) => {
    const hidden = byGeneration.get(row.position);
    return hidden === undefined ? row : { ...row, issues: less(row.issues, hidden) };
  });
  const samples = withoutIssues(document.samples, byGeneration);
  return { ...document, issues, issueCounts: countBySeverity(issues), mutedIssues, samples, rows };
}

function less(all: SeverityCounts, hidden: SeverityCounts): SeverityCounts {
  return {
    error: all.error - hidden.error,
    warning: all.warning - hidden.warning,
    info: all.info - hidden.info,
  };
}

// A document without the findings of the checks that a person muted; they are kept apart, so that a pane can say how many. Pure.

import { withoutIssues } from '../response/samples/sampleChanges.ts';
import type { OpenDocument } from './documents.ts';

/** The document without the findings of these checks, in its counts and rows too; itself where there are none. */
export function withoutMuted(document: OpenDocument, mutedIds: readonly string[]): OpenDocument {
  if (mutedIds.length === 0) return document;
  const muted = new Set(mutedIds);
  const mutedIssues = document.issues.only(({ check }) => muted.has(check));
  if (mutedIssues.length === 0) return document;
  const issues = document.issues.only(({ check }) => !muted.has(check));
  const rows = withoutIssues(document.rows, mutedIssues);
  return { ...document, issues, mutedIssues, rows };
}

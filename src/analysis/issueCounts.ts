// Order and counts of issues, as the page shows them. Pure.

import { pointerKeys } from '../json/pointer.ts';
import type { Issue } from '../response/model.ts';
import type { SeverityCounts } from '../response/rows.ts';

const severityRank = { error: 0, warning: 1, info: 2 } as const;

/** Errors first, then by id, each in the order of the document; equal ones stay as they were found. */
export function inReadingOrder(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort(
    (a, b) => severityRank[a.severity] - severityRank[b.severity] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

export function countBySeverity(issues: readonly Issue[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

/** Counts of the issues whose place lies in a generation, by its position. */
export function issueCountsByGeneration(issues: readonly Issue[]): ReadonlyMap<number, SeverityCounts> {
  const counts = new Map<number, { error: number; warning: number; info: number }>();
  for (const { pointer, severity } of issues) {
    const [list, item] = pointerKeys(pointer);
    if (list !== 'data' || item === undefined) continue;
    const position = Number(item);
    const of = counts.get(position) ?? { error: 0, warning: 0, info: 0 };
    of[severity]++;
    counts.set(position, of);
  }
  return counts;
}

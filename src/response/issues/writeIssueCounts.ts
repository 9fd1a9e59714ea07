// Counts the issues of each generation into the table of samples. Knows columns only.

import type { SampleWriter } from '../samples/sampleWriter.ts';
import { writeIssues } from '../samples/writeRow.ts';
import { stepLength } from './groupFacts.ts';
import type { IssueTable } from './issueTable.ts';

/** In steps. A generation without issues is not written: its columns say already that there are none. */
export function* writeIssueCounts(samples: SampleWriter, { columns, counts }: IssueTable): Generator<void, void> {
  const { byPosition, positions } = columns;
  const found = { error: 0, warning: 0, info: 0 };
  for (let at = 0; at < byPosition.length; at++) {
    if (at % stepLength === stepLength - 1) yield;
    const n = byPosition[at] ?? 0;
    // Errors come first, then warnings.
    found[n < counts.error ? 'error' : n < counts.error + counts.warning ? 'warning' : 'info']++;
    const position = positions[n] ?? -1;
    const next = byPosition[at + 1];
    if (next !== undefined && positions[next] === position) continue;
    if (position >= 0 && position < samples.length) writeIssues(samples, position, found);
    found.error = found.warning = found.info = 0;
  }
}

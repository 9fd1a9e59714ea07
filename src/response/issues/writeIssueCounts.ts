// Counts the issues of each generation into the table of samples. Knows columns only.

import type { SampleWriter } from '../samples/sampleWriter.ts';
import { writeIssues } from '../samples/writeRow.ts';
import { stepLength } from './groupFacts.ts';
import type { IssueTable } from './issueTable.ts';

/** In steps. A generation without issues is not written: its columns say already that there are none. */
export function* writeIssueCounts(
  samples: SampleWriter,
  { columns, counts, stretches }: IssueTable,
): Generator<void, void> {
  const { byPosition, positions } = columns;
  // Errors come first, then warnings.
  const ends = [counts.error, counts.error + counts.warning] as const;
  const [errors, warnings] = [stretches.singlesBefore(ends[0]), stretches.singlesBefore(ends[1])];
  const found = { error: 0, warning: 0, info: 0 };
  for (let at = 0; at < byPosition.length; at++) {
    if (at % stepLength === stepLength - 1) yield;
    const single = byPosition[at] ?? 0;
    found[single < errors ? 'error' : single < warnings ? 'warning' : 'info']++;
    const position = positions[single] ?? -1;
    const next = byPosition[at + 1];
    if (next !== undefined && positions[next] === position) continue;
    if (position >= 0 && position < samples.length) writeIssues(samples, position, found);
    found.error = found.warning = found.info = 0;
  }
  for (const { first, from, to, each } of stretches.all()) {
    const name = first < ends[0] ? 'errors' : first < ends[1] ? 'warnings' : 'infos';
    samples.addToCounts(name, from, Math.min(to, samples.length), each);
    yield;
  }
}

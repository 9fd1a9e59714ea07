// Counts the issues of each generation into the table of samples. Knows columns only.

import type { Severity } from '../model.ts';
import type { SampleWriter } from '../samples/sampleWriter.ts';
import { fillIssues, writeIssues } from '../samples/writeRow.ts';
import { stepLength } from './groupFacts.ts';
import type { IssueTable } from './issueTable.ts';

/** In steps. A generation without issues is not written: its columns say already that there are none. */
export function* writeIssueCounts(
  samples: SampleWriter,
  { columns, counts, stretches }: IssueTable,
): Generator<void, void> {
  const { byPosition, positions } = columns;
  const severityOf = (n: number): Severity =>
    // Errors come first, then warnings.
    n < counts.error ? 'error' : n < counts.error + counts.warning ? 'warning' : 'info';
  const errors = stretches.singlesBefore(counts.error);
  const warnings = stretches.singlesBefore(counts.error + counts.warning);
  const spans = stretches.spans(severityOf);
  let span = spans.next().value;
  /** The first position of the span that is not written. */
  let from = span?.from ?? 0;
  const found = { error: 0, warning: 0, info: 0 };
  for (let at = 0; at < byPosition.length; at++) {
    if (at % stepLength === stepLength - 1) yield;
    const single = byPosition[at] ?? 0;
    found[single < errors ? 'error' : single < warnings ? 'warning' : 'info']++;
    const position = positions[single] ?? -1;
    const next = byPosition[at + 1];
    if (next !== undefined && positions[next] === position) continue;
    while (span && span.to <= position) {
      fillIssues(samples, from, span.to, span.counts);
      span = spans.next().value;
      from = span?.from ?? 0;
      yield;
    }
    if (span && span.from <= position) {
      fillIssues(samples, from, position, span.counts);
      from = position + 1;
      for (const severity of ['error', 'warning', 'info'] as const) found[severity] += span.counts[severity] ?? 0;
    }
    if (position >= 0 && position < samples.length) writeIssues(samples, position, found);
    found.error = found.warning = found.info = 0;
  }
  for (; span; span = spans.next().value, from = span?.from ?? 0) {
    fillIssues(samples, from, span.to, span.counts);
    yield;
  }
}

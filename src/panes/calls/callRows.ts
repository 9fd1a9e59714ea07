// The rows of the grid "Calls": fields that differ, then what the answers add up to, each a value per response. Pure.

import { type FieldRow, majorityOf } from '../../analysis/calls/callMatrix.ts';
import type { CallPart, CallReport } from '../../analysis/calls/callReport.ts';
import type { ResponseSummaries } from '../../response/rows.ts';
import { formatAmount, formatCount, formatDecimal, formatPercent } from '../../words/numbers.ts';
import type { CallCosts } from './callCosts.ts';

export interface FieldLine {
  readonly kind: 'field';
  readonly name: string;
  readonly row: FieldRow;
  /** Place of the value that more than half have. */
  readonly majority?: number;
}

export interface FigureLine {
  readonly kind: 'figure';
  readonly name: string;
  /** NaN where it is not known. */
  readonly valueAt: (response: number) => number;
  readonly text: (value: number) => string;
  /** The greatest of all, which has the longest bar. */
  readonly most: number;
  /** What is drawn instead of a bar: how the samples of a response are spread. */
  readonly shape?: 'lengths' | 'groups';
  /** What leads to its place; absent where that is the samples themselves. */
  readonly part?: CallPart;
}

export type CallLine = FieldLine | FigureLine;

export function callLines(report: CallReport, summaries: ResponseSummaries, costs: CallCosts): readonly CallLine[] {
  const fields = report.matrix.differing.map((row): FieldLine => {
    const majority = majorityOf(row);
    return { kind: 'field', name: row.path, row, ...(majority !== undefined && { majority }) };
  });
  const { samples, distinct, largest, characters, tokens, errors } = summaries;
  const count = samples.length;
  const figure = (
    name: string,
    valueAt: (response: number) => number,
    text: (value: number) => string,
    more: Pick<FigureLine, 'shape' | 'part'> = {},
  ): FigureLine => {
    let most = 0;
    for (let response = 0; response < count; response++) {
      const value = valueAt(response);
      if (value > most) most = value;
    }
    return { kind: 'figure', name, valueAt, text, most, ...more };
  };
  const mean = (value: number) => formatDecimal(value, value < 10 ? 1 : 0);
  return [
    ...fields,
    figure('Samples', (at) => samples[at] ?? 0, formatCount),
    figure('Distinct answers', (at) => distinct[at] ?? 0, formatCount),
    figure(
      'Agreement',
      (at) => (largest[at] ?? 0) / (samples[at] ?? 0),
      (share) => formatPercent(share),
      { shape: 'groups' },
    ),
    figure('Characters, mean', (at) => characters[at] ?? Number.NaN, mean, { shape: 'lengths' }),
    figure('Tokens, mean', (at) => tokens[at] ?? Number.NaN, mean),
    figure('Latency', (at) => report.latencies[at] ?? Number.NaN, latencyWords, { part: 'latency' }),
    figure(`Cost, ${costs.currency ?? ''}`, (at) => costs.amounts[at] ?? Number.NaN, formatAmount, { part: 'usage' }),
    figure('Errors', (at) => errors[at] ?? 0, formatCount),
  ].filter((line) => line.kind === 'field' || (line.most > 0 && !line.name.endsWith(', ')));
}

/** The responses that have the same as this one in a line: the value of a field; of a figure the response by itself. */
export function alike(line: CallLine, response: number): readonly number[] {
  if (line.kind === 'figure') return [response];
  const { cells } = line.row;
  const own = cells[response];
  const found: number[] = [];
  for (let at = 0; at < cells.length; at++) if (cells[at] === own) found.push(at);
  return found;
}

/** `850 ms`, `12.4 s`. */
function latencyWords(milliseconds: number): string {
  return milliseconds < 1000 ? `${formatDecimal(milliseconds, 0)} ms` : `${formatDecimal(milliseconds / 1000, 1)} s`;
}

/** What has a place of its own in a line. */
export function partOf(line: CallLine): CallPart | undefined {
  return line.kind === 'field' ? `field ${line.name}` : line.part;
}

/** Those of `alike` that are listed. */
export function alikeOf(line: CallLine, response: number, listed: readonly number[]): readonly number[] {
  const own = new Set(listed);
  return alike(line, response).filter((one) => own.has(one));
}

// The rows of the grid "Calls": what was asked differently, what the answers add up to, then what else is noted of the calls; each a value per response. Pure.

import { type CallMatrix, type FieldRow, majorityOf } from '../../analysis/calls/callMatrix.ts';
import type { CallPart, CallReport } from '../../analysis/calls/callReport.ts';
import type { ResponseSummaries } from '../../response/rows.ts';
import { formatAmount, formatCount, formatDecimal, formatPercent } from '../../words/numbers.ts';
import type { CallCosts } from './callCosts.ts';
import { sharedStart } from './cellTexts.ts';

export interface FieldLine {
  readonly kind: 'field';
  readonly name: string;
  readonly row: FieldRow;
  /** Place of the value that more than half have. */
  readonly majority?: number;
  /** What all values begin with, in code units. */
  readonly shared: number;
}

export interface FigureLine {
  readonly kind: 'figure';
  readonly name: string;
  /** By place in the list of the responses; NaN where it is not known. */
  readonly valueAt: (place: number) => number;
  readonly text: (value: number) => string;
  /** The greatest of all, which has the longest bar. */
  readonly most: number;
  /** What is drawn instead of a bar: how the samples of a response are spread. */
  readonly shape?: 'lengths' | 'groups';
  /** What leads to its place; absent where that is the samples themselves. */
  readonly part?: CallPart;
}

export type CallLine = FieldLine | FigureLine;

/** What a log or a recording wrote beside the call and its answers: it follows them, because it answers the question last. */
const isNoted = ({ name }: FieldLine): boolean => /^metadata(?:[.[]|$)/.test(name);

/** `matrix`: of the `listed` responses, whose numbers these are in their order. */
export function callLines(
  report: CallReport,
  matrix: CallMatrix,
  listed: readonly number[],
  summaries: ResponseSummaries,
  costs: CallCosts,
): readonly CallLine[] {
  const fields = matrix.differing.map((row): FieldLine => {
    const majority = majorityOf(row);
    const shared = sharedStart(row.values);
    return { kind: 'field', name: row.path, row, shared, ...(majority !== undefined && { majority }) };
  });
  const { samples, distinct, largest, characters, tokens, errors } = summaries;
  const figure = (
    name: string,
    ofResponse: (response: number) => number,
    text: (value: number) => string,
    more: Pick<FigureLine, 'shape' | 'part'> = {},
  ): FigureLine => {
    const valueAt = (place: number): number => ofResponse(listed[place] ?? -1);
    let most = 0;
    for (let place = 0; place < listed.length; place++) {
      const value = valueAt(place);
      if (value > most) most = value;
    }
    return { kind: 'figure', name, valueAt, text, most, ...more };
  };
  const mean = (value: number) => formatDecimal(value, value < 10 ? 1 : 0);
  const figures = [
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
  ].filter(({ most, name }) => most > 0 && !name.endsWith(', '));
  return [...fields.filter((line) => !isNoted(line)), ...figures, ...fields.filter(isNoted)];
}

/** The places that have the same as this one in a line: the value of a field; of a figure the place by itself. */
export function alike(line: CallLine, place: number): readonly number[] {
  if (line.kind === 'figure') return [place];
  const { cells } = line.row;
  const own = cells[place];
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

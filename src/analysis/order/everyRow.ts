// What holds of all rows of a table, however it is narrowed. Pure.

import type { SampleTable } from '../../response/samples/sampleTable.ts';
import { equalGroups } from './equalGroups.ts';
import type { EveryRow } from './orderRequest.ts';

const stepLength = 10_000;

/** Of `count` rows, of which the last may not have been read; a row that has not is labelled with its position. */
export function* everyRowOf(rows: SampleTable, count: number): Generator<void, EveryRow> {
  let hasTokens = false;
  let hasLogprobs = false;
  let labelLength = rows.length < count ? String(count - 1).length : 0;
  const broken: number[] = [];
  const read = Math.min(count, rows.length);
  for (let position = 0; position < read; position++) {
    if (position % stepLength === stepLength - 1) yield;
    hasTokens ||= !Number.isNaN(rows.tokenCount(position));
    hasLogprobs ||= !Number.isNaN(rows.figure('listed', position));
    if (rows.isBroken(position)) broken.push(position);
    labelLength = Math.max(labelLength, rows.label(position).length);
  }
  const taken = rows.parts.overlay.taken;
  return {
    hasTokens,
    hasLogprobs,
    hasPinnedLink: taken !== undefined && [...taken.values()].some(({ link }) => link?.pin !== undefined),
    labelLength,
    broken,
    equal: yield* equalGroups(rows, read),
  };
}

// Places of the source in words, and which part of a long line to show. Pure.

import type { LoadFailure } from '../../response/loadEvents.ts';
import type { NodeDetail, SourceLine } from '../../response/questions.ts';
import type { ShownHit } from '../../state/search.ts';
import { formatCount, plural } from '../../words/numbers.ts';
import { utf8Length } from './lineSegments.ts';
import { type LineWindows, lineWidth } from './useSourceLines.ts';

/** Below this column a place lies in the first part of its line, however many bytes its characters take. */
const safeColumn = 400;

/** `lines 50–57 of 2,914`; `2,914 lines` where there is no room for one. */
export function linesText(first: number, last: number, lineCount: number): string {
  if (first > last) return plural(lineCount, 'line');
  if (first === last) return `line ${formatCount(first)} of ${formatCount(lineCount)}`;
  return `lines ${formatCount(first)}–${formatCount(last)} of ${formatCount(lineCount)}`;
}

/** `line 53, column 17 · bytes 9,206–9,487`; the place of the error where the selection is not whole. */
export function placeText(
  node: Pick<NodeDetail, 'start' | 'from' | 'to' | 'isIncomplete'> | undefined,
  failure: LoadFailure | undefined,
): string | undefined {
  const place = failure?.place;
  if (place && (node === undefined || node.isIncomplete)) {
    return `line ${formatCount(place.line)}, column ${formatCount(place.column)} · byte ${formatCount(place.byte)}`;
  }
  if (node === undefined) return undefined;
  const { start, from, to } = node;
  return `line ${formatCount(start.line)}, column ${formatCount(start.column)} · bytes ${formatCount(from)}–${formatCount(to)}`;
}

/** The windows that the selection, the error and the hit of a search need; those that a person moved come last and win. */
export function windowsFor(
  node: NodeDetail | undefined,
  failure: LoadFailure | undefined,
  hit: ShownHit | undefined,
  moved: LineWindows,
): LineWindows {
  const windows = new Map<number, number>();
  if (failure?.place && failure.place.column > safeColumn) windows.set(failure.place.line, failure.place.byte);
  if (node && node.start.column > safeColumn) windows.set(node.start.line, node.from);
  if (hit && hit.place.start.column > safeColumn) windows.set(hit.place.start.line, hit.place.from);
  for (const [line, byte] of moved) windows.set(line, byte);
  return windows;
}

/** A byte that the neighbouring part of a long line holds: some of what is shown stays, so that one can read on. */
export function neighbourByte(line: SourceLine, by: -1 | 1): number {
  if (by === 1) return line.fromByte + utf8Length(line.text);
  return Math.max(0, line.fromByte - Math.floor(lineWidth / 2));
}

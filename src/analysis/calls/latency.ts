// How long a call took, where its response says so: as a duration, or as the times at which it began and ended. Knows the keys of logs and recordings
// (formats.md, sections 1 and 9); a time that is not written is not known.

import type { JsonCursor } from '../../json/cursor.ts';
import type { Pointer } from '../../json/pointer.ts';

export interface Latency {
  readonly milliseconds: number;
  /** Of the duration, or of the end. */
  readonly place: Pointer;
}

/** By key: milliseconds of one unit. The first that there is counts. */
const durations = [
  ['time_ms', 1],
  ['latency_ms', 1],
  ['duration_ms', 1],
  ['provider_latency', 1000],
  ['latency', 1000],
  ['response_time', 1000],
  ['request_time', 1000],
  ['working_time', 1000],
  ['time', 1000],
  ['total_time', 1000],
] as const;
const spans = [
  ['start_time', 'end_time'],
  ['started_at', 'finished_at'],
  ['created_at', 'completed_at'],
] as const;

/** Undefined where neither the response's notes, nor its root, nor its first generation say it. */
export function latencyOf(root: JsonCursor | undefined, generation: JsonCursor | undefined): Latency | undefined {
  for (const of of [root?.get('metadata'), root, generation]) {
    const found = of?.kind === 'object' ? (durationIn(of) ?? spanIn(of)) : undefined;
    if (found) return found;
  }
  return undefined;
}

function durationIn(of: JsonCursor): Latency | undefined {
  for (const [key, unit] of durations) {
    const value = of.get(key);
    const number = value?.number();
    if (value !== undefined && number !== undefined && number >= 0) {
      return { milliseconds: number * unit, place: value.pointer };
    }
  }
  return undefined;
}

function spanIn(of: JsonCursor): Latency | undefined {
  for (const [first, last] of spans) {
    const end = of.get(last);
    const [from, to] = [timeAt(of.get(first)), timeAt(end)];
    if (end !== undefined && from !== undefined && to !== undefined && to >= from) {
      return { milliseconds: to - from, place: end.pointer };
    }
  }
  return undefined;
}

/** Milliseconds since 1970: of ISO 8601, or of a number whose size tells its unit (s, ms, µs, ns). */
function timeAt(value: JsonCursor | undefined): number | undefined {
  const text = value?.text();
  const number = text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : value?.number();
  if (number !== undefined) {
    const perMillisecond = number > 1e17 ? 1e6 : number > 1e14 ? 1e3 : number > 1e11 ? 1 : 1e-3;
    return number / perMillisecond;
  }
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

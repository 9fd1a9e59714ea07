// When a provider says it answered, in whatever unit. Knows numbers and ISO 8601 only.

import type { JsonCursor } from '../../json/cursor.ts';
import type { ProviderTime } from './reading.ts';

const isoDate = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/;

/**
 * The time at a cursor. A number is read by its size: 1e9 to 4e9 are seconds (the years 2001 to 2096), 1e12 to 4e12
 * milliseconds, 1e15 to 4e15 microseconds; 0 says nothing. Absent when there is neither a number nor a text.
 */
export function readTime(cursor: JsonCursor | undefined): ProviderTime | undefined {
  if (cursor === undefined) return undefined;
  const { pointer } = cursor;
  const text = cursor.text();
  if (text !== undefined) {
    const time = isoDate.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(time)) return text === '' ? undefined : { raw: text, unit: 'unknown', pointer };
    return { raw: text, iso: new Date(time).toISOString(), unit: 'iso', pointer };
  }
  const number = cursor.number();
  if (number === undefined) return undefined;
  const raw = cursor.lexeme();
  const scale = scales.find(({ from, to }) => number >= from && number <= to);
  if (scale === undefined) return { raw, unit: 'unknown', pointer };
  return { raw, iso: new Date(number * scale.milliseconds).toISOString(), unit: scale.unit, pointer };
}

const scales = [
  { unit: 's', from: 1e9, to: 4e9, milliseconds: 1000 },
  { unit: 'ms', from: 1e12, to: 4e12, milliseconds: 1 },
  { unit: 'us', from: 1e15, to: 4e15, milliseconds: 0.001 },
] as const;

import { expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import { rootPointer } from '../../json/pointer.ts';
import type { JsonValue } from '../../json/value.ts';
import { latencyOf } from './latency.ts';

const of = (root: JsonValue, generation: JsonValue = {}) =>
  latencyOf(valueCursor(root, rootPointer), valueCursor(generation, rootPointer));

test('a duration is read in the unit of its key', () => {
  expect(of({ metadata: { time_ms: 1250.5 } })).toEqual({ milliseconds: 1250.5, place: '/metadata/time_ms' });
  expect(of({ metadata: { latency: 1.5 } })?.milliseconds).toBe(1500);
  expect(of({}, { provider_latency: 0.75 })).toEqual({ milliseconds: 750, place: '/provider_latency' });
});

test('else what lies between two times, however they are written', () => {
  const times = (start: JsonValue, end: JsonValue) =>
    of({ metadata: { start_time: start, end_time: end } })?.milliseconds;
  expect(times('2026-01-01T00:00:00Z', '2026-01-01T00:00:01.5Z')).toBe(1500);
  expect(times('1767225600000000000', '1767225602000000000')).toBe(2000);
  expect(times(1767225600, 1767225603)).toBe(3000);
  expect(times('2026-01-01T00:00:02Z', '2026-01-01T00:00:01Z')).toBeUndefined();
});

test('what is not written is not known', () => {
  expect(of({ metadata: { status: 200 }, created_at: '2026-01-01T00:00:00Z' })).toBeUndefined();
});

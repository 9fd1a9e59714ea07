// Counts read by place, held against a plain list of them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunningCounts } from './runningCounts.ts';

const count = fc.oneof(fc.integer({ min: -3, max: 90 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY));

test('what there is before each place, and where each count stands, is as in a list', () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 40 }), (list) => {
      const counts = new RunningCounts(list.length, 4, (chunk) => {
        const own = list.slice(4 * chunk, 4 * chunk + 4);
        return own.every(Number.isNaN) ? undefined : Float64Array.from(own);
      });
      const before = (place: number) => {
        const own = list.slice(0, place);
        const finite = own.filter(Number.isFinite);
        const sum = finite.reduce((all, one) => all + Math.max(0, one), 0);
        return { known: own.filter((one) => !Number.isNaN(one)).length, finite: finite.length, sum };
      };
      const { known, finite, sum } = counts;
      expect({ known, finite, sum }).toEqual(before(list.length));
      expect(list.map((_, place) => counts.before(place))).toEqual(list.map((_, place) => before(place)));
      expect(list.map((_, place) => counts.at(place))).toEqual(list);
      const places = list.flatMap((one, place) => (Number.isNaN(one) ? [] : [place]));
      expect(Array.from({ length: known }, (_, number) => counts.place(number))).toEqual(places);
      expect(counts.place(known)).toBe(-1);
      expect([counts.largest, counts.smallest]).toEqual([
        Math.max(0, ...list.filter(Number.isFinite)),
        Math.min(0, ...list.filter(Number.isFinite)),
      ]);
      expect(counts.first).toBe(list.findIndex(Number.isFinite));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAnchors } from './anchors.ts';
import { PairAligner } from './pairAligner.ts';

const alphabet = 12;

function alignerWith(budgetCells: number, items = alphabet, mostCells?: number): PairAligner {
  return new PairAligner(new Float64Array(items).fill(Math.log(items)), budgetCells, mostCells);
}

/** Fails unless partners are equal and in order; the number of partners. */
function countPartners(a: Int32Array, b: Int32Array, matches: Int32Array): number {
  let last = -1;
  let count = 0;
  matches.forEach((place, at) => {
    if (place < 0) return;
    expect(place).toBeGreaterThan(last);
    expect(b[place]).toBe(a[at]);
    last = place;
    count++;
  });
  return count;
}

const sequence = fc
  .array(fc.integer({ min: 0, max: alphabet - 1 }), { maxLength: 120 })
  .map((list) => Int32Array.from(list));
const edits = fc.array(fc.tuple(fc.nat(400), fc.nat(3), fc.integer({ min: 0, max: alphabet - 1 })), { maxLength: 8 });

function edited(a: Int32Array, changes: readonly (readonly [number, number, number])[]): Int32Array {
  const list = [...a];
  for (const [at, length, item] of changes) list.splice(at % (list.length + 1), length, item);
  return Int32Array.from(list);
}

describe('partners of two sequences', () => {
  test('are equal and in order, whatever the budget', () => {
    const some = fc.oneof(
      fc.tuple(sequence, sequence),
      fc.tuple(sequence, edits).map(([a, changes]) => [a, edited(a, changes)] as const),
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(0, 1000, 1_000_000),
        fc.constantFrom(100, 1_000_000),
        ([a, b], budget, most) => {
          const matches = alignerWith(budget, alphabet, most).align(a, 0, a.length, b, 0, b.length);
          expect(matches.length).toBe(a.length);
          countPartners(a, b, matches);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are all items of equal sequences', () => {
    fc.assert(
      fc.property(sequence, (a) => {
        const aligner = alignerWith(0);
        expect(countPartners(a, a, aligner.align(a, 0, a.length, a, 0, a.length))).toBe(a.length);
        expect(aligner.skipped).toBe(0);
      }),
    );
  });

  test('are counted from the beginning of parts', () => {
    const a = Int32Array.of(9, 1, 2, 3, 9);
    const b = Int32Array.of(8, 8, 1, 2, 3);
    expect([...alignerWith(1000).align(a, 1, 4, b, 2, 5)]).toEqual([0, 1, 2]);
  });

  test('without a budget are those between sure passages, and the rest is said to be skipped', () => {
    const size = 4000;
    const random = (seed: number): number[] => {
      let state = seed;
      return Array.from({ length: size / 4 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return (state >>> 16) % 60;
      });
    };
    const shared = Array.from({ length: 40 }, (_, at) => 60 + at);
    const a = Int32Array.from([...random(1), ...shared, ...random(2)]);
    const b = Int32Array.from([...random(3), ...shared, ...random(4)]);
    const aligner = alignerWith(0, 100);
    const matches = aligner.align(a, 0, a.length, b, 0, b.length);
    expect(matches.slice(size / 4, size / 4 + 40).every((place, at) => place === size / 4 + at)).toBe(true);
    expect(aligner.skipped).toBeGreaterThan(size / 2);
    expect(aligner.isSpent).toBe(true);
  });
});

test('anchors are runs that both have once, in an order that both have', () => {
  const surprise = new Float64Array(100).fill(4);
  const run = (from: number): number[] => Array.from({ length: 8 }, (_, at) => from + at);
  const a = Int32Array.from([...run(10), 1, ...run(20), 2, ...run(40), ...run(40)]);
  const b = Int32Array.from([...run(20), 3, 3, ...run(40), ...run(60), ...run(10)]);
  const { count, inA, inB } = findAnchors(a, 0, a.length, b, 0, b.length, 6, surprise);
  expect(count).toBe(8);
  expect([...inA]).toEqual(run(0));
  expect([...inB]).toEqual(run(26));
  const rare = surprise.map((_, item) => (item >= 20 ? 4.1 : 4));
  expect([...findAnchors(a, 0, a.length, b, 0, b.length, 6, rare).inB]).toEqual(run(0));
  expect(
    findAnchors(
      a,
      0,
      a.length,
      b,
      0,
      b.length,
      6,
      surprise.map(() => 0.5),
    ).count,
  ).toBe(0);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedInSteps } from './sortInSteps.ts';
import { byAll, byNumber, byNumberOrText, byRank } from './sortKeys.ts';

function sorted(count: number, compare: (one: number, other: number) => number): readonly number[] {
  const steps = sortedInSteps(count, compare);
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value];
  }
}

type Value = number | string | undefined;

/** The comparison of the table as it was while it sorted rows: numbers before texts, none last. */
function reference(values: readonly Value[], isDescending: boolean) {
  return (one: number, other: number): number => {
    const [left, right] = [values[one], values[other]];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    const sign = isDescending ? -1 : 1;
    if (typeof left !== typeof right) return typeof left === 'number' ? -sign : sign;
    return left < right ? -sign : left > right ? sign : 0;
  };
}

function referenceOrder(count: number, compare: (one: number, other: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at).sort(compare);
}

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', 'é', '\ud83d', '\ude00', '\uffff'), maxLength: 8 }),
  fc.string({ unit: 'binary' }),
);
const absent = fc.constant(undefined);

test('texts, numbers and both come in the order of the comparison of values, equal ones in the order of the document', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(number, absent), { maxLength: 120 }),
      fc.array(fc.oneof(text, absent), { maxLength: 120 }),
      fc.array(fc.oneof(number, text, absent), { maxLength: 120 }),
      fc.boolean(),
      (numbers, texts, both, isDescending) => {
        expect(
          sorted(
            numbers.length,
            byNumber(
              Float64Array.from(numbers, (one) => one ?? Number.NaN),
              isDescending,
            ),
          ),
        ).toEqual(referenceOrder(numbers.length, reference(numbers, isDescending)));
        expect(sorted(texts.length, byNumberOrText(texts, isDescending))).toEqual(
          referenceOrder(texts.length, reference(texts, isDescending)),
        );
        expect(sorted(both.length, byNumberOrText(both, isDescending))).toEqual(
          referenceOrder(both.length, reference(both, isDescending)),
        );
      },
    ),
  );
});

test('a second comparison decides where the first finds two rows equal', () => {
  const first = Float64Array.of(1, 0, 1, Number.NaN, Number.NaN);
  expect(sorted(5, byAll([byNumber(first, false), byRank(Uint32Array.of(2, 3, 1, 4, 0), true)]))).toEqual([
    1, 0, 2, 3, 4,
  ]);
});

test('many rows are sorted in steps', () => {
  const values = Float64Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 1013);
  const steps = sortedInSteps(values.length, byNumber(values, false));
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count++;
  expect(count).toBeGreaterThan(20);
  expect([...step.value]).toEqual(
    Array.from(values.keys()).sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other),
  );
});

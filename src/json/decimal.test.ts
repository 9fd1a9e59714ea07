import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from './decimal.ts';
import { roundedByDouble } from './number.ts';

const encoder = new TextEncoder();
const decimal = new Decimal();

/** What is read of a number that something follows, and whether all of it was. */
function read(text: string): readonly [exact: number, near: number, end: number] {
  const bytes = encoder.encode(`[${text},1]`);
  const end = decimal.read(bytes, 1, bytes.length);
  return [decimal.exact, decimal.near, end - 1];
}

function expectSame(text: string): void {
  const [exact, near, end] = read(text);
  const wanted = Number(text);
  expect([text, exact, end]).toEqual([text, wanted, text.length]);
  if (Number.isFinite(wanted)) expect(Math.abs(near - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 1e-14);
}

test('numbers of every length and size are the nearest double', () => {
  for (const text of [
    '0',
    '-0',
    '-0.0',
    '1',
    '-1',
    '-9999',
    '-9999.0',
    '12345678901234567890',
    '-0.31725305318832397',
    '-1.9361264946837764e-07',
    '-0.0009119292953982949',
    '9007199254740993',
    '9007199254740992.5',
    '0.1',
    '1e22',
    '1e23',
    '8.5e-23',
    '1e400',
    '-1e400',
    '1e-400',
    '5e-324',
    '2.2250738585072014e-308',
    '123456789.123456789',
    '999999999999999999',
    '0.000000000000000000001',
    '0e5',
    '100000000000000000000000',
    '-0.6931471805599453094172321',
  ])
    expectSame(text);
});

test('doubles that were written by any means come back bit for bit', () => {
  const lexeme = fc
    .tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -20, max: 0, noNaN: true }),
      fc.nat(6),
      fc.nat(18),
    )
    .map(
      ([any, logprob, way, digits]) =>
        [
          String(any),
          String(logprob),
          logprob.toFixed(digits),
          logprob.toPrecision(digits + 1),
          any.toExponential(digits),
          `${logprob.toFixed(16)}5`,
          logprob.toFixed(20),
        ][way] ?? '0',
    )
    .map((text) => text.replace('e+', 'e'));
  fc.assert(
    fc.property(lexeme, (text) => expectSame(text)),
    { numRuns: 20_000, seed: 1 },
  );
});

test('decimals near the middle of two doubles are rounded as Number rounds them', () => {
  // All 54 digits of the middle between a double in [½, 1) and the next one; cut, it lies as near to it as so few digits can.
  const middle = fc
    .tuple(fc.double({ min: 0.5, max: 0.9999999999999999, noNaN: true }), fc.integer({ min: 15, max: 18 }), fc.nat(20))
    .map(([value, digits, zeros]) => {
      const all = ((2n * BigInt(value * 2 ** 53) + 1n) * 5n ** 54n).toString().padStart(54, '0');
      return zeros > 4 ? `-0.${all.slice(0, digits)}` : `-0.${'0'.repeat(zeros)}${all.slice(0, digits)}`;
    });
  fc.assert(fc.property(middle, expectSame), { numRuns: 20_000, seed: 2 });
});

test('what is said to be as a double prints it is that, and most of what a double wrote is', () => {
  let certain = 0;
  const long = fc
    .tuple(
      fc.nat(2 ** 31 - 1),
      fc.nat(2 ** 31 - 1),
      fc.integer({ min: 14, max: 19 }),
      fc.nat(3),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([first, second, ...rest]) => [(((first * 2 ** 22 + second) / 2 ** 53) * 30) ** 2 / 30 - 5, ...rest] as const)
    .map(([value, digits, way, change]) => {
      if (way > 1) return String(value);
      const text = way === 0 ? value.toPrecision(digits) : value.toFixed(digits);
      // Another last digit: now and then the same double, more often one that prints otherwise.
      return text.replace(/\d$/, (digit) => String((Number(digit) + change + 10) % 10));
    });
  const check = (text: string): void => {
    const bytes = encoder.encode(text);
    if (decimal.read(bytes, 0, bytes.length) !== bytes.length || !decimal.isAsPrinted) return;
    certain++;
    expect([text, roundedByDouble(text)]).toEqual([text, undefined]);
  };
  fc.assert(fc.property(long, check), { numRuns: 50_000, seed: 3 });
  expect(certain).toBeGreaterThan(20_000);
});

test('what is no number gives nothing', () => {
  for (const text of ['', '-', '.5', '1.', '1e', '1e+', '-x', 'null']) expect(read(text)[2]).toBe(-2);
});

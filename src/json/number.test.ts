import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeInexact, numberEnd, roundedByDouble } from './number.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What the strict pass reports. */
function reported(text: string): string | undefined {
  return mayBeInexact(bytesOf(text), 0, text.length) ? roundedByDouble(text) : undefined;
}

describe('numbers that JavaScript keeps', () => {
  test.each([
    '0',
    '-0',
    '-0.0',
    '1.0',
    '1E-5',
    '10e1',
    '0.1',
    '9007199254740992',
    '9007199254740994',
    '-0.10000000149011612',
    '1.7976931348623157e308',
    '5e-324',
    '0e999',
    '0.00e-999',
    '100000000000000000000',
    '1.50000000000000000000000',
    '1e23',
  ])('%s has no finding', (text) => {
    expect(reported(text)).toBeUndefined();
  });
});

describe('numbers that JavaScript changes', () => {
  test.each([
    ['9007199254740993', '9007199254740992'],
    ['10570679248326920001', '10570679248326920000'],
    ['10570679248326920000', '10570679248326920192'],
    ['-9007199254740993', '-9007199254740992'],
    ['0.1000000000000000055', '0.1'],
    ['3.14159265358979323846', '3.141592653589793'],
    ['1e400', 'Infinity'],
    ['-1e400', '-Infinity'],
    ['1e999', 'Infinity'],
    ['1e-400', '0'],
    ['3e-324', '5e-324'],
  ])('%s becomes %s', (text, rounded) => {
    expect(reported(text)).toBe(rounded);
  });
});

/** The exact decimal value as digits times ten to a power, by big integers: another way than the code under test. */
function scaled(text: string): bigint {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(whole + fraction) * 10n ** BigInt(Number(exponent) - fraction.length + 400);
}

test('a number with a point is kept exactly when what the double prints has the same decimal value', () => {
  const digits = fc.stringMatching(/^[0-9]{1,24}$/);
  const written = fc.tuple(fc.nat({ max: 99_999 }), digits, fc.integer({ min: -20, max: 20 }));
  fc.assert(
    fc.property(written, ([whole, fraction, exponent]) => {
      const text = `${whole}.${fraction}e${exponent}`;
      const isKept = scaled(text) === scaled(String(Number(text)));
      expect(reported(text) === undefined).toBe(isKept);
    }),
    { seed: 7 },
  );
});

test('an integer is kept exactly when the double has its value', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
      expect(reported(String(integer)) === undefined).toBe(BigInt(Number(integer)) === integer);
    }),
    { seed: 7 },
  );
});

test('what any double prints is kept', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = String(value);
      if (/^-?\d{16,}$/.test(text)) return;
      expect(reported(text)).toBeUndefined();
    }),
    { seed: 7 },
  );
});

test('a mistake in a number has the place of its first wrong byte', () => {
  expect(['-', '-a', '1.', '1.x', '1e', '1e+', '1e+x', '.5'].map((text) => -1 - numberEnd(bytesOf(text), 0))).toEqual([
    1, 1, 2, 2, 2, 3, 3, 0,
  ]);
  expect(['0', '-0.5e+10,', '12]', '01'].map((text) => numberEnd(bytesOf(text), 0))).toEqual([1, 8, 2, 1]);
});

test('a number of ten million digits is judged in passable time', () => {
  const text = `1.${'0'.repeat(10_000_000)}1`;
  expect(reported(text)).toBe('1');
});

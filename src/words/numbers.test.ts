import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDecimal, formatWritten, plural } from './numbers.ts';

describe('wording', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [61_790, '61.8 kB'],
    [999_960, '1.0 MB'],
    [10_400_000, '10.4 MB'],
    [2_000_000_000, '2.0 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('uses a minus sign and not a hyphen for derived figures', () => {
    expect(formatDecimal(-0.3862, 3)).toBe('\u22120.386');
  });

  it.each([
    ['999', '999'],
    ['2190', '2,190'],
    ['12345678901234567890', '12,345,678,901,234,567,890'],
    ['≈1234', '≈1,234'],
    ['4 + 0 + 1163', '4 + 0 + 1,163'],
    ['2190.0', '2190.0'],
    ['21e3', '21e3'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('keeps every digit of the written count %s', (lexeme, text) => {
    expect(formatWritten(lexeme)).toBe(text);
  });

  it('groups what is counted and what is written alike', () => {
    for (const count of [0, 12, 999, 1000, 123_456, 7_000_000]) {
      expect(formatWritten(String(count))).toBe(formatCount(count));
    }
  });

  it('counts in words', () => {
    expect([plural(1, 'generation'), plural(1894, 'generation'), plural(0, 'entry', 'entries')]).toEqual([
      '1 generation',
      '1,894 generations',
      '0 entries',
    ]);
  });
});

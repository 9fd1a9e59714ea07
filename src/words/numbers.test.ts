import { describe, expect, it } from 'vitest';
import { formatBytes, formatDecimal, plural } from './numbers.ts';

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

  it('counts in words', () => {
    expect([plural(1, 'generation'), plural(1894, 'generation'), plural(0, 'entry', 'entries')]).toEqual([
      '1 generation',
      '1,894 generations',
      '0 entries',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { cutPart, longestWhole, partCount, partHolding, textPart, windowAround } from './textParts.ts';

const windowOf = (text: string, from: number, length: number) => ({
  text: text.slice(from, from + length),
  from,
  totalLength: text.length,
});

describe('parts of a text', () => {
  it('are found by what stands in them', () => {
    const total = longestWhole + 1;
    for (const unit of [0, 199_999, 200_000, longestWhole]) {
      const { from, to } = textPart(total, partHolding(total, unit));
      expect(from <= unit && unit < to).toBe(true);
    }
    expect(partHolding(longestWhole, longestWhole - 1)).toBe(0);
  });

  it('are one part up to a million code units', () => {
    expect(partCount(longestWhole)).toBe(1);
    expect(textPart(longestWhole, 0)).toEqual({ from: 0, to: longestWhole });
    expect(partCount(longestWhole + 1)).toBeGreaterThan(1);
  });

  it('give the text back when joined, and no part begins or ends inside a character', () => {
    const text = `a${'\u{1f600}'.repeat(600_000)}`;
    const parts = Array.from({ length: partCount(text.length) }, (_, number) => {
      const part = textPart(text.length, number);
      const asked = windowAround(part);
      return cutPart(windowOf(text, asked.from, asked.length), part)?.text ?? 'missing';
    });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('') === text).toBe(true);
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });

  it('cannot be cut from a window that does not hold them', () => {
    const text = 'x'.repeat(longestWhole + 5);
    const part = textPart(text.length, 1);
    expect(cutPart(windowOf(text, 0, part.to - 1), part)).toBeUndefined();
    expect(cutPart(windowOf(text, part.from + 1, text.length), part)).toBeUndefined();
    expect(cutPart(windowOf(text, part.from, text.length), part)?.text.length).toBe(part.to - part.from);
  });
});

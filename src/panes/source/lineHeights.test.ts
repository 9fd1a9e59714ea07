import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineHeights, linePx } from './lineHeights.ts';

describe('heights of lines', () => {
  test('put every line right below the one before it', () => {
    const measured = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: linePx, max: 200 })), {
      selector: ([line]) => line,
    });
    fc.assert(
      fc.property(measured, measured, (first, second) => {
        const heights = LineHeights.plain.with(new Map(first)).with(new Map(second));
        const expected = new Map([...first, ...second]);
        let top = 0;
        for (let line = 1; line <= 50; line++) {
          const height = expected.get(line) ?? linePx;
          expect(heights.topOf(line)).toBe(top);
          expect(heights.heightOf(line)).toBe(height);
          expect(heights.lineAt(top, 50)).toBe(line);
          expect(heights.lineAt(top + height - 1, 50)).toBe(line);
          top += height;
        }
        expect(heights.totalPx(50)).toBe(top);
      }),
    );
  });

  test('find the last line below the end of the text', () => {
    expect(LineHeights.plain.lineAt(1e9, 3)).toBe(3);
    expect(LineHeights.plain.lineAt(-5, 3)).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowHeights } from './rowHeights.ts';

describe('heights of rows', () => {
  test('put every row right below the one before it, higher and lower ones alike', () => {
    const measured = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 49 }), fc.integer({ min: 1, max: 200 })), {
      selector: ([row]) => row,
    });
    fc.assert(
      fc.property(measured, measured, (first, second) => {
        const heights = RowHeights.usual(18).with(new Map(first)).with(new Map(second));
        const expected = new Map([...first, ...second]);
        let top = 0;
        for (let row = 0; row < 50; row++) {
          const height = expected.get(row) ?? 18;
          expect(heights.topOf(row)).toBe(top);
          expect(heights.heightOf(row)).toBe(height);
          expect(heights.rowAt(top, 50)).toBe(row);
          expect(heights.rowAt(top + height - 1, 50)).toBe(row);
          top += height;
        }
        expect(heights.totalPx(50)).toBe(top);
      }),
    );
  });

  test('find the last row below the end of the list', () => {
    expect(RowHeights.usual(18).rowAt(1e9, 3)).toBe(2);
    expect(RowHeights.usual(18).rowAt(-5, 3)).toBe(0);
  });
});

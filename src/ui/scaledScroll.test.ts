import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetToShow, scaleOf, scrollHeightOf, tallestScrollPx } from './scaledScroll.ts';

describe('scaled scrolling', () => {
  test('an ordinary list scrolls one to one at its true height', () => {
    expect(scrollHeightOf(26_000)).toBe(26_000);
    expect(scaleOf({ rowsPx: 26_000, viewPx: 400 })).toBe(1);
  });

  test('the end of a very tall list is reached exactly when its capped scroll area ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: tallestScrollPx + 1, max: 1e9 }),
        fc.integer({ min: 1, max: 4000 }),
        (rowsPx, viewPx) => {
          const lastScroll = scrollHeightOf(rowsPx) - viewPx;
          expect(lastScroll * scaleOf({ rowsPx, viewPx })).toBeCloseTo(rowsPx - viewPx, 3);
        },
      ),
    );
  });

  test('a row in view does not move the list, and any other row ends up wholly in view', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(2200), (index, offsetPx) => {
        const shape = { rowsPx: 2600, viewPx: 400 };
        const offset = offsetToShow(index, 26, offsetPx, shape) ?? offsetPx;
        expect(index * 26).toBeGreaterThanOrEqual(offset);
        expect(index * 26 + 26).toBeLessThanOrEqual(offset + 400);
        expect(offsetToShow(index, 26, offset, shape)).toBeUndefined();
      }),
    );
  });
});

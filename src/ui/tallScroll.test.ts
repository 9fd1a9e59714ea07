import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isInStep,
  isStuck,
  lastOffset,
  moved,
  offsetToReveal,
  scaleOf,
  scrollHeightOf,
  scrollTopOf,
  tallestScrollPx,
} from './tallScroll.ts';

const tall = { rowsPx: 100_000_000, viewPx: 400 };

describe('scrolling tall content', () => {
  test('content of ordinary height scrolls exactly as the browser says', () => {
    const shape = { rowsPx: 20_000, viewPx: 400 };
    expect(moved({ scrollTop: 100, offset: 100 }, 9000, shape)).toEqual({ scrollTop: 9000, offset: 9000 });
  });

  test('a turn of the wheel moves tall content by its own length', () => {
    const before = { scrollTop: scrollTopOf(50_000_000, tall), offset: 50_000_000 };
    expect(moved(before, before.scrollTop + 120, tall).offset).toBe(50_000_120);
  });

  test('a leap of the scroll bar moves tall content in proportion and to its very end', () => {
    const end = moved({ scrollTop: 0, offset: 0 }, tallestScrollPx - tall.viewPx, tall);
    expect(end.offset).toBeCloseTo(lastOffset(tall), 3);
    expect(isStuck(end, tall)).toBe(false);
  });

  test('an area that cannot scroll on although there is more content is stuck', () => {
    expect(isStuck({ scrollTop: 0, offset: 5000 }, tall)).toBe(true);
    expect(isStuck({ scrollTop: tallestScrollPx - 400, offset: 99_000_000 }, tall)).toBe(true);
  });

  test('a position put in proportion is in step', () => {
    fc.assert(
      fc.property(fc.nat(lastOffset(tall)), (offset) => {
        expect(isInStep({ scrollTop: scrollTopOf(offset, tall), offset }, tall)).toBe(true);
      }),
    );
  });

  test('a stretch is shown with the room asked for, and what is in view does not move', () => {
    const shape = { rowsPx: 20_000, viewPx: 400 };
    const room = { above: 40, below: 20 };
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 19_000 }), fc.nat(19_600), (top, offset) => {
        const next = offsetToReveal(offset, { top, bottom: top + 20 }, room, shape);
        expect(top - 40).toBeGreaterThanOrEqual(next);
        expect(top + 40).toBeLessThanOrEqual(next + 400);
        expect(offsetToReveal(next, { top, bottom: top + 20 }, room, shape)).toBe(next);
      }),
    );
  });
});

describe('scaled scrolling', () => {
  test('ordinary content scrolls one to one at its true height', () => {
    expect(scrollHeightOf(26_000)).toBe(26_000);
    expect(scaleOf({ rowsPx: 26_000, viewPx: 400 })).toBe(1);
  });

  test('the end of very tall content is reached exactly when its capped scroll area ends', () => {
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

  test('a row in view does not move the content, and any other row ends up wholly in view', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(2200), (index, offsetPx) => {
        const shape = { rowsPx: 2600, viewPx: 400 };
        const row = { top: index * 26, bottom: index * 26 + 26 };
        const none = { above: 0, below: 0 };
        const offset = offsetToReveal(offsetPx, row, none, shape);
        expect(index * 26).toBeGreaterThanOrEqual(offset);
        expect(index * 26 + 26).toBeLessThanOrEqual(offset + 400);
        expect(offsetToReveal(offset, row, none, shape)).toBe(offset);
      }),
    );
  });
});

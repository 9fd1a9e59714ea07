import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisTicks } from './usageAxis.ts';

it('ends the axis where round steps leave the least room empty', () => {
  expect(axisTicks(450)).toEqual([0, 150, 300, 450]);
  expect(axisTicks(97)).toEqual([0, 25, 50, 75, 100]);
  expect(axisTicks(1010).at(-1)).toBeLessThanOrEqual(1200);
});

it('has whole, even ticks that reach the end, whatever the end is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (end) => {
      const ticks = axisTicks(end);
      const [zero, step = 0] = ticks;
      expect(zero).toBe(0);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every((tick, at) => Number.isInteger(tick) && tick === at * step)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(end);
    }),
  );
});

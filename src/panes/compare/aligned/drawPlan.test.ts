import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPlan } from './drawPlan.ts';

const viewport = { width: 1440, height: 900, layout: 'columns' } as const;
const long = (count: number) => Array<number>(count).fill(9000);

describe('the plan of what is drawn first', () => {
  test('takes the columns that are in view, and of many the first half of them', () => {
    expect(drawPlan(long(2), viewport)).toMatchObject({ columnsAtFirst: 2, columnsNear: 2, isWatched: false });
    expect(drawPlan(long(8), viewport)).toMatchObject({ columnsAtFirst: 5, columnsNear: 5, isWatched: false });
    expect(drawPlan(long(50), viewport)).toMatchObject({ columnsAtFirst: 3, columnsNear: 5, isWatched: true });
  });

  test('takes of each text what is in view: more of wide columns, the same of all that have the least width', () => {
    const eight = drawPlan(long(8), viewport).unitsAtFirst;
    expect(drawPlan(long(2), viewport).unitsAtFirst).toBeGreaterThan(2 * eight);
    expect(drawPlan(long(50), viewport).unitsAtFirst).toBe(eight);
  });

  test('takes short texts as they come, as many as fill the view', () => {
    expect(drawPlan(Array(8).fill(100), viewport).columnsAtFirst).toBe(8);
    expect(drawPlan([100, 100, 9000, 9000, 9000, 9000, 9000, 9000], viewport).columnsAtFirst).toBe(6);
  });

  test('takes of texts one below the other those that fill the height, however many there are', () => {
    const stacked = { ...viewport, layout: 'stacked' } as const;
    expect(drawPlan(long(8), stacked)).toMatchObject({ columnsAtFirst: 1, columnsNear: 1 });
    expect(drawPlan(Array(8).fill(200), stacked).columnsAtFirst).toBe(8);
    expect(drawPlan(long(3), stacked).unitsAtFirst).toBe(drawPlan(long(30), stacked).unitsAtFirst);
  });

  test('has at least one column where there is one, and never more than there are', () => {
    const sizes = { width: integer({ min: 1, max: 6000 }), height: integer({ min: 1, max: 4000 }) };
    assert(
      property(
        array(integer({ min: 0, max: 2_000_000 }), { maxLength: 60 }),
        sizes.width,
        sizes.height,
        constantFrom('columns' as const, 'stacked' as const),
        (lengths, width, height, layout) => {
          const plan = drawPlan(lengths, { width, height, layout });
          expect(plan.columnsAtFirst).toBeGreaterThanOrEqual(Math.min(1, lengths.length));
          expect(plan.columnsNear).toBeGreaterThanOrEqual(plan.columnsAtFirst);
          expect(plan.columnsNear).toBeLessThanOrEqual(lengths.length);
          expect(plan.unitsAtFirst).toBeGreaterThan(0);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { usageOf as usage } from '../../../e2e/fixtures/testUsage.ts';
import { type CountedUsage, usageTableOf } from '../../../e2e/fixtures/usageTable.ts';
import { UsageBars } from './usageBars.ts';

function barsOf(counted: CountedUsage, areGapsShown = true) {
  const rows = usageTableOf(counted);
  const bars = new UsageBars(rows, areGapsShown);
  return { bars: Array.from({ length: rows.length }, (_, place) => bars.at(place)), end: bars.end, gap: bars.gap };
}

describe('bars of the token usage', () => {
  it('draws nothing for a count that no number holds, and all others as they are', () => {
    const { bars, end } = barsOf({ own: usage(3, Number.POSITIVE_INFINITY, 5), providers: [usage(3, 2, 5)] });
    expect(bars.map((bar) => bar.parts.length)).toEqual([0, 2]);
    expect(end).toBe(5);
    const several = barsOf({ providers: [usage(3, 2, Number.POSITIVE_INFINITY), usage(4, 1)] });
    expect(several.bars.map((bar) => bar.parts.length)).toEqual([0, 0, 2]);
    expect(several.end).toBe(5);
  });

  it('lets each generation begin where the one before ended, from the end of the prompt to the total', () => {
    const { bars, end } = barsOf({
      own: usage(38, 102, 140),
      providers: [usage(38, 102, 140)],
      generations: [54, undefined, 48],
    });
    expect(bars.slice(2).map((bar) => bar.parts)).toEqual([
      [{ kind: 'generation', from: 38, to: 92 }],
      [{ kind: 'generation', from: 92, to: 140 }],
    ]);
    expect(bars.every((bar) => bar.gap === undefined)).toBe(true);
    expect(end).toBe(140);
  });

  it('shows by how much the counts of the response miss its own total', () => {
    const { bars, end, gap } = barsOf({ own: usage(24, 81, 120) });
    expect(bars[0]?.gap).toEqual({ from: 105, to: 120, difference: -15 });
    expect(gap).toEqual(bars[0]?.gap);
    expect(end).toBe(120);
  });

  it('shows an overhang at the last generation when they add up to more', () => {
    const { bars, end } = barsOf({ own: usage(10, 20, 30), generations: [15, 9] });
    expect(bars[1]?.gap).toBeUndefined();
    expect(bars[2]?.gap).toEqual({ from: 30, to: 34, difference: 4 });
    expect(end).toBe(34);
  });

  it('shows no gap while a generation of the group is not drawn', () => {
    const { bars } = barsOf({ own: usage(10, 20, 30), generations: [5, Number.POSITIVE_INFINITY] });
    expect(bars.map((bar) => bar.gap)).toEqual([undefined, undefined, undefined]);
    expect(bars[2]?.parts).toEqual([]);
  });

  it('shows no gap where the sources agree although fewer tokens are listed', () => {
    const counted = { own: usage(10, 20, 30), generations: [18] };
    expect(barsOf(counted).bars[1]?.gap?.difference).toBe(-2);
    const quiet = barsOf(counted, false);
    expect([quiet.bars[1]?.gap, quiet.gap]).toEqual([undefined, undefined]);
  });

  it('lays the prompts of several provider responses after one another only where the response added them', () => {
    const providers = [usage(10, 4, 14), usage(10, 6, 16)];
    const added = barsOf({ own: usage(20, 10, 30), providers }).bars;
    expect(added[2]?.parts).toEqual([
      { kind: 'prompt', from: 10, to: 20 },
      { kind: 'generation', from: 24, to: 30 },
    ]);
    const once = barsOf({ own: usage(10, 10, 20), providers }).bars;
    expect(once[2]?.parts).toEqual([
      { kind: 'prompt', from: 0, to: 10 },
      { kind: 'generation', from: 14, to: 20 },
    ]);
    expect([...added, ...once].every((bar) => bar.gap === undefined)).toBe(true);
  });

  it('draws a total alone as one piece and negative counts as nothing', () => {
    expect(barsOf({ own: usage(undefined, undefined, 7) }).bars[0]?.parts).toEqual([{ kind: 'whole', from: 0, to: 7 }]);
    expect(barsOf({ own: usage(-3, 5) }).bars[0]?.parts).toEqual([
      { kind: 'prompt', from: 0, to: 0 },
      { kind: 'generation', from: 0, to: 5 },
    ]);
  });

  it('has no end when nothing is known', () => {
    expect(barsOf({ providers: [undefined] })).toEqual({ bars: [{ parts: [] }, { parts: [] }], end: 0 });
  });

  it('ends where the last bar does, over more rows than a chunk holds', () => {
    const many = Array.from({ length: 9000 }, (_, at) => (at % 7 === 0 ? undefined : at % 5));
    const { bars, end } = barsOf({ own: usage(3), providers: many.map((count) => usage(2, count)), generations: many });
    let drawn = 0;
    for (const part of bars.flatMap((bar) => bar.parts)) drawn = Math.max(drawn, part.to);
    expect(end).toBe(drawn);
    const generations = bars.slice(9001).flatMap((bar) => bar.parts);
    expect(generations).toHaveLength(many.filter((count) => count !== undefined).length);
    expect(generations.every((part, at) => part.from === (generations[at - 1]?.to ?? 3))).toBe(true);
  });
});

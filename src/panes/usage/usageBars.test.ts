import { describe, expect, it } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { Usage } from '../../response/model.ts';
import type { UsageRow } from '../../response/rows.ts';
import { usageBars } from './usageBars.ts';

const pointer = pointerOf('usage');

function usage(prompt?: number, generation?: number, total?: number): Usage {
  const count = (value: number) => ({ value, lexeme: String(value), pointer });
  return {
    pointer,
    ...(prompt !== undefined && { prompt: count(prompt) }),
    ...(generation !== undefined && { generation: count(generation) }),
    ...(total !== undefined && { total: count(total) }),
  };
}

function row(source: UsageRow['source'], position: number, counts?: Usage): UsageRow {
  return { source, label: `${source} ${position}`, pointer, position, ...(counts && { usage: counts }) };
}

describe('bars of the token usage', () => {
  it('draws nothing for a count that no number holds, and all others as they are', () => {
    const { bars, end } = usageBars([
      row('response', 0, usage(3, Number.POSITIVE_INFINITY, 5)),
      row('provider', 0, usage(3, 2, 5)),
    ]);
    expect(bars.map((bar) => bar.parts.length)).toEqual([0, 2]);
    expect(end).toBe(5);
  });

  it('lets each generation begin where the one before ended, from the end of the prompt to the total', () => {
    const { bars, end } = usageBars([
      row('response', 0, usage(38, 102, 140)),
      row('provider', 0, usage(38, 102, 140)),
      row('generation', 0, usage(undefined, 54)),
      row('generation', 1, usage(undefined, 48)),
    ]);
    expect(bars.slice(2).map((bar) => bar.parts)).toEqual([
      [{ kind: 'generation', from: 38, to: 92 }],
      [{ kind: 'generation', from: 92, to: 140 }],
    ]);
    expect(bars.every((bar) => bar.gap === undefined)).toBe(true);
    expect(end).toBe(140);
  });

  it('shows by how much the counts of the response miss its own total', () => {
    const { bars, end } = usageBars([row('response', 0, usage(24, 81, 120))]);
    expect(bars[0]?.gap).toEqual({ from: 105, to: 120, difference: -15 });
    expect(end).toBe(120);
  });

  it('shows an overhang at the last generation when they add up to more', () => {
    const { bars } = usageBars([
      row('response', 0, usage(10, 20, 30)),
      row('generation', 0, usage(undefined, 15)),
      row('generation', 1, usage(undefined, 9)),
    ]);
    expect(bars[1]?.gap).toBeUndefined();
    expect(bars[2]?.gap).toEqual({ from: 30, to: 34, difference: 4 });
  });

  it('shows no gap while a generation of the group is not known', () => {
    const { bars } = usageBars([
      row('response', 0, usage(10, 20, 30)),
      row('generation', 0, usage(undefined, 5)),
      row('generation', 1),
    ]);
    expect(bars.map((bar) => bar.gap)).toEqual([undefined, undefined, undefined]);
    expect(bars[2]?.parts).toEqual([]);
  });

  it('shows no gap where the sources agree although fewer tokens are listed', () => {
    const rows = [row('response', 0, usage(10, 20, 30)), row('generation', 0, usage(undefined, 18))];
    expect(usageBars(rows).bars[1]?.gap?.difference).toBe(-2);
    expect(usageBars(rows, false).bars[1]?.gap).toBeUndefined();
  });

  it('lays the prompts of several provider responses after one another only where the response added them', () => {
    const providers = [row('provider', 0, usage(10, 4, 14)), row('provider', 1, usage(10, 6, 16))];
    const added = usageBars([row('response', 0, usage(20, 10, 30)), ...providers]).bars;
    expect(added[2]?.parts).toEqual([
      { kind: 'prompt', from: 10, to: 20 },
      { kind: 'generation', from: 24, to: 30 },
    ]);
    const once = usageBars([row('response', 0, usage(10, 10, 20)), ...providers]).bars;
    expect(once[2]?.parts).toEqual([
      { kind: 'prompt', from: 0, to: 10 },
      { kind: 'generation', from: 14, to: 20 },
    ]);
    expect([...added, ...once].every((bar) => bar.gap === undefined)).toBe(true);
  });

  it('draws a total alone as one piece and negative counts as nothing', () => {
    expect(usageBars([row('response', 0, usage(undefined, undefined, 7))]).bars[0]?.parts).toEqual([
      { kind: 'whole', from: 0, to: 7 },
    ]);
    expect(usageBars([row('response', 0, usage(-3, 5))]).bars[0]?.parts).toEqual([
      { kind: 'prompt', from: 0, to: 0 },
      { kind: 'generation', from: 0, to: 5 },
    ]);
  });

  it('has no end when nothing is known', () => {
    expect(usageBars([row('response', 0), row('provider', 0)])).toEqual({
      bars: [{ parts: [] }, { parts: [] }],
      end: 0,
    });
  });
});

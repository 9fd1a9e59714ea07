import { expect, test } from 'vitest';
import { pointerOf } from '../json/pointer.ts';
import type { Count, Usage } from '../response/model.ts';
import { cost } from './cost.ts';

const count = (value: number): Count => ({ value, lexeme: String(value), pointer: pointerOf('n') });
const usage: Usage = { pointer: pointerOf('usage'), prompt: count(1200), generation: count(412) };
const price = { currency: 'USD', prompt: 2.5, generation: 10 };

test('the cost is the sum of its parts, with the formula', () => {
  expect(cost(usage, price)).toEqual({
    amount: 0.00712,
    formula: '1,200 × USD 2.5 / 1M + 412 × USD 10 / 1M = USD 0.00712',
  });
});

test('cached tokens have their own price where there is one, and are part of the prompt', () => {
  const cached = { ...usage, cached: count(1000) };
  expect(cost(cached, { ...price, cached: 0.25 })?.formula).toBe(
    '200 × USD 2.5 / 1M + 1,000 × USD 0.25 / 1M + 412 × USD 10 / 1M = USD 0.00487',
  );
  expect(cost(cached, price)?.amount).toBe(cost(usage, price)?.amount);
});

test('nothing is guessed: without a count or with a price that is none there is no cost', () => {
  const { prompt: _, ...withoutPrompt } = usage;
  const { generation: __, ...withoutGeneration } = usage;
  for (const one of [undefined, withoutPrompt, withoutGeneration]) expect(cost(one, price)).toBeUndefined();
  for (const bad of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    expect(cost(usage, { ...price, prompt: bad })).toBeUndefined();
    expect(cost(usage, { ...price, generation: bad })).toBeUndefined();
    expect(cost(usage, { ...price, cached: bad })).toBeUndefined();
  }
});

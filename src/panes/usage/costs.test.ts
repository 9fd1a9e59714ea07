import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../e2e/fixtures/providerTable.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { Usage } from '../../response/model.ts';
import { formatAmount } from '../../words/numbers.ts';
import { costsOf, readPrice } from './costs.ts';

const count = (value: number) => ({ value, lexeme: String(value), pointer: pointerOf('n') });
const usage: Usage = { pointer: pointerOf('usage'), prompt: count(1000), generation: count(100) };
const provider = (model: string | undefined, own: Usage | undefined = usage) => ({
  ...(model !== undefined && { model: { text: model, pointer: pointerOf('m') } }),
  ...(own && { usage: own }),
});
const usd = { currency: 'USD', prompt: 2, generation: 10 };

describe('costsOf', () => {
  it('adds up what each provider response cost', () => {
    const { lines, total } = costsOf(tableOf([provider('tea-1'), provider('tea-1')]), undefined, { 'tea-1': usd });
    expect(lines[0]?.cost?.amount).toBeCloseTo(0.003);
    expect(total).toEqual({ currency: 'USD', amount: expect.closeTo(0.006) });
  });

  it('says what is missing and gives no total then', () => {
    const costs = costsOf(tableOf([provider('tea-1'), provider('tea-2'), provider(undefined)]), undefined, {
      'tea-1': usd,
    });
    expect(costs.lines.map(({ missing }) => missing)).toEqual([undefined, 'price', 'model']);
    expect(costs.total).toBeUndefined();
  });

  it('does not add different currencies', () => {
    const prices = { a: usd, b: { ...usd, currency: 'EUR' } };
    const costs = costsOf(tableOf([provider('a'), provider('b')]), undefined, prices);
    expect(costs).toMatchObject({ hasCurrencies: true });
    expect(costs.total).toBeUndefined();
  });

  it("takes the response's own counts only for a single provider response without any", () => {
    const { usage: _usage, ...without } = provider('a');
    expect(costsOf(tableOf([without]), usage, { a: usd }).lines[0]).toMatchObject({
      from: 'response',
      cost: { amount: expect.closeTo(0.003) },
    });
    expect(costsOf(tableOf([without, provider('a')]), usage, { a: usd }).lines[0]).toMatchObject({ missing: 'counts' });
  });

  it('takes no name for a price that every object has', () => {
    expect(costsOf(tableOf([provider('constructor')]), undefined, {}).lines[0]).toMatchObject({ missing: 'price' });
  });
});

describe('readPrice', () => {
  const draft = { currency: 'USD', prompt: '2.50', generation: '10', cached: '' };

  it('reads amounts, and leaves out a price of cached tokens that is not given', () => {
    expect(readPrice(draft)).toEqual({ price: { currency: 'USD', prompt: 2.5, generation: 10 } });
    expect(readPrice({ ...draft, cached: '0' })).toEqual({
      price: { currency: 'USD', prompt: 2.5, generation: 10, cached: 0 },
    });
  });

  it.each(['', '-1', 'two', '1e3', '2,50', 'Infinity', '1'.repeat(400)])('says what is wrong with %j', (prompt) => {
    expect(readPrice({ ...draft, prompt })).toMatchObject({ problems: { prompt: expect.stringContaining('number') } });
  });

  it('asks for a currency', () => {
    expect(readPrice({ ...draft, currency: ' ' })).toMatchObject({ problems: { currency: expect.any(String) } });
  });
});

it('writes small amounts in full', () => {
  expect(formatAmount(0.00000123)).toBe('0.00000123');
  expect(formatAmount(1234.5)).toBe('1,234.5');
});

import { expect, test } from 'vitest';
import { pointerOf } from '../../json/pointer.ts';
import type { TokenFigures } from '../../response/tokens/token.ts';
import { pooledFigures } from './pooledFigures.ts';

test('every usable token counts once, however the lists are cut', () => {
  const list = (usable: number, mean: number, below: number): TokenFigures => ({
    count: usable + 1,
    usable,
    leftOut: { unusable: 1 },
    mean,
    total: mean * usable,
    lowest: { logprob: 2 * mean, text: String(mean), pointer: pointerOf(String(mean)) },
    window: { mean, length: usable, pointer: pointerOf(String(mean)) },
    below,
  });
  expect(pooledFigures([list(2, -1, 1), { count: 4, usable: 0, leftOut: { special: 4 } }, list(6, -3, 2)])).toEqual({
    count: 14,
    usable: 8,
    leftOut: { unusable: 2, special: 4 },
    mean: -2.5,
    total: -20,
    lowest: { logprob: -6, text: '-3', pointer: '/-3' },
    window: { mean: -3, length: 6, pointer: '/-3' },
    below: 3,
  });
});

test('lists without a usable token add to the count alone', () => {
  expect(pooledFigures([{ count: 4, usable: 0 }])).toEqual({ count: 4, usable: 0 });
});

import { expect, it } from 'vitest';
import { inOrder } from './shownOrder.ts';

it('generations that the order does not name stay behind the others, as they were', () => {
  expect(inOrder([7, 0, 1, 3, 4], (position) => position, [7, 3, 0])).toEqual([7, 3, 0, 1, 4]);
  expect(inOrder([7, 0, 1], (position) => position, [])).toEqual([7, 0, 1]);
});

import { expect, test } from 'vitest';
import { columnIds } from '../../state/view.ts';
import { movedBy, movedNextTo, orderedColumns } from './columnOrder.ts';

test('without a wish the usual order holds, and a column the wish does not know stands behind its usual neighbour', () => {
  expect(orderedColumns([])).toEqual(columnIds);
  const wanted = columnIds.filter((one) => one !== 'link' && one !== 'index').toReversed();
  const order = orderedColumns(wanted);
  expect(order.toSorted()).toEqual(columnIds.toSorted());
  expect(order[0]).toBe('index');
  expect(order[order.indexOf('link') - 1]).toBe(columnIds[columnIds.indexOf('link') - 1]);
});

test('a column moves past its next shown neighbour, over hidden ones, and not past the ends', () => {
  const order = ['index', 'output', 'finish', 'tokens'] as const;
  const shown = ['index', 'output', 'tokens'] as const;
  expect(movedBy(order, shown, 'tokens', -1)).toEqual(['index', 'tokens', 'output', 'finish']);
  expect(movedBy(order, shown, 'output', 1)).toEqual(['index', 'finish', 'tokens', 'output']);
  expect(movedBy(order, shown, 'index', -1)).toBe(order);
  expect(movedBy(order, shown, 'finish', 1)).toBe(order);
});

test('a column that is dropped on another one stands on the side that was meant', () => {
  const order = ['index', 'output', 'finish', 'tokens'] as const;
  expect(movedNextTo(order, 'tokens', 'output', -1)).toEqual(['index', 'tokens', 'output', 'finish']);
  expect(movedNextTo(order, 'index', 'finish', 1)).toEqual(['output', 'finish', 'index', 'tokens']);
  expect(movedNextTo(order, 'index', 'index', 1)).toBe(order);
});

import { expect, test } from 'vitest';
import { testRow } from '../../../e2e/fixtures/testRow.ts';
import { samplesOf } from '../../../e2e/fixtures/testSamples.ts';
import { pointerOf } from '../../json/pointer.ts';
import { reasoningRows } from './reasoningRows.ts';

const tokens = { count: 3, from: 'listed' as const, pointer: pointerOf('usage') };
const table = samplesOf(
  [0, 1, 2, 3].map((position) =>
    testRow(position, { preview: 'Paris', outputKind: 'null', toolCallCount: 1, tokens, group: 0, calls: 'f()' }),
  ),
);

test('what is compared is the reasoning: nothing of the answers is said, and equal ones are a group', () => {
  const list = reasoningRows(table, [3, 0, 2, 9], ['so: tea', 'hence', 'so: tea']);
  expect(list.positions).toEqual([3, 0, 2]);
  expect([0, 1, 2].map((place) => list.group(place))).toEqual([0, 1, 0]);
  expect(list.at(1)).toStrictEqual(
    testRow(0, { preview: 'hence', outputKind: 'text', characters: 5, toolCallCount: 0, group: 1 }),
  );
  expect(list.at(1)).toBe(list.at(1));
  expect([list.hasNoAnswer(0), list.toolCallCount(0), list.tokenCount(0)]).toEqual([false, 0, Number.NaN]);
});

test('some of them, in another order, say the same of themselves', () => {
  const list = reasoningRows(table, [3, 0, 2], ['so: tea', 'hence', 'so: tea']);
  const picked = list.pick([2, 7, 1]);
  expect(picked.positions).toEqual([2, 0]);
  expect([picked.at(0)?.preview, picked.at(1)?.preview, picked.at(2)]).toEqual(['so: tea', 'hence', undefined]);
  expect([picked.group(0), picked.group(1)]).toEqual([0, 1]);
  expect(picked.pick([1]).at(0)?.preview).toBe('hence');
  expect([list.inDocumentOrder(), picked.first(1).map(({ position }) => position)]).toEqual([[1, 2, 0], [2]]);
  expect([picked.equals(list.pick([2, 1])), picked.equals(list.pick([1, 2]))]).toEqual([true, false]);
});

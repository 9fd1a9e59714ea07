import { expect, test } from 'vitest';
import { newDocument } from '../../state/documents.ts';
import type { ListItem } from './listItems.ts';
import { extended, isSelected, type Selected, selectedBy, selectedCount } from './listSelection.ts';

const documents = ['a', 'b', 'c'].map((id) => newDocument(id, id));
/** A document on screen with three responses between two others. */
const items: readonly ListItem[] = documents.flatMap((document) =>
  document.id === 'b' ? [{ document }, ...[0, 1, 2].map((response) => ({ document, response }))] : [{ document }],
);
const none: Selected = { documents: new Set(), responses: undefined };

function after(
  presses: readonly (readonly [at: number, how: 'alone' | 'adding' | 'extending', from?: number])[],
  activeId = 'b',
) {
  let selected: Selected | undefined = none;
  for (const [at, how, from = 0] of presses)
    selected = selected && selectedBy(selected, { items, at, how, from, activeId });
  return selected && items.flatMap((item, at) => (isSelected(selected as Selected, item, activeId) ? [at] : []));
}

test('what is pressed alone is the selection, and another document takes the screen', () => {
  expect(after([])).toEqual([1]);
  expect(after([[3, 'alone']])).toEqual([3]);
  expect(
    after([
      [3, 'alone'],
      [1, 'alone'],
    ]),
  ).toEqual([1]);
  expect(
    after([
      [0, 'adding'],
      [2, 'alone'],
    ]),
  ).toEqual([2]);
  expect(after([[0, 'alone']])).toBeUndefined();
});

test('adding begins with what is on screen, and takes away what is there', () => {
  expect(after([[0, 'adding']])).toEqual([0, 1]);
  expect(
    after([
      [0, 'adding'],
      [5, 'adding'],
    ]),
  ).toEqual([0, 1, 5]);
  expect(
    after([
      [0, 'adding'],
      [1, 'adding'],
    ]),
  ).toEqual([0]);
  expect(
    after([
      [0, 'adding'],
      [0, 'adding'],
    ]),
  ).toEqual([1]);
  expect(
    after([
      [2, 'alone'],
      [4, 'adding'],
    ]),
  ).toEqual([2, 4]);
  expect(
    after([
      [2, 'alone'],
      [4, 'adding'],
      [2, 'adding'],
      [4, 'adding'],
    ]),
  ).toEqual([1]);
  // Some of the document on screen, and another one.
  expect(
    after([
      [2, 'alone'],
      [0, 'adding'],
    ]),
  ).toEqual([0, 2]);
  expect(
    after([
      [2, 'alone'],
      [0, 'adding'],
      [2, 'adding'],
    ]),
  ).toEqual([0]);
  expect(
    after([
      [2, 'alone'],
      [0, 'adding'],
      [1, 'adding'],
    ]),
  ).toEqual([0, 1]);
});

test('a range is what lies in it: a document whose entry is among it counts as a whole', () => {
  expect(after([[3, 'extending', 2]])).toEqual([2, 3]);
  expect(after([[2, 'extending', 4]])).toEqual([2, 3, 4]);
  expect(after([[5, 'extending', 3]])).toEqual([3, 4, 5]);
  expect(after([[2, 'extending', 0]])).toEqual([0, 1]);
  expect(after([[5, 'extending', 5]])).toEqual([5]);
  expect(after([[1, 'extending', 1]])).toEqual([1]);
});

test('entries are counted as they are shown', () => {
  const count = (selected: Selected) => selectedCount(selected, 'b');
  expect(count(none)).toBe(1);
  expect(count(extended(items, 'b'))).toBe(3);
  expect(count({ documents: new Set(), responses: [0, 2] })).toBe(2);
  expect(count({ documents: new Set(['a', 'b']), responses: [0, 2] })).toBe(3);
  expect(count({ documents: new Set(['a', 'c']), responses: undefined })).toBe(2);
});

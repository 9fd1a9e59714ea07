import { describe, expect, test } from 'vitest';
import { childPointer, type Pointer, pointerOf, rootPointer } from '../../json/pointer.ts';
import { stickyPlaces } from './stickyPlaces.ts';
import { layOut } from './treeLayout.ts';
import type { TreeKnowledge } from './treePages.ts';

/** Three levels of arrays with ten items each; the first item of the first two levels is open. */
const knowledge: TreeKnowledge = {
  row: (parent, index) => ({
    pointer: childPointer(parent, index),
    kind: 'array',
    key: index,
    childCount: 10,
    preview: '',
    isPreviewWhole: true,
    from: 0,
    to: 0,
    isIncomplete: false,
  }),
  indexOf: () => undefined,
  isKnown: () => true,
  node: () => undefined,
};
const open = new Set([pointerOf(0), pointerOf(0, 0)]);
const layout = layOut([{ pointer: rootPointer, isArray: true, count: 10 }], open, knowledge);
const sticky = (top: number, most = 5): readonly Pointer[] =>
  stickyPlaces(layout, top, most).map(({ branch, index }) => childPointer(branch.pointer, index));

describe('containers that stick to the top', () => {
  test('are none while their own rows are in view', () => {
    expect(sticky(0)).toEqual([]);
  });

  test('are those scrolled off, outermost first, also when their row is cut only in part', () => {
    expect(sticky(0.5)).toEqual([pointerOf(0), pointerOf(0, 0)]);
    expect(sticky(5)).toEqual([pointerOf(0), pointerOf(0, 0)]);
  });

  test('go once their last member is covered', () => {
    expect(sticky(11)).toEqual([pointerOf(0)]);
    expect(sticky(22)).toEqual([]);
  });

  test('are no more than there is room for', () => {
    expect(sticky(5, 1)).toEqual([pointerOf(0)]);
  });
});

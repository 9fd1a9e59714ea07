import { describe, expect, test } from 'vitest';
import { childPointer, type Pointer, pointerOf } from '../../json/pointer.ts';
import type { NodeRow } from '../../response/questions.ts';
import { mostLevels, mostNodes, subtreeOf } from './subtree.ts';

function rows(parent: Pointer, count: number, childCount: number): readonly NodeRow[] {
  return Array.from({ length: count }, (_, key) => ({
    pointer: childPointer(parent, key),
    kind: 'array',
    key,
    childCount,
    preview: '',
    isPreviewWhole: true,
    from: 0,
    to: 0,
    isIncomplete: false,
  }));
}

const start = pointerOf('a');

describe('opening everything below a row', () => {
  test('finds every container that has members', async () => {
    const pages = { all: async (pointer: Pointer, count: number) => rows(pointer, count, pointer === start ? 2 : 0) };
    expect(await subtreeOf(pages, [{ pointer: start, childCount: 2 }])).toEqual({
      containers: [start, childPointer(start, 0), childPointer(start, 1)],
      nodeCount: 6,
      isWhole: true,
    });
  });

  test('stops at the bound of rows and says so', async () => {
    const pages = { all: async (pointer: Pointer, count: number) => rows(pointer, count, 100) };
    const found = await subtreeOf(pages, [{ pointer: start, childCount: 100 }]);
    expect(found.isWhole).toBe(false);
    expect(found.nodeCount).toBe(mostNodes);
    expect(found.containers.length).toBe(100);
  });

  test('stops at the bound of levels and says so', async () => {
    const pages = { all: async (pointer: Pointer, count: number) => rows(pointer, count, 1) };
    const found = await subtreeOf(pages, [{ pointer: start, childCount: 1 }]);
    expect(found).toMatchObject({ isWhole: false, nodeCount: mostLevels });
  });
});

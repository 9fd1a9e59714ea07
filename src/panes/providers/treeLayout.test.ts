import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childPointer, type Pointer, pointerOf, rootPointer } from '../../json/pointer.ts';
import type { NodeRow } from '../../response/questions.ts';
import {
  ancestorsOf,
  layOut,
  pagesOfRows,
  placeAt,
  placeOf,
  positionOf,
  rowOf,
  type Section,
  type TreeLayout,
} from './treeLayout.ts';
import { pageSize, type TreeKnowledge } from './treePages.ts';

type Value = null | readonly Value[] | { readonly [key: string]: Value };

/** Knows the whole of a value at once. */
function knowing(value: Value): TreeKnowledge {
  const members = new Map<Pointer, readonly NodeRow[]>();
  const visit = (pointer: Pointer, at: Value): void => {
    if (at === null) return;
    const entries = Array.isArray(at) ? [...at.entries()] : Object.entries(at);
    members.set(
      pointer,
      entries.map(([key, child]) => nodeRow(childPointer(pointer, key), key, child)),
    );
    for (const [key, child] of entries) visit(childPointer(pointer, key), child);
  };
  visit(rootPointer, value);
  return {
    row: (parent, index) => members.get(parent)?.[index],
    indexOf: (parent, key) => {
      const index = members.get(parent)?.findLastIndex((row) => row.key === key) ?? -1;
      return index < 0 ? undefined : index;
    },
    isKnown: () => true,
    node: () => undefined,
  };
}

function nodeRow(pointer: Pointer, key: string | number, value: Value): NodeRow {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : 'object';
  const childCount = value === null ? 0 : Object.keys(value).length;
  return { pointer, key, kind, childCount, preview: '', isPreviewWhole: true, from: 0, to: 0, isIncomplete: false };
}

/** Every row by walking the value as a person would. */
function expectedRows(value: Value, open: ReadonlySet<Pointer>, pointer: Pointer = rootPointer, level = 1): string[] {
  if (value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => {
    const at = childPointer(pointer, key);
    return [`${level} ${at}`, ...(open.has(at) ? expectedRows(child, open, at, level + 1) : [])];
  });
}

function rowsOf(layout: TreeLayout, knowledge: TreeKnowledge): string[] {
  return Array.from({ length: layout.rowCount }, (_, row) => {
    const place = placeAt(layout, row);
    if (!place) return 'divider';
    return `${place.branch.level} ${knowledge.row(place.branch.pointer, place.index)?.pointer}`;
  });
}

const sectionOf = (value: Value): Section => ({
  pointer: rootPointer,
  isArray: Array.isArray(value),
  count: Object.keys(value ?? {}).length,
});

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z~/]{0,2}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('rows of the tree', () => {
  test('are the members of everything open, in document order, and each row finds its way back', () => {
    fc.assert(
      fc.property(anyValue, fc.infiniteStream(fc.boolean()), (value, choices) => {
        fc.pre(Object.keys(value ?? {}).length > 0);
        const open = new Set<Pointer>();
        const visit = (pointer: Pointer, at: Value): void => {
          if (choices.next().value) open.add(pointer);
          if (at === null) return;
          for (const [key, child] of Object.entries(at)) visit(childPointer(pointer, key), child);
        };
        visit(rootPointer, value);
        const knowledge = knowing(value);
        const layout = layOut([sectionOf(value)], open, knowledge);
        expect(rowsOf(layout, knowledge)).toEqual(expectedRows(value, open));
        for (let row = 0; row < layout.rowCount; row++) {
          const place = placeAt(layout, row);
          const pointer = place && knowledge.row(place.branch.pointer, place.index)?.pointer;
          expect(place && rowOf(layout, place)).toBe(row);
          expect(pointer !== undefined && placeOf(layout, pointer, knowledge)).toEqual(place);
        }
      }),
    );
  });

  test('of two sections are divided by one row, and the member listed above stays closed', () => {
    const value = { id: null, provider_responses: [{ a: null }, null], data: [null] };
    const knowledge = knowing(value);
    const sections: Section[] = [
      { pointer: pointerOf('provider_responses'), isArray: true, count: 2 },
      { pointer: rootPointer, isArray: false, count: 3, listed: 1 },
    ];
    const layout = layOut(sections, new Set([pointerOf('provider_responses', 0), pointerOf('data')]), knowledge);
    expect(rowsOf(layout, knowledge)).toEqual([
      '1 /provider_responses/0',
      '2 /provider_responses/0/a',
      '1 /provider_responses/1',
      'divider',
      '1 /id',
      '1 /provider_responses',
      '1 /data',
      '2 /data/0',
    ]);
    const data = placeAt(layout, 6);
    expect(data && positionOf(layout, data)).toEqual({ position: 5, size: 5 });
    const item = placeAt(layout, 7);
    expect(item && positionOf(layout, item)).toEqual({ position: 1, size: 1 });
    expect(item && rowOf(layout, item)).toBe(7);
    expect(item && ancestorsOf(item)).toEqual([data]);
    const list = placeOf(layout, pointerOf('provider_responses'), knowledge);
    expect(list && rowOf(layout, list)).toBe(5);
  });

  test('of an open array of a million items are found without holding a row for each', () => {
    const items: NodeRow = { ...nodeRow(pointerOf('items'), 'items', []), childCount: 1_000_000 };
    const inside: NodeRow = { ...nodeRow(pointerOf('items', 500_000), 500_000, []), childCount: 10 };
    const knowledge: TreeKnowledge = {
      row: (parent, index) => (parent === rootPointer ? items : index === 500_000 ? inside : undefined),
      indexOf: () => 0,
      isKnown: () => true,
      node: () => undefined,
    };
    const open = new Set([pointerOf('items'), pointerOf('items', 500_000)]);
    const layout = layOut([{ pointer: rootPointer, isArray: false, count: 1 }], open, knowledge);
    expect(layout.rowCount).toBe(1 + 1_000_000 + 10);
    expect(layout.branches.size).toBe(3);
    expect(placeAt(layout, 1_000_010)?.index).toBe(999_999);
    expect(placeAt(layout, 500_011)).toMatchObject({ branch: { pointer: pointerOf('items', 500_000) }, index: 9 });
    expect(pagesOfRows(layout, 700_030, 700_050)).toEqual([{ pointer: pointerOf('items'), page: 7_000 }]);
  });

  test('of a container whose member is not known yet say which page or member is missing', () => {
    const knowledge: TreeKnowledge = {
      row: () => undefined,
      indexOf: () => undefined,
      isKnown: (pointer) => pointer === pointerOf('known'),
      node: () => undefined,
    };
    const object = layOut(
      [{ pointer: rootPointer, isArray: false, count: 1000 }],
      new Set([pointerOf('x'), pointerOf('known')]),
      knowledge,
    );
    expect(object.missing).toEqual([]);
    expect(object.sought).toEqual([pointerOf('x')]);
    const array = layOut([{ pointer: rootPointer, isArray: true, count: 1000 }], new Set([pointerOf(250)]), knowledge);
    expect(array.missing).toEqual([{ pointer: rootPointer, page: Math.floor(250 / pageSize) }]);
  });

  test('of a chain 2,000 levels deep are laid out without recursion', () => {
    let pointer: Pointer = rootPointer;
    const open = new Set<Pointer>();
    for (let level = 0; level < 2_000; level++) {
      pointer = childPointer(pointer, 0);
      open.add(pointer);
    }
    const knowledge: TreeKnowledge = {
      row: (parent) => ({ ...nodeRow(childPointer(parent, 0), 0, []), childCount: 1 }),
      indexOf: () => undefined,
      isKnown: () => true,
      node: () => undefined,
    };
    const layout = layOut([{ pointer: rootPointer, isArray: true, count: 1 }], open, knowledge);
    expect(layout.rowCount).toBe(2_001);
    expect(placeAt(layout, 2_000)?.branch.level).toBe(2_001);
  });

  test('of a document with no members are one row for its root', () => {
    const layout = layOut([{ pointer: rootPointer, isArray: false, count: 0 }], new Set(), knowing(null));
    expect(layout).toMatchObject({ isRootAlone: true, rowCount: 1 });
    expect(placeAt(layout, 0)).toBeUndefined();
  });
});

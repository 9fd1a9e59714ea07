import { describe, expect, test } from 'vitest';
import { childPointer, type Pointer, pointerOf, rootPointer } from '../../json/pointer.ts';
import type { NodeRow, Questions } from '../../response/questions.ts';
import { pageSize, TreePages } from './treePages.ts';

/** Questions to one object with these keys that writes down what it is asked. */
function questionsOf(keys: readonly string[], asked: string[]): Questions {
  const row = (parent: Pointer, key: string): NodeRow => ({
    pointer: childPointer(parent, key),
    kind: 'null',
    key,
    childCount: 0,
    preview: 'null',
    isPreviewWhole: true,
    from: 0,
    to: 4,
    isIncomplete: false,
  });
  const questions: Pick<Questions, 'children' | 'node'> = {
    children: async (pointer, from, count) => {
      asked.push(`${pointer} ${from}`);
      if (pointer === pointerOf('bad')) throw new Error('gone');
      return keys.slice(from, from + count).map((key) => row(pointer, key));
    },
    node: async (pointer) => {
      const index = keys.findIndex((key) => pointer === pointerOf(key));
      const place = { line: 1, column: 1 };
      return index < 0 ? undefined : { ...row(rootPointer, keys[index] ?? ''), index, start: place, end: place };
    },
  };
  return questions as Questions;
}

const arrival = (pages: TreePages) => new Promise<void>((resolve) => pages.subscribe(resolve));

describe('pages of members', () => {
  const keys = Array.from({ length: 250 }, (_, at) => `k${at}`);

  test('are asked for once and known when they arrive', async () => {
    const asked: string[] = [];
    const pages = new TreePages(questionsOf(keys, asked));
    expect(pages.row(rootPointer, 120)).toBeUndefined();
    pages.want([
      { pointer: rootPointer, page: 1 },
      { pointer: rootPointer, page: 1 },
    ]);
    await arrival(pages);
    expect(pages.row(rootPointer, 120)?.key).toBe('k120');
    expect(pages.indexOf(rootPointer, 'k120')).toBe(120);
    expect(asked).toEqual([` ${pageSize}`]);
  });

  test('of a container of any size say where a member stands by one question', async () => {
    const asked: string[] = [];
    const pages = new TreePages(questionsOf(keys, asked));
    expect(pages.isKnown(pointerOf('k240'))).toBe(false);
    pages.wantNodes([pointerOf('k240'), pointerOf('none')]);
    await arrival(pages);
    expect(pages.indexOf(rootPointer, 'k240')).toBe(240);
    expect([pages.isKnown(pointerOf('none')), pages.indexOf(rootPointer, 'none')]).toEqual([true, undefined]);
    expect(asked).toEqual([]);
    // What is not there may come with the rest of the document.
    pages.refresh();
    expect([pages.isKnown(pointerOf('k240')), pages.isKnown(pointerOf('none'))]).toEqual([true, false]);
  });

  test('know the last place of a repeated key in whatever order they arrive', async () => {
    const repeated = keys.with(3, 'same').with(240, 'same');
    const pages = new TreePages(questionsOf(repeated, []));
    await pages.all(rootPointer, 250);
    expect(pages.indexOf(rootPointer, 'same')).toBe(240);
  });

  test('that cannot be read are told of, and are empty', async () => {
    const pages = new TreePages(questionsOf(keys, []));
    pages.want([{ pointer: pointerOf('bad'), page: 0 }]);
    await arrival(pages);
    expect(pages.row(pointerOf('bad'), 0)).toBeUndefined();
  });

  test('are asked for again when the document has loaded further, and stay until then', async () => {
    const asked: string[] = [];
    const pages = new TreePages(questionsOf(keys, asked));
    await pages.all(rootPointer, 50);
    pages.refresh();
    expect(pages.row(rootPointer, 7)?.key).toBe('k7');
    await pages.all(rootPointer, 50);
    expect(asked).toHaveLength(2);
  });
});

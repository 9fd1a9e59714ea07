import { describe, expect, test } from 'vitest';
import type { FoundPiece } from '../../json/search/findText.ts';
import { type AskPiece, DocumentSearch } from './DocumentSearch.ts';

const size = 1000;

/** Pieces of 100 bytes with a hit of 2 bytes at every tenth, ten in each; `asked` gets the bytes that are asked from. */
function tenths(asked: number[] = [], hitsEach = 10): AskPiece {
  return async (from): Promise<FoundPiece> => {
    asked.push(from);
    const hits = Float64Array.from({ length: 2 * hitsEach }, (_, at) => from + (at >> 1) * 10 + 2 * (at & 1));
    return { hits, ...(from + 100 < size && { next: from + 100 }) };
  };
}

describe('a search', () => {
  test('goes through the document piece by piece and tells how far it is', async () => {
    const search = new DocumentSearch(tenths(), size);
    const told: (readonly [string, number, number])[] = [];
    search.subscribe(() => {
      const { state, count, done } = search.progress;
      told.push([state, count, done]);
    });
    await search.start();
    expect(told.slice(0, 3)).toEqual([
      ['running', 0, 0],
      ['running', 10, 0.1],
      ['running', 20, 0.2],
    ]);
    expect(told.at(-1)).toEqual(['done', 100, 1]);
    expect(await search.hit(0)).toEqual({ from: 0, to: 2 });
    expect(await search.hit(57)).toEqual({ from: 570, to: 572 });
    expect(await search.hit(99)).toEqual({ from: 990, to: 992 });
  });

  test('counts every hit, keeps the first ones, and asks again for the piece of another', async () => {
    const asked: number[] = [];
    const search = new DocumentSearch(tenths(asked, 40_000), size);
    await search.start();
    expect(search.progress.count).toBe(400_000);
    expect(asked).toHaveLength(10);
    expect(await search.hit(50_000)).toEqual({ from: 100 + 100_000, to: 100 + 100_002 });
    expect(asked).toHaveLength(10);
    expect(await search.hit(390_001)).toEqual({ from: 900 + 300_010, to: 900 + 300_012 });
    expect(asked.slice(10)).toEqual([900]);
  });

  test('stops when it is told to, and keeps what it has', async () => {
    const ask = tenths();
    const search: DocumentSearch = new DocumentSearch(async (from, signal) => {
      if (from === 300) search.stop();
      return await ask(from, signal);
    }, size);
    await search.start();
    expect(search.progress).toMatchObject({ state: 'stopped', count: 30, done: 0.3 });
    expect(await search.hit(29)).toEqual({ from: 290, to: 292 });
  });

  test('says why it failed', async () => {
    const reason = new Error('gone');
    const search = new DocumentSearch(() => Promise.reject(reason), size);
    await search.start();
    expect(search.progress).toEqual({ state: 'failed', count: 0, done: 0, reason });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { readingOf } from './growth.ts';

const file = { name: 'log.jsonl', url: '/open/1/0/log.jsonl', version: '7-10-1' };

/** A server of one file, which notes what it was asked for. */
function serve(text: string, state: string): readonly (string | null)[] {
  const ranges: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_url: string, how?: RequestInit) => {
    const range = new Headers(how?.headers).get('range');
    ranges.push(range);
    const headers = { etag: `"${state}"` };
    const from = Number(/\d+/.exec(range ?? '0')?.[0]);
    if (range === null) return new Response(text, { headers });
    if (from >= text.length) return new Response(text, { headers });
    return new Response(text.slice(from), { status: 206, headers });
  });
  return ranges;
}

afterEach(() => vi.unstubAllGlobals());

describe('readingOf', () => {
  const before = 'x'.repeat(100_000);
  const held = new Blob([before]);

  it('fetches the end alone where the same file has grown', async () => {
    const ranges = serve(`${before}new`, '7-100003-2');
    const { content, isGrown, state } = await readingOf(file, held);
    expect(await content.text()).toBe(`${before}new`);
    expect([isGrown, state, ranges]).toEqual([true, '7-100003-2', ['bytes=34464-']]);
  });

  it('fetches all of a file that became shorter, is another one, or has other bytes before its end', async () => {
    const others = [
      ['short', '7-5-2'],
      [`${before}new`, '8-100003-2'],
      [`${before.slice(0, -1)}y and new`, '7-100010-2'],
    ] as const;
    for (const [text, state] of others) {
      const ranges = serve(text, state);
      const { content, isGrown } = await readingOf(file, held);
      expect(await content.text()).toBe(text);
      expect(ranges).toEqual(['bytes=34464-', null]);
      expect(isGrown).toBe(text.startsWith(before));
    }
  });

  it('fetches all of what was not read before', async () => {
    const ranges = serve('first', '7-5-2');
    expect(await readingOf(file, undefined)).toMatchObject({ isGrown: true, state: '7-5-2' });
    expect(ranges).toEqual([null]);
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { hideNotice, useNotice } from '../../state/notice.ts';
import { useStore } from '../../state/store.ts';
import { fileWords, inTurn, openServed } from './readAgain.ts';

afterEach(() => {
  hideNotice();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('thousands of files are asked for a few at a time, and come in their order', async () => {
  let now = 0;
  let most = 0;
  const items = Array.from({ length: 3000 }, (_, at) => at);
  const answers = await inTurn(items, async (item) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    now--;
    return item * 2;
  });
  expect(answers).toEqual(items.map((item) => item * 2));
  expect(most).toBe(32);
  expect(await inTurn([], async () => 1)).toEqual([]);
});

test('files are named as long as there are few', () => {
  const named = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }));
  expect([1, 2, 3, 5].map((count) => fileWords(named.slice(0, count)))).toEqual([
    'a',
    'a and b',
    'a, b and c',
    'a, b, c and 2 more files',
  ]);
});

test('many that are fetched say how far they are, and none opens when that is cancelled', async () => {
  vi.useFakeTimers();
  const answers: (() => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push(() => resolve(new Response('{}')))));
  const notice = () => useNotice.getState().notice;
  const opened = openServed(
    Array.from({ length: 100 }, (_, at) => ({ name: `${at}.json`, url: `/open/token/${at}` })),
    true,
  );
  await vi.advanceTimersByTimeAsync(300);
  expect(notice()).toMatchObject({ text: 'Fetching 100 files', action: { label: 'Cancel' } });
  expect(answers).toHaveLength(32);
  for (const answer of answers.splice(0)) answer();
  await vi.waitFor(() => expect(answers).toHaveLength(32));
  expect(notice()?.done).toBeGreaterThan(0.3);
  notice()?.action?.run();
  for (const answer of answers.splice(0)) answer();
  expect(await opened).toEqual([]);
  expect(answers).toEqual([]);
  expect(notice()).toEqual({ text: '100 files not opened: cancelled.' });
  expect(useStore.getState().documents).toEqual([]);
});

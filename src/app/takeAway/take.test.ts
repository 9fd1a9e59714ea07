import { afterEach, expect, test, vi } from 'vitest';
import { hideNotice, useNotice } from '../../state/notice.ts';
import type { WriteHooks, Writing, Written } from '../../state/writings.ts';
import { take } from './take.ts';

afterEach(() => {
  hideNotice();
  vi.useRealTimers();
});

const notice = () => useNotice.getState().notice;

function writing(write: (hooks: WriteHooks) => Promise<Written>): Writing {
  return { words: '3 rows as CSV', fileName: 'a.csv', write };
}

test('work that takes long says how far it is, and ends when a person cancels it', async () => {
  vi.useFakeTimers();
  let tell: WriteHooks['onProgress'] = () => undefined;
  const taken = take(
    writing(
      ({ signal, onProgress }) =>
        new Promise((_, reject) => {
          tell = onProgress;
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    ),
    'download',
  );
  expect(notice()).toBeUndefined();
  vi.advanceTimersByTime(300);
  expect(notice()).toMatchObject({ text: 'Writing 3 rows as CSV', done: 0 });
  tell(0.5);
  expect(notice()?.done).toBe(0.5);
  notice()?.action?.run();
  await taken;
  expect(notice()).toEqual({ text: '3 rows as CSV: cancelled.' });
});

test('who dismisses the progress does not see it again', async () => {
  vi.useFakeTimers();
  let tell: WriteHooks['onProgress'] = () => undefined;
  void take(
    writing(({ onProgress }) => {
      tell = onProgress;
      return new Promise(() => undefined);
    }),
    'download',
  );
  vi.advanceTimersByTime(300);
  hideNotice();
  tell(0.7);
  expect(notice()).toBeUndefined();
});

test('what fails says why', async () => {
  await take(
    writing(() => Promise.reject(new Error('the response is closed'))),
    'download',
  );
  expect(notice()?.text).toBe('Not written: the response is closed.');
});

test('more than the clipboard takes is not copied, and that is said', async () => {
  const content = new Blob([new Uint8Array(32_000_001)]);
  await take(
    writing(async () => ({ content, notes: [] })),
    'copy',
  );
  expect(notice()?.text).toBe('Not copied: 32.0 MB are too much for the clipboard. Download them instead.');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newDocument } from '../../state/documents.ts';
import { useStore } from '../../state/store.ts';
import { whenQuiet } from './whenQuiet.ts';

const loading = newDocument('d', 'response.json');

beforeEach(() => {
  vi.useFakeTimers();
  useStore.setState({ documents: [], openingId: undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

test('work waits until nothing has been read for a while, and is done once', () => {
  const run = vi.fn();
  whenQuiet(run);
  vi.advanceTimersByTime(1000);
  // A load that begins in the first second is left alone, however long it takes.
  useStore.setState({ openingId: 'd' });
  useStore.setState({ documents: [loading] });
  vi.advanceTimersByTime(60_000);
  useStore.setState({ openingId: undefined });
  vi.advanceTimersByTime(60_000);
  expect(run).not.toHaveBeenCalled();
  useStore.setState({ documents: [{ ...loading, load: 'complete' }] });
  vi.advanceTimersByTime(500);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledOnce();
  useStore.setState({ documents: [] });
  vi.advanceTimersByTime(60_000);
  expect(run).toHaveBeenCalledOnce();
});

test('work is done soon where nobody opens anything', () => {
  const run = vi.fn();
  whenQuiet(run);
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledOnce();
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeWorkers } from '../../e2e/fixtures/fakeWorker.ts';
import type { Alignment } from '../analysis/align/alignment.ts';
import { partMissing } from './partMissing.ts';
import { workerTasks } from './tasks.ts';

const input = { texts: ['a', 'b'], options: { granularity: 'word' } } as const;
const result = { sampleCount: 2 } as Alignment;

function fakeTasks() {
  const fake = fakeWorkers();
  return { ...fake, tasks: workerTasks(fake.start, fake.options) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('work in disposable workers', () => {
  test('a result comes back, with progress on the way, and the worker is kept for the next work', async () => {
    const { tasks, workers, worker } = fakeTasks();
    const seen: number[] = [];
    const first = tasks.run('align', input, { onProgress: (done) => seen.push(done) });
    worker(0).say({ type: 'progress', id: 0, done: 0.5 });
    worker(0).say({ type: 'result', id: 0, result });
    expect(await first).toBe(result);
    expect(seen).toEqual([0.5]);
    const second = tasks.run('align', input);
    worker(0).say({ type: 'result', id: 1, result });
    expect(await second).toBe(result);
    expect(workers.length).toBe(1);
  });

  test('work at the same time has a worker each, of which two are kept', async () => {
    const { tasks, worker } = fakeTasks();
    const all = [tasks.run('align', input), tasks.run('align', input), tasks.run('align', input)];
    worker(0).say({ type: 'result', id: 0, result });
    worker(1).say({ type: 'result', id: 1, result });
    worker(2).say({ type: 'result', id: 2, result });
    await Promise.all(all);
    expect([0, 1, 2].map((at) => worker(at).isTerminated)).toEqual([false, false, true]);
  });

  test('cancelled work ends its worker', async () => {
    const { tasks, workers, worker } = fakeTasks();
    const controller = new AbortController();
    const work = tasks.run('align', input, { signal: controller.signal });
    controller.abort();
    await expect(work).rejects.toMatchObject({ why: 'cancelled' });
    expect(worker(0).isTerminated).toBe(true);
    tasks.warmUp();
    expect(workers.length).toBe(3);
  });

  test('what is cancelled before it starts never starts', async () => {
    const { tasks, workers } = fakeTasks();
    await expect(tasks.run('align', input, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      why: 'cancelled',
    });
    expect(workers.length).toBe(0);
  });

  test('work that is late ends with its worker, and is not late before it has begun', async () => {
    vi.useFakeTimers();
    const { tasks, worker } = fakeTasks();
    const work = tasks.run('align', input, { deadlineMs: 1000 });
    const ending = expect(work).rejects.toMatchObject({ why: 'deadline' });
    vi.advanceTimersByTime(5000);
    worker(0).say({ type: 'begun', id: 0 });
    vi.advanceTimersByTime(999);
    expect(worker(0).isTerminated).toBe(false);
    vi.advanceTimersByTime(1);
    await ending;
    expect(worker(0).isTerminated).toBe(true);
  });

  test('a failure says why', async () => {
    const { tasks, worker } = fakeTasks();
    const work = tasks.run('align', input);
    worker(0).say({ type: 'failed', id: 0, reason: 'no such thing' });
    await expect(work).rejects.toMatchObject({ why: 'failed', message: 'no such thing' });
  });

  test('work whose worker ended without a word is begun once more in another one, and not a third time', async () => {
    const { tasks, workers, worker, arrive, end } = fakeTasks();
    const work = tasks.run('align', input);
    arrive(0);
    worker(0).say({ type: 'begun', id: 0 });
    end(0);
    expect(worker(1).received).toMatchObject([{ name: 'align', input }]);
    worker(1).say({ type: 'result', id: 1, result });
    expect(await work).toBe(result);

    const other = tasks.run('align', input);
    end(1);
    arrive(1);
    end(1);
    arrive(2);
    end(2);
    await expect(other).rejects.toMatchObject({ why: 'failed', message: 'The worker stopped' });
    expect(workers.length).toBe(3);
  });

  test('a script that does not arrive is asked for once more, and then said to be missing', async () => {
    const { tasks, worker } = fakeTasks();
    const work = tasks.run('align', input);
    worker(0).err();
    worker(1).err();
    await expect(work).rejects.toMatchObject({ why: 'failed', message: partMissing });
  });

  test('a script that neither arrives nor fails does not keep work waiting for ever', async () => {
    vi.useFakeTimers();
    const { tasks, workers } = fakeTasks();
    const ending = expect(tasks.run('align', input)).rejects.toMatchObject({ why: 'failed', message: partMissing });
    await vi.advanceTimersByTimeAsync(70_000);
    await ending;
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  test('long work that says nothing is not given up', async () => {
    vi.useFakeTimers();
    const { tasks, worker, arrive } = fakeTasks();
    const work = tasks.run('align', input);
    arrive(0);
    await vi.advanceTimersByTimeAsync(600_000);
    worker(0).say({ type: 'result', id: 0, result });
    expect(await work).toBe(result);
  });

  test('a worker that was started ahead and ended is not given work', async () => {
    const { tasks, worker, workers } = fakeTasks();
    tasks.warmUp();
    worker(1).err();
    worker(0).err();
    const work = tasks.run('align', input);
    expect(workers.length).toBe(3);
    worker(2).say({ type: 'result', id: 0, result });
    expect(await work).toBe(result);
  });
});

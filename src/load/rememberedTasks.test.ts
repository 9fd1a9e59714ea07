import { describe, expect, test } from 'vitest';
import type { Alignment } from '../analysis/align/alignment.ts';
import { type TaskHooks, type TaskRunner, TaskStopped } from '../analysis/tasks.ts';
import { rememberedTasks } from './rememberedTasks.ts';

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly hooks: TaskHooks | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A runner that answers when told to. */
function heldRunner() {
  const asked: Asked[] = [];
  const runner: TaskRunner = {
    run: (name, input, hooks) =>
      new Promise((resolve, reject) => {
        asked.push({ name, input, hooks, resolve: resolve as (result: unknown) => void, reject });
        hooks?.signal?.addEventListener('abort', () => reject(new TaskStopped('cancelled', 'Cancelled')));
      }),
  };
  return { asked, tasks: rememberedTasks(runner) };
}

const words = (...texts: readonly string[]) => ({ texts, options: { granularity: 'word' } }) as const;
const result = { sampleCount: 2 } as Alignment;

describe('remembered work', () => {
  test('a result is known for an equal input, and for no other one', async () => {
    const { asked, tasks } = heldRunner();
    expect(tasks.known('align', words('a', 'b'))).toBeUndefined();
    const running = tasks.run('align', words('a', 'b'));
    expect(tasks.known('align', words('a', 'b'))).toBeUndefined();
    asked[0]?.resolve(result);
    expect(await running).toBe(result);
    expect(tasks.known('align', words('a', 'b'))).toBe(result);
    expect(tasks.known('align', words('b', 'a'))).toBeUndefined();
    expect(tasks.known('align', words('a', 'b', 'c'))).toBeUndefined();
    expect(tasks.known('align', { texts: ['a', 'b'], options: { granularity: 'line' } })).toBeUndefined();
    expect(tasks.known('nearness', { texts: ['a', 'b'] })).toBeUndefined();
  });

  test('what failed is not known and is done again', async () => {
    const { asked, tasks } = heldRunner();
    const running = tasks.run('align', words('a', 'b'));
    asked[0]?.reject(new TaskStopped('failed', 'no'));
    await expect(running).rejects.toThrow('no');
    expect(tasks.known('align', words('a', 'b'))).toBeUndefined();
    void tasks.run('align', words('a', 'b'));
    expect(asked.length).toBe(2);
  });

  test('who asks for the same as work that nobody can cancel joins it, with its progress', async () => {
    const { asked, tasks } = heldRunner();
    const first = tasks.run('align', words('a', 'b'));
    const seen: number[] = [];
    const second = tasks.run('align', words('a', 'b'), {
      signal: new AbortController().signal,
      onProgress: (done) => seen.push(done),
    });
    expect(asked.length).toBe(1);
    asked[0]?.hooks?.onProgress?.(0.5);
    asked[0]?.resolve(result);
    expect(await first).toBe(result);
    expect(await second).toBe(result);
    expect(seen).toEqual([0.5]);
  });

  test('to cancel joined work is not to wait for it; its result is known all the same', async () => {
    const { asked, tasks } = heldRunner();
    const first = tasks.run('align', words('a', 'b'));
    const controller = new AbortController();
    const second = tasks.run('align', words('a', 'b'), { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toMatchObject({ why: 'cancelled' });
    asked[0]?.resolve(result);
    expect(await first).toBe(result);
    expect(tasks.known('align', words('a', 'b'))).toBe(result);
  });

  test('work that somebody can cancel is shared with nobody', async () => {
    const { asked, tasks } = heldRunner();
    const controller = new AbortController();
    const first = tasks.run('align', words('a', 'b'), { signal: controller.signal });
    const second = tasks.run('align', words('a', 'b'));
    controller.abort();
    await expect(first).rejects.toMatchObject({ why: 'cancelled' });
    asked[1]?.resolve(result);
    expect(await second).toBe(result);
  });

  test('the oldest results give way when there are many, and when their texts are long', async () => {
    const { asked, tasks } = heldRunner();
    const ask = async (text: string) => {
      const running = tasks.run('align', words(text));
      asked.at(-1)?.resolve(result);
      await running;
    };
    for (let at = 0; at < 17; at++) await ask(`text ${at}`);
    expect(tasks.known('align', words('text 0'))).toBeUndefined();
    expect(tasks.known('align', words('text 1'))).toBe(result);
    await ask('x'.repeat(3_999_980));
    expect(tasks.known('align', words('text 16'))).toBe(result);
    expect(tasks.known('align', words('text 15'))).toBeUndefined();
    await ask('y'.repeat(4_000_001));
    expect(tasks.known('align', words('y'.repeat(4_000_001)))).toBeUndefined();
    expect(tasks.known('align', words('text 16'))).toBe(result);
  });

  test('work that is never asked twice is passed on and not kept', async () => {
    const { asked, tasks } = heldRunner();
    const input = { text: '*a*' };
    const running = tasks.run('markdown', input);
    asked[0]?.resolve([]);
    await running;
    expect(tasks.known('markdown', input)).toBeUndefined();
    void tasks.run('markdown', input);
    expect(asked.length).toBe(2);
  });
});

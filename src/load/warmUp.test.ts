import { expect, test, vi } from 'vitest';
import type { LoadEvent } from '../response/loadEvents.ts';
import { loadResponse } from './loadResponse.ts';
import { warmUp } from './warmUp.ts';

const pause = () => Promise.resolve();

test('responses of both kinds are read while nobody waits, and nothing but white space is found in them', async () => {
  const read: (LoadEvent | undefined)[] = [];
  let isAwaited = false;
  const load: typeof loadResponse = async (source, asPlain, target) => {
    let last: LoadEvent | undefined;
    await loadResponse(source, asPlain, {
      ...target,
      tell(event) {
        last = event;
      },
    });
    isAwaited = read.push(last) === 2;
  };
  vi.spyOn(performance, 'now').mockReturnValue(0);
  await expect(warmUp(() => isAwaited, pause, load)).rejects.toThrow('Somebody waits');
  vi.restoreAllMocks();
  const stripped = { check: 'HL021' };
  expect(read).toMatchObject([
    { type: 'complete', generationCount: 48, issues: { groups: [stripped] } },
    { type: 'complete', generationCount: 48, issues: { groups: [stripped] } },
  ]);
});

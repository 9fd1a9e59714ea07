import { afterEach, expect, test, vi } from 'vitest';
import { testRow } from '../../e2e/fixtures/testRow.ts';
import { writeRow } from '../../e2e/fixtures/testSamples.ts';
import type { OrderRequest } from '../analysis/order/orderRequest.ts';
import { SampleWriter } from '../response/samples/sampleWriter.ts';
import { Ordering } from './ordering.ts';
import { SamplesSoFar } from './samplesSoFar.ts';

const plain: OrderRequest = { count: 0, sort: [], brushes: {}, patterns: [], isWhole: false };

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Every look at the clock takes a while, so that an order has taken some time; timers never run out. */
function slowOrdering() {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
  const samples = new SamplesSoFar();
  return { samples, ordering: new Ordering(samples, () => Promise.resolve()) };
}

/** Long enough for everything that waits for nothing. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  promise.then(
    () => (isSettled = true),
    () => (isSettled = true),
  );
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  return isSettled;
}

test('while rows arrive, all of them are gone through now and then only', async () => {
  const { samples, ordering } = slowOrdering();
  expect(await settled(ordering.order(plain, {}))).toBe(true);
  const second = ordering.order(plain, {});
  expect(await settled(second)).toBe(false);
  samples.finish();
  expect((await second).count).toBe(0);
});

test('what a person asks for is not held up', async () => {
  const { ordering } = slowOrdering();
  expect(await settled(ordering.order(plain, {}))).toBe(true);
  const held = ordering.order(plain, {});
  const sorted = ordering.order({ ...plain, sort: [{ column: 'tokens', isDescending: true }] }, {});
  expect(await settled(sorted)).toBe(true);
  expect(await settled(ordering.order(plain, {}))).toBe(true);
  vi.runAllTimers();
  await expect(held).rejects.toThrow('A newer order');
});

test('texts are ranked before a person sorts by them', async () => {
  const { samples, ordering } = slowOrdering();
  const writer = new SampleWriter();
  for (const [at, preview] of ['Oolong', 'Assam', 'Sencha'].entries()) writeRow(writer, testRow(at, { preview }));
  const rows = writer.table();
  samples.set(rows);
  samples.finish();
  const looked = vi.spyOn(rows, 'previewPlace');
  const whole = { ...plain, count: 3, isWhole: true };
  expect(await settled(ordering.order(whole, {}))).toBe(true);
  await vi.waitFor(() => expect(looked).toHaveBeenCalledTimes(3));
  looked.mockClear();
  const sorted = await ordering.order({ ...whole, sort: [{ column: 'output', isDescending: false }] }, {});
  expect([...(sorted.positions ?? [])]).toEqual([1, 0, 2]);
  expect(looked).not.toHaveBeenCalled();
});

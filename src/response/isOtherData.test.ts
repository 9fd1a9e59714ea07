import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { rootPointer } from '../json/pointer.ts';
import { isOtherData } from './isOtherData.ts';

const isOther = (value: Parameters<typeof valueCursor>[0]) => isOtherData(valueCursor(value, rootPointer));

test('rows of a service under `data` are no generations', () => {
  expect(isOther({ data: [{ id: 'a', attributes: { message: '{}' } }], meta: {} })).toBe(true);
  expect(isOther({ data: { complete: {} } })).toBe(true);
});

test('generations are, and whatever stands beside what only a response has', () => {
  for (const one of [
    { data: [{ output: 'Green' }] },
    { data: [{ raw_output: 'Green' }] },
    { data: [{ finish_reason: 'stop' }] },
    { data: [] },
    { data: [{}] },
    { data: ['Green'] },
    { data: 'no' },
    { data: [{ a: 1 }], provider_responses: [] },
    { data: [{ a: 1 }], project_id: 'pr_1' },
    { data: {}, num_samples: 1 },
  ])
    expect([one, isOther(one)]).toEqual([one, false]);
});

import { expect, test } from 'vitest';
import { valueCursor } from '../json/cursor.ts';
import { rootPointer } from '../json/pointer.ts';
import type { JsonValue } from '../json/value.ts';
import { readSampling } from './sampling.ts';

const read = (value: JsonValue) => readSampling(valueCursor(value, rootPointer));

test('reads how tokens were drawn from the request, and from bodies that repeat it', () => {
  const { facts, places } = read({
    provider_request: { temperature: 0.9, top_p: 1, stop: null, logit_bias: { 50256: -100 } },
    provider_responses: [
      { temperature: 1, top_p: 0.98, choices: [] },
      { generation_settings: { temperature: 0.8, top_k: 40, min_p: 0.05 } },
      'text',
    ],
  });
  expect(facts.map(({ name, value, pointer }) => [name, value, pointer])).toEqual([
    ['temperature', 0.9, '/provider_request/temperature'],
    ['top_p', 1, '/provider_request/top_p'],
    ['logit_bias', 1, '/provider_request/logit_bias'],
    ['temperature', 1, '/provider_responses/0/temperature'],
    ['top_p', 0.98, '/provider_responses/0/top_p'],
    ['temperature', 0.8, '/provider_responses/1/generation_settings/temperature'],
    ['top_k', 40, '/provider_responses/1/generation_settings/top_k'],
    ['min_p', 0.05, '/provider_responses/1/generation_settings/min_p'],
  ]);
  expect(places).toEqual(['/provider_request', '/provider_responses/0', '/provider_responses/1']);
});

test('says nothing where nothing is said', () => {
  expect(read({ data: [], provider_request: { temperature: null, model: 'm' } })).toMatchObject({ facts: [] });
  expect(read([])).toEqual({ facts: [], places: [] });
});

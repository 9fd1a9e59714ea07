import { expect, test } from 'vitest';
import { valueCursor } from '../../json/cursor.ts';
import type { JsonValue } from '../../json/value.ts';
import { callFields } from './callFields.ts';

const cursor = (value: JsonValue) => valueCursor(value, '' as never);

test('a request, inputs and configuration become lines, without what every call has anew', () => {
  const fields = callFields({
    root: cursor({
      id: 'r1',
      usage: { total_tokens: 3 },
      num_samples: 2,
      suffix: null,
      provider_request: { temperature: 0.7, messages: [{ role: 'user', content: 'Name a tea.' }], stop: [] },
    }),
    generation: cursor({ id: 'g', inputs: { kind: 'tea' }, model_config_id: 'c1' }),
    provider: cursor({ model: 'tea-1', choices: [] }),
  });
  expect(fields.map(({ path, value }) => `${path} = ${value}`)).toEqual([
    'answered by = "tea-1"',
    'temperature = 0.7',
    'messages[0].role = "user"',
    'messages[0].content = "Name a tea."',
    'stop = []',
    'model_config_id = "c1"',
    'inputs.kind = "tea"',
    'num_samples = 2',
  ]);
});

test('long texts are cut, and still differ where only their ends do', () => {
  const of = (end: string) =>
    callFields({ root: cursor({ note: `${'x'.repeat(500)}${end}` }), generation: undefined, provider: undefined });
  expect(of('a')[0]?.value).toMatch(/^"x{119} … x{78}a" \(503 characters, [0-9a-f]{8}\)$/);
  expect(of('a')).not.toEqual(of('b'));
});

test('what answered is found under every name that providers have for it', () => {
  const provider = cursor({ candidates: [], modelVersion: 'tea-2' });
  expect(callFields({ root: undefined, generation: undefined, provider })).toMatchObject([
    { path: 'answered by', value: '"tea-2"' },
  ]);
});

test('without anything there is nothing', () => {
  expect(callFields({ root: undefined, generation: undefined, provider: undefined })).toEqual([]);
});

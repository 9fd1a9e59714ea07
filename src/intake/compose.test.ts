import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { sameMap } from './sourceMap.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function composed(...texts: readonly string[]) {
  let at = 0;
  const found = texts.map((text, number) => {
    const bytes = utf8(text);
    const map = sameMap(bytes.length, at);
    at += bytes.length + 1;
    return { bytes, map, name: `line ${number + 1}`, form: 'JSONL' };
  });
  const made = compose(found);
  const source = texts.join('\n');
  const text = new TextDecoder().decode(made.bytes);
  const back = (part: string) => {
    const before = utf8(text.slice(0, text.indexOf(part))).length;
    const { from, to } = made.map.toOrigin(before, before + utf8(part).length);
    return new TextDecoder().decode(utf8(source).subarray(from, to));
  };
  return { ...made, text, value: JSON.parse(text) as unknown, back };
}

test('generations and provider responses come one after the other, other keys per response', () => {
  const { value, entries } = composed(
    '{"id": "a", "data": [{"output": "x"}, {"output": "y"}], "provider_responses": [{"n": 1.0}]}',
    '{"provider_responses": [{"n": 2}], "usage": {"total_tokens": 3}}',
    '{"data": [], "data": [{"output": "z"}], "__proto__": 1}',
  );
  expect(value).toEqual({
    data: [{ output: 'x' }, { output: 'y' }, { output: 'z' }],
    provider_responses: [{ n: 1 }, { n: 2 }],
    responses: [{ id: 'a' }, { usage: { total_tokens: 3 } }, JSON.parse('{"__proto__": 1}')],
  });
  expect(entries).toMatchObject([
    { name: 'line 1', hasData: true, data: [0, 2], providers: [0, 1] },
    { name: 'line 2', hasData: false, data: [2, 2], providers: [1, 2] },
    { name: 'line 3', hasData: true, data: [2, 3], providers: [2, 2] },
  ]);
});

test('each value leads back to where it stood', () => {
  const { text, back } = composed('{"data":[{"a":"é"}],"n":1.50}', '{"data":[{"a":"z"}],"n":2}');
  expect(text).toContain('"n":1.50');
  for (const part of ['{"a":"é"}', '{"a":"z"}', '"n":1.50', '"n":2']) expect(back(part)).toBe(part);
});

test('what is no object stands as a value among the roots', () => {
  const found = ['{"data": [1]}', '[1, {"a": 2}]', '"x"'].map((text) => {
    const bytes = new TextEncoder().encode(text);
    return { bytes, map: sameMap(bytes.length), name: text, form: 'JSON' };
  });
  expect(JSON.parse(new TextDecoder().decode(compose(found).bytes))).toMatchObject({
    data: [1],
    responses: [{}, { value: [1, { a: 2 }] }, { value: 'x' }],
  });
});

test('where none has generations there is no list of them', () => {
  const { value, entries } = composed('{"provider_responses":[{"n":1}]}', '{"provider_responses":[{"n":2}]}');
  expect(value).toEqual({ provider_responses: [{ n: 1 }, { n: 2 }], responses: [{}, {}] });
  expect(entries.map(({ hasData }) => hasData)).toEqual([false, false]);
});

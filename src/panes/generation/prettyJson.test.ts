import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prettyJson } from './prettyJson.ts';

it('indents without touching numbers, escapes or the order of keys', () => {
  expect(prettyJson('{"b":1.0,"a":[1E-5,"\\u0041\\n, {"],"e":{},"f":[ ]}')).toBe(
    ['{', '  "b": 1.0,', '  "a": [', '    1E-5,', '    "\\u0041\\n, {"', '  ],', '  "e": {},', '  "f": []', '}'].join(
      '\n',
    ),
  );
});

it('agrees with JSON.stringify wherever that changes nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

it('is undefined for what is not JSON', () => {
  expect(prettyJson('{"room": "Birch')).toBeUndefined();
  expect(prettyJson('')).toBeUndefined();
});

it('indents no deeper than is read, so that what nests 100,000 deep has a text at all', () => {
  const depth = 100_000;
  const lines = prettyJson('['.repeat(depth) + ']'.repeat(depth))?.split('\n') ?? [];
  expect(lines).toHaveLength(2 * depth - 1);
  expect(lines.slice(0, 3)).toEqual(['[', '  [', '    [']);
  expect(lines.reduce((longest, { length }) => Math.max(longest, length), 0)).toBeLessThan(100);
});

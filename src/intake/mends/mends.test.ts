import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, utf8 } from '../../../e2e/fixtures/readForms.ts';
import { strictPass } from '../../json/strict.ts';
import { applied } from './edits.ts';
import { mendsOf } from './mends.ts';

const mended = (text: string) =>
  mendsOf(utf8(text)).map(({ title, edits }) => [title, textOf(applied(utf8(text), edits).bytes)]);

describe('a mistake and its likeliest mend', () => {
  it.each([
    ['a missing comma', '{"a": 1\n "b": 2}', 'Insert a comma at line 1', '{"a": 1,\n "b": 2}'],
    ['a missing comma between objects', '[{"a": 1}\n{"a": 2}]', 'Insert a comma at line 1', '[{"a": 1},\n{"a": 2}]'],
    ['a trailing comma', '{"a": [1, 2,],\n"b": 3}', 'Remove the trailing comma at line 1', '{"a": [1, 2],\n"b": 3}'],
    ['an extra comma', '{"a": 1,, "b": 2}', 'Remove the extra comma at line 1', '{"a": 1, "b": 2}'],
    ['a missing colon', '{"a" 1}', 'Insert a colon at line 1', '{"a": 1}'],
    ['an equals sign', '{"a" = 1}', 'Write the equals sign as a colon at line 1', '{"a" : 1}'],
    [
      'single quotes',
      '{"a": \'it is "b"\'}',
      'Write the single quotes as double quotes at line 1',
      '{"a": "it is \\"b\\""}',
    ],
    ['a key without quotes', '{\n a: 1}', 'Put quotes around the word at line 2', '{\n "a": 1}'],
    ['a word of Python', '{"a": None}', 'Write None as null at line 1', '{"a": null}'],
    [
      'quotes in a text',
      '{"a": "he said "hi" to me", "b": 1}',
      'Escape the quotes inside the text at line 1',
      '{"a": "he said \\"hi\\" to me", "b": 1}',
    ],
    ['a missing closing quote', '{"a": "x, "b": 1}', 'Insert the missing quote at line 1', '{"a": "x", "b": 1}'],
    [
      'a missing closing quote at the end of a line',
      '{"a": "x,\n"b": 1}',
      'Insert the missing quote at line 1',
      '{"a": "x",\n"b": 1}',
    ],
    ['a missing closing quote of a key', '{"a: 1, "b": 2}', 'Insert the missing quote at line 1', '{"a": 1, "b": 2}'],
    ['a missing opening quote', '{"a": x y", "b": 1}', 'Insert the missing quote at line 1', '{"a": "x y", "b": 1}'],
    [
      'a line break in a text',
      '{"a": "one\ntwo\nthree", "b": 1}',
      'Escape the line breaks in the text at line 1',
      '{"a": "one\\ntwo\\nthree", "b": 1}',
    ],
    ['a wrong escape', '{"a": "it\\\'s"}', 'Remove the backslash before the single quote at line 1', '{"a": "it\'s"}'],
    ['a lone backslash', '{"a": "C:\\dir"}', 'Escape the backslash at line 1', '{"a": "C:\\\\dir"}'],
    ['a missing bracket', '{"a": [1, 2, "b": 3}', 'Insert the missing ] at line 1', '{"a": [1, 2], "b": 3}'],
    ['a wrong bracket', '{"a": [1, 2}, "b": 3}', 'Write } as ] at line 1', '{"a": [1, 2], "b": 3}'],
    ['an extra bracket', '{"a": [1, 2]], "b": 3}', 'Remove the extra ] at line 1', '{"a": [1, 2], "b": 3}'],
    ['a bracket missing at the end', '{"a": [1, 2', 'Insert ]} at line 1', '{"a": [1, 2]}'],
    ['a comment', '{"a": 1, // one\n"b": 2}', 'Remove the comment at line 1', '{"a": 1, \n"b": 2}'],
    ['a number of another language', '{"a": .5, "b": 1}', 'Write .5 as 0.5 at line 1', '{"a": 0.5, "b": 1}'],
    ['a stray character', '{"a": 1 § , "b": 2}', 'Remove the stray character at line 1', '{"a": 1  , "b": 2}'],
    ['a missing value', '{"a": , "b": 2}', 'Write null for the missing value at line 1', '{"a": null , "b": 2}'],
    [
      'smart quotes',
      '{“a”: “b “c” d”}',
      'Write the smart quotes as straight quotes, from line 1 on',
      '{"a": "b “c” d"}',
    ],
    [
      'entities',
      '{&quot;a&quot;: &quot;x &amp; y&quot;}',
      'Read the HTML entities as their characters, from line 1 on',
      '{"a": "x & y"}',
    ],
    [
      'escaped entities',
      '{\\u0026quot;a\\u0026quot;: 1}',
      'Read the HTML entities as their characters, from line 1 on',
      '{"a": 1}',
    ],
    ['a mail', '> {"a": 1,\n> "b": 2}', 'Remove the quote marks of a mail, from line 1 on', '{"a": 1,\n"b": 2}'],
    [
      'a wrapped mail',
      '{"a": "one \ntwo three \nfour"}',
      'Join the lines that a mail wrapped, from line 1 on',
      '{"a": "one two three four"}',
    ],
    [
      'several',
      '{"a": 1\n"b": 2\n"c": 3}',
      'Insert commas at 2 places, the first at line 1',
      '{"a": 1,\n"b": 2,\n"c": 3}',
    ],
    [
      'several of different kinds',
      '{\'a\': 1\n"b": True}',
      'Mend 3 places, the first at line 1: write the single quotes as double quotes, insert a comma, write True as true',
      '{"a": 1,\n"b": true}',
    ],
  ])('%s', (_name, text, title, result) => {
    expect(mended(text)[0]).toEqual([title, result]);
  });

  it('is offered with others where more than one helps', () => {
    expect(mended('{"a": [1, 2}').map(([title]) => title)).toEqual(
      expect.arrayContaining(['Insert the missing ] at line 1']),
    );
    expect(mended('{"a": "one\n two", "b": 1}').length).toBeGreaterThan(1);
  });

  it('is not offered beside one that does with much less', () => {
    expect(mended('{"data": [{"id": "a" "index": 0}], "provider_responses": []}').map(([title]) => title)).toEqual([
      'Insert a comma at line 1',
    ]);
  });

  it.each(['{"a": 1}', 'words and words', '', '\u0000\u0001', '<html><body>x</body></html>'])(
    'of %j there is none',
    (text) => {
      expect(mended(text)).toEqual([]);
    },
  );

  it('is found far behind the beginning, within brackets of all kinds', () => {
    const items = Array.from({ length: 2000 }, (_, index) => ({
      index,
      output: `tea ${index}`,
      list: [1, { deep: [] }],
    }));
    const text = JSON.stringify({ data: items, provider_responses: [] }, null, 1);
    const at = text.indexOf('"output": "tea 1500"');
    const broken = text.slice(0, at).replace(/,\s*$/, '\n') + text.slice(at);
    const [first] = mended(broken);
    expect(first?.[0]).toMatch(/^Insert a comma at line \d/);
    expect(JSON.parse(first?.[1] ?? '')).toEqual(JSON.parse(text));
  });
});

describe('laws', () => {
  it('every mend that is offered makes sound JSON, and undoes nothing: applied edits lie apart, in order', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', "'", '}', ']', ':', '\n', '\\', '{', 'x', '“'),
        (json, place, sign) => {
          const at = place % (json.length + 1);
          const text = json.slice(0, at) + sign + json.slice(sign === '' ? at + 1 : at);
          for (const { edits } of mendsOf(utf8(text))) {
            edits.forEach(({ from, to }, position) => {
              expect(from).toBeLessThanOrEqual(to);
              if (position > 0) expect(from).toBeGreaterThan(edits[position - 1]?.to ?? 0);
            });
            const { bytes } = applied(utf8(text), edits);
            // Of what breaks off the rest is sound.
            expect(strictPass(bytes, { depth: 0 }).error?.isEndOfText).not.toBe(false);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('a comma, colon or bracket that was taken out is put back with one of the mends', () => {
    const text =
      '{"data": [{"index": 0, "output": "Green tea"}, {"index": 1, "output": "Black tea"}], "usage": {"total": 3}}';
    for (const [at, sign] of [...text].entries()) {
      if (!',:[]{}'.includes(sign) || at === 0) continue;
      const values = mended(text.slice(0, at) + text.slice(at + 1)).map(([, result]) =>
        JSON.stringify(JSON.parse(result ?? '')),
      );
      expect([at, sign, values.length > 0]).toEqual([at, sign, true]);
      if (',:'.includes(sign)) expect(values).toContain(JSON.stringify(JSON.parse(text)));
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pointersOf, valueOfTable } from '../../e2e/fuzz/lawValues.ts';
import type { Pointer } from '../json/pointer.ts';
import { strictPass } from '../json/strict.ts';
import type { JsonValue } from '../json/value.ts';
import type { Part, Read, Refusal } from './form.ts';
import { javascript } from './javascript.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sample = (name: string) => readFileSync(`e2e/fixtures/forms/javascript/${name}`, 'utf8');
const response = JSON.parse(readFileSync('e2e/fixtures/forms/python/response.json', 'utf8')) as JsonValue;

async function readingOf(text: string): Promise<Read | Refusal | undefined> {
  const bytes = utf8(text);
  return javascript.looksLike({ bytes, text, isWhole: true }) ? await javascript.read(bytes) : undefined;
}

async function read(text: string): Promise<Read> {
  const reading = await readingOf(text);
  if (reading === undefined || 'isRefused' in reading) throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading;
}

function valueIn({ bytes }: Part): JsonValue {
  const { table, error } = strictPass(bytes, { depth: Number.POSITIVE_INFINITY });
  if (error) throw new Error(`${error.title}: ${textOf(bytes)}`);
  return valueOfTable(bytes, table);
}

async function only(text: string): Promise<JsonValue> {
  const { parts } = await read(text);
  expect(parts).toHaveLength(1);
  return parts[0] ? valueIn(parts[0]) : null;
}

/** What the value at the pointer is in the text that was brought. */
async function written(text: string, pointer: string): Promise<string> {
  const [part] = (await read(text)).parts;
  if (part?.map === undefined) throw new Error('no map');
  const { table } = strictPass(part.bytes, { depth: Number.POSITIVE_INFINITY });
  const node = pointersOf(part.bytes, table).indexOf(pointer as Pointer);
  const { from, to } = part.map.toOrigin(table.from[node] as number, table.to[node] as number);
  return textOf(utf8(text).subarray(from, to));
}

describe('samples of what Node prints', () => {
  it.each(['inspect.txt', 'inspect-40.txt', 'inspect-wide.txt', 'inspect-lines.txt', 'colours.txt'])(
    '%s is the response that was printed',
    async (name) => {
      expect(await only(sample(name))).toEqual(response);
    },
  );

  it('reads separators in numbers', async () => {
    const text = sample('inspect-separators.txt');
    expect(text).toContain('12_345_678');
    expect(await only(text)).toEqual({ ...(response as object), tiny: 0.000123 });
  });

  it('marks what console.log left out, and says how to print all of it', async () => {
    const { form, facts, notes } = await read(sample('console.txt'));
    expect(form).toBe('console.log output');
    expect(facts).toEqual(['4 values lost']);
    expect(notes[0]).toBe(
      '4 values that the console left out, such as `[Object]` (the first in line 18): what stood there is lost, and is marked `lost`. ' +
        'Print all of it with `JSON.stringify(x)`, or with `util.inspect(x, { depth: null, maxArrayLength: null, maxStringLength: null })`.',
    );
    expect(await only(sample('console.txt'))).toMatchObject({
      data: [
        { inputs: { lost: '[Object]' }, tool_calls: { lost: '[Array]' } },
        { inputs: {}, tool_calls: [] },
      ],
      provider_responses: [{ choices: { lost: '[Array]' }, usage: { lost: '[Object]' } }],
    });
  });

  it('keeps the words of a cut text and of a cut list', async () => {
    const text = sample('limits.txt');
    const { facts } = await read(text);
    expect(facts).toEqual(['5 values lost']);
    expect(await only(text)).toMatchObject({
      note: 'a text that ... 20 more characters',
      numbers: [0, 1, 2, { lost: '... 27 more items' }],
      data: [{ lost: '[Object]' }, { lost: '[Object]' }],
    });
    expect(await written(text, '/note')).toBe("'a text that '... 20 more characters");
  });

  it('reads classes, maps, sets, dates and what has no word in JSON', async () => {
    const { notes } = await read(sample('odd.txt'));
    expect(await only(sample('odd.txt'))).toEqual({
      data: [],
      provider_responses: [],
      when: '2024-07-26T20:38:15.852Z',
      map: { a: 1, b: [2] },
      mixed: { 1: 'one' },
      set: ['x', 'y'],
      bare: { k: 'v' },
      big: Number('12345678901234567890'),
      none: null,
      minus: -0,
      nan: Number.NaN,
      call: '[Function: named]',
      kind: '[class Tea]',
      symbol: 'Symbol(s)',
      bytes: [1, 2, 3],
      buffer: '<Buffer 74 65 61>',
      pattern: "/a'b/gi",
      holes: [1, { lost: '<1 empty item>' }, 3],
      boxed: 'text',
      late: 1,
      words: 'it\'s "so" and `so`',
      nested: { one: { two: { lost: '[Object]' } } },
      self: { lost: '[Circular *1]' },
      '[Symbol(key)]': 1,
    });
    expect(notes).toContain('Names of classes are left out: `ApiResponse`, `Object`, `Uint8Array`.');
    expect(notes.filter((note) => /^2 Maps|^1 Set |`undefined`|BigInt|<ref/.test(note))).toHaveLength(5);
  });

  it('reads an error as its words', async () => {
    expect(await only(sample('error.txt'))).toEqual({
      error: '[RangeError: too much]',
      data: [],
      provider_responses: [],
    });
  });
});

describe('literals of programs', () => {
  it('reads TypeScript', async () => {
    expect(await only(sample('literal.ts.txt'))).toEqual({
      id: 'call_ts',
      num_samples: 2,
      logprobs: null,
      data: [
        {
          id: 'd1',
          index: 0,
          output: 'It\'s a "green" tea,\nsteeped',
          raw_output: "It's folded",
          finish_reason: 'stop',
          score: 0.5,
          odds: 5,
          cost: 1000,
          inputs: {},
          made: '2024-07-26',
        },
      ],
      provider_responses: [],
    });
  });

  it('reads JSON5 and modules', async () => {
    expect(await only(sample('literal.json5.txt'))).toMatchObject({
      unquoted: 'and you can quote me on that',
      hexadecimal: 0xdecaf,
      leadingDecimalPoint: 0.8675309,
      andTrailing: 8675309,
      infinity: Number.NEGATIVE_INFINITY,
      andIn: ['arrays'],
    });
    expect(await only(sample('literal.module.txt'))).toEqual({
      data: [],
      provider_responses: [],
      ok: true,
      none: null,
    });
  });

  it.each<readonly [string, JsonValue]>([
    [String.raw`['\x41\u00e9\u{1f375}\0\v\'\d\101']`, ["Aé🍵\0\u000b'dA"]],
    ['[\'a\' + `b\nc` + "d"]', ['ab\ncd']],
    ['{"a": 1, /* b */ "c": 2} // d', { a: 1, c: 2 }],
    [
      '{a: [1, 2, ... 1 more item], ... 2 more properties}',
      { a: [1, 2, { lost: '... 1 more item' }], lost: { lost: '... 2 more properties' } },
    ],
    ['[ [Foo], [NaN], [Infinity] ].x'.slice(0, -2), [{ lost: '[Foo]' }, [Number.NaN], [Number.POSITIVE_INFINITY]]],
    ['({a: 1})', { a: 1 }],
    ['module.exports = {a: 1};', { a: 1 }],
    ["> response\n{ a: 'x' }", { a: 'x' }],
    ['Promise { <pending> }', ['<pending>']],
    ["{ __proto__: 'x' }", JSON.parse('{"__proto__": "x"}') as JsonValue],
    ["{ 1: 'x', 'y-z': 2 }", { 1: 'x', 'y-z': 2 }],
  ])('%s', async (text, value) => {
    expect(await only(text)).toEqual(value);
  });

  it('leads from each pointer to its characters', async () => {
    const text =
      "const r = Answer { a: <ref *1> [ 1, 0x1f ], b: 'x' + 'y', c: new Date('2024'), m: Map(1) { 'k' => undefined }, } as const;";
    expect(await written(text, '')).toMatch(/^\{ a: .*, \}$/);
    expect(await written(text, '/a')).toBe('[ 1, 0x1f ]');
    expect(await written(text, '/a/1')).toBe('0x1f');
    expect(await written(text, '/b')).toBe("'x' + 'y'");
    expect(await written(text, '/c')).toBe("new Date('2024')");
    expect(await written(text, '/m/k')).toBe('undefined');
  });

  it('reads 10,000 levels and more', async () => {
    const depth = 200_000;
    const { parts } = await read(`${'[{a: ('.repeat(depth)}0${'),}]'.repeat(depth)}`);
    expect(strictPass(parts[0]?.bytes ?? new Uint8Array(), { depth: 0 }).error).toBeUndefined();
  });
});

describe('other consoles (their public rules)', () => {
  it('reads Deno, Bun and Chrome', async () => {
    expect(await only(sample('schema-deno.txt'))).toMatchObject({
      data: [{ inputs: { lost: '[Object]' } }],
      text: 'aaa... 12 more characters',
    });
    expect(await only(sample('schema-bun.txt'))).toMatchObject({
      data: [{ inputs: { lost: '[Object ...]' } }],
      call: '[Function: call]',
    });
    expect(await only(sample('schema-chrome.txt'))).toEqual({
      id: 'call_chrome',
      data: { lost: 'Array(2)' },
      usage: { lost: '{…}' },
      provider_responses: [],
      list: [1, 2, 3],
      call: 'ƒ',
      lost: { lost: '…' },
    });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['{"a": 1, "b": [true, null]}'],
    ['{"a": 1,}'],
    ['{"a": 1, b": 2}'],
    ['{"a" "b", "c": undefined}'],
    ['Out[12]'],
    ['hello world'],
    ['{"id": nope, "data": []}'],
    ['id: x\nlist:\n  - a'],
    ["it's a text (really)"],
    ['<html></html>'],
    [''],
  ])('%s is no JavaScript', async (text) => {
    expect(await readingOf(text)).toBeUndefined();
  });

  it.each([
    ['{ x: 0, y: 1, a: 1 b: 2 }', 19, 'A comma or `}` is expected: line 1, column 20.'],
    ["{ a: '1',\n b }", 13, 'A colon is expected behind a key: line 2.'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text that is read
    ['{ a: `x ${y}` }', 5, 'A template with an expression in it is no text yet: line 1, column 6.'],
    ["{ a: '1', b: other }", 13, '`other` is no value: line 1, column 14.'],
    ["{ a: '1', ...rest }", 10, 'What `...` stands for is not in the text: line 1, column 11.'],
  ])('%s is refused with its place', async (text, byte, detail) => {
    expect(await readingOf(text)).toMatchObject({ isRefused: true, byte, detail });
  });

  it('keeps its place behind bytes that are no UTF-8', async () => {
    const origin = Uint8Array.from([...utf8('{ a: <'), 0xef, ...utf8('ef *1> ')]);
    const reading = await javascript.read(origin);
    const [part] = reading && 'parts' in reading ? reading.parts : [];
    expect(Array.from(part?.map?.pieces.to ?? []).at(-1)).toBe(origin.length);
    expect(part && textOf(part.bytes)).toBe('{ "a": "<\uFFFDef *1>" ');
  });

  it('makes what there is of a text that breaks off', async () => {
    const { parts, notes } = await read("{ data: [ { id: 'a', output: `it's");
    expect(notes[0]).toMatch(/^The text breaks off in line 1, column 35/);
    expect(parts.map(({ bytes }) => textOf(bytes))).toEqual(['{ "data": [ { "id": "a", "output": "it\'s']);
  });
});

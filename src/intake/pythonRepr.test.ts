import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pointersOf, valueOfTable } from '../../e2e/fuzz/lawValues.ts';
import type { Pointer } from '../json/pointer.ts';
import { strictPass } from '../json/strict.ts';
import type { JsonValue } from '../json/value.ts';
import type { Part, Read, Refusal } from './form.ts';
import { pythonRepr } from './pythonRepr.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sampleBytes = (name: string) => new Uint8Array(readFileSync(`e2e/fixtures/forms/python/${name}`));
const sampleValue = (name: string): JsonValue => JSON.parse(textOf(sampleBytes(name)));

async function readingOf(input: string | Uint8Array<ArrayBuffer>): Promise<Read | Refusal | undefined> {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  const head = { bytes, text: textOf(bytes), isWhole: true };
  return pythonRepr.looksLike(head) ? await pythonRepr.read(bytes) : undefined;
}

async function read(input: string | Uint8Array<ArrayBuffer>): Promise<Read> {
  const reading = await readingOf(input);
  if (reading === undefined || 'isRefused' in reading) throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading;
}

function valueIn({ bytes }: Part): JsonValue {
  const { table, error } = strictPass(bytes, { depth: Number.POSITIVE_INFINITY });
  if (error) throw new Error(error.title);
  return valueOfTable(bytes, table);
}

async function only(input: string | Uint8Array<ArrayBuffer>): Promise<JsonValue> {
  const { parts } = await read(input);
  expect(parts).toHaveLength(1);
  return parts[0] ? valueIn(parts[0]) : null;
}

/** What the value at the pointer is in the text that was brought. */
async function written(input: string, pointer: string): Promise<string> {
  const { parts } = await read(input);
  const [part] = parts;
  if (part?.map === undefined) throw new Error('no map');
  const { table } = strictPass(part.bytes, { depth: Number.POSITIVE_INFINITY });
  const node = pointersOf(part.bytes, table).indexOf(pointer as Pointer);
  const { from, to } = part.map.toOrigin(table.from[node] as number, table.to[node] as number);
  return textOf(utf8(input).subarray(from, to));
}

describe('samples of what Python prints', () => {
  it.each([
    'repr.txt',
    'ascii.txt',
    'pprint-40.txt',
    'pprint-80.txt',
    'pprint-200.txt',
    'pprint-compact.txt',
    'ipython-out.txt',
    'console.txt',
    'ordered.txt',
    'frozendict.txt',
  ])('%s is the response that was printed', async (name) => {
    expect(await only(sampleBytes(name))).toEqual(sampleValue('response.json'));
  });

  it.each(['rich.txt', 'rich-guides.txt'])('%s is the response that was printed', async (name) => {
    expect(await only(sampleBytes(name))).toEqual(sampleValue('short.json'));
  });

  it.each(['pydantic-repr.txt', 'pydantic-str.txt', 'pydantic-dump.txt', 'pydantic-rich.txt'])(
    '%s is the model with its dates and enumerations',
    async (name) => {
      const { notes } = await read(sampleBytes(name));
      expect(await only(sampleBytes(name))).toEqual(sampleValue('model.json'));
      expect(notes.join(' ')).toContain('2 dates');
      expect(notes.join(' ')).toContain('2 members of enumerations');
    },
  );

  it.each(['text.txt', 'bytes.txt'])('%s is a string that is read on', async (name) => {
    const { parts } = await read(sampleBytes(name));
    expect(parts.map(({ isJson }) => isJson)).toEqual([false]);
    expect(JSON.parse(String(parts.map(valueIn)[0]))).toEqual(sampleValue('response.json'));
  });

  it('keeps several values apart, each with its line', async () => {
    const { parts, facts } = await read(sampleBytes('several.txt'));
    expect(parts.map(({ name }) => name)).toEqual(['line 1', 'line 2']);
    expect(parts.map(valueIn)).toEqual([sampleValue('short.json'), sampleValue('response.json')]);
    expect(facts).toEqual(['2 values']);
  });

  it('keeps what JSON has no number for', async () => {
    const { parts, facts } = await read(sampleBytes('nan.txt'));
    expect(facts).toEqual(['1 NaN kept', '2 Infinity kept']);
    expect(parts.map(valueIn)).toEqual([
      {
        ...(sampleValue('response.json') as object),
        odds: [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      },
    ]);
  });

  it('says where the console wrapped a string, and keeps the break', async () => {
    const { parts, notes } = await read(sampleBytes('rich-wrapped.txt'));
    expect(notes[0]).toMatch(/^9 line breaks inside a string \(the first in line 12\)/);
    expect(JSON.stringify(parts.map(valueIn))).toContain('steep it for 3 \\nminutes.');
  });

  it.each(['dataclass.txt', 'dataclass-pprint.txt'])('%s: dataclasses, sets, arrays, decimals, dates', async (name) => {
    expect(await only(sampleBytes(name))).toEqual({
      data: [
        { id: 'r1', index: 0, output: "it's", tags: ['a'], odds: 1.5 },
        { id: 'r2', index: 1, output: 'so', tags: [], odds: [0.5, 1, -2] },
      ],
      provider_responses: [],
      seen: [3],
      kept: ['k'],
      cost: 0.1,
      by: { one: [1] },
      made: '2024-07-26',
      zone: '2024-07-26T20:38:00-07:00',
      more: { when: null, odd: Number.NaN, low: Number.NEGATIVE_INFINITY, z: '1+2j', d: [1, 2] },
    });
    const { parts, notes } = await read(sampleBytes(name));
    expect(parts.map(({ bytes }) => textOf(bytes)).join('')).toContain('0.10');
    expect(notes.join(' ')).toContain('`Answer`, `Row` (2), `namespace`');
  });

  it('keeps what is no literal, and says so', async () => {
    const { notes, facts } = await read(sampleBytes('odd.txt'));
    expect(await only(sampleBytes('odd.txt'))).toEqual({
      id: 'self',
      data: [],
      provider_responses: [],
      self: { lost: '{...}' },
      keys: { 1: 'one', '(1, 2)': 'two', None: 'none', 2.5: 'half' },
      odd: ["<class 'object'>", 255, '1+2j', '—', { __class__: 'range', __args__: [0, 3] }],
    });
    expect(facts).toEqual(['1 place lost']);
    expect(notes.filter((note) => /`__class__`|4 keys|1 place where|complex|kept as text/.test(note))).toHaveLength(5);
  });
});

describe('the objects of an SDK (public schema)', () => {
  const sdk = {
    id: 'call_sdk',
    num_samples: 1,
    data: [
      {
        id: 'data_sdk',
        index: 0,
        output: 'Two cups',
        raw_output: ' Two cups',
        finish_reason: null,
        tool_error: null,
        inputs: {},
        cached: false,
        model_config_id: 'c',
      },
    ],
    provider_responses: [{ choices: [{ text: ' Two cups', index: 0, finish_reason: 'stop' }] }],
    ok: true,
  };

  it('reads frozendict, Decimal, NoneClass and BoolClass', async () => {
    expect(await only(sampleBytes('schema-konfig.txt'))).toEqual(sdk);
  });

  it('takes the body of an ApiResponse, and says what it leaves out', async () => {
    const { parts, notes } = await read(sampleBytes('schema-api-response.txt'));
    expect(parts.map(valueIn)).toEqual([sdk]);
    expect(parts[0]?.isSensitive).toBe(true);
    expect(notes).toContain(
      'Of `ApiResponseFor200` its body is taken; `response`, `headers`, `status=200` are left out.',
    );
    const [part] = parts;
    const origin = sampleBytes('schema-api-response.txt');
    const range = part?.map?.toOrigin(0, part.bytes.length);
    expect(textOf(origin.subarray(range?.from, range?.to))).toMatch(/^\{'id': 'call_sdk'.*\}$/);
  });

  it('reads classes that were made at run time, and members of enumerations', async () => {
    expect(await only(sampleBytes('schema-dynamic.txt'))).toEqual({
      id: 'x',
      data: [{ id: 'd', index: 0, output: 'One', raw_output: 'One', provider: 'openai', flag: true, none: null }],
      provider_responses: [],
    });
  });
});

describe('single literals', () => {
  it.each<readonly [string, JsonValue]>([
    [String.raw`['\x41\u00e9\U0001f375\101\0\a\d\N{DASH}']`, ['Aé🍵A\0\u0007\\d\\N{DASH}']],
    [String.raw`[r'\d\'', rb"a\n"]`, ["\\d\\'", 'a\\n']],
    [String.raw`[b'\xe2\x80\x94 \xff\u0041']`, ['— ÿ\\u0041']],
    [`['''a\n"b"''', """c'd"""]`, ['a\n"b"', "c'd"]],
    ["['a'\n 'b' 'c']", ['abc']],
    ["('a'\n 'b')", 'ab'],
    ["(1, 2, 'x')", [1, 2, 'x']],
    ['[(1), (2,), ()]', [1, [2], []]],
    ["{'a', 'b'}", ['a', 'b']],
    ['{1, 2, (3, 4)}', [1, 2, [3, 4]]],
    ["{(1, 2): 'x', frozenset({1}): 'y'}", { '(1, 2)': 'x', 'frozenset({1})': 'y' }],
    ['[set(), frozenset(), dict(), OrderedDict()]', [[], [], {}, {}]],
    ["dict(a=1, b='x')", { a: 1, b: 'x' }],
    ["Counter({'a': 2})", { a: 2 }],
    ["OrderedDict({'a': 2})", { a: 2 }],
    ["defaultdict(None, {'a': [1]})", { a: [1] }],
    ["[UUID('12'), PosixPath('/a'), SecretStr('**')]", ['12', '/a', '**']],
    ["tensor([[0.5, 1.]], device='cuda:0', grad_fn=<AddBackward0>)", [[0.5, 1]]],
    ['[array([1, 2, ..., 9]), array([], dtype=float64)]', [[1, 2, { lost: '...' }, 9], []]],
    ['[1_000, 0xff, .5, 5., +3, 1e16, 1E+2]', [1000, 255, 0.5, 5, 3, 1e16, 100]],
    ["Foo(1, 'a', k=2)", { __class__: 'Foo', __args__: [1, 'a'], k: 2 }],
    ['[Foo(), Foo(1,)]', [{}, { __class__: 'Foo', __args__: [1] }]],
    ['[datetime.datetime(2024, 1, 2, 3, 4), datetime.time(5, 6, 7, 8)]', ['2024-01-02T03:04:00', '05:06:07.000008']],
    [
      "[datetime.datetime(2024, 1, 2, 3, 4, tzinfo=TzInfo(UTC)), datetime.datetime(2024, 1, 2, 3, 4, tzinfo=Odd('x'))]",
      [
        '2024-01-02T03:04:00+00:00',
        { __class__: 'datetime.datetime', __args__: [2024, 1, 2, 3, 4], tzinfo: { __class__: 'Odd', __args__: ['x'] } },
      ],
    ],
    [
      "{'a': NOT_GIVEN, 'b': torch.float64, 'c': <Response [200 OK]>}",
      { a: 'NOT_GIVEN', b: 'torch.float64', c: '<Response [200 OK]>' },
    ],
    ["<frozendict {'a': 1}>", { a: 1 }],
    ['x = [None, null, true]', [null, null, true]],
    ["{'__proto__': None}", JSON.parse('{"__proto__": null}') as JsonValue],
    ["id='a' data=[] usage=None", { id: 'a', data: [], usage: null }],
  ])('%s', async (text, value) => {
    expect(await only(text)).toEqual(value);
  });

  it('leads from each pointer to its characters', async () => {
    const text =
      "Answer(data=(Row(n=Decimal('0.10'), t=('a'\n 'b'), e=<X.a: 'q'>, w=frozendict({'k': u'v'})),), d=datetime.date(2024, 7, 6))";
    expect(await written(text, '')).toBe(text);
    expect(await written(text, '/data')).toMatch(/^\(Row\(.*\),\)$/s);
    expect(await written(text, '/data/0/n')).toBe("Decimal('0.10')");
    expect(await written(text, '/data/0/t')).toBe("'a'\n 'b'");
    expect(await written(text, '/data/0/e')).toBe("'q'");
    expect(await written(text, '/data/0/w')).toBe("{'k': u'v'}");
    expect(await written(text, '/data/0/w/k')).toBe("u'v'");
    expect(await written(text, '/d')).toBe('datetime.date(2024, 7, 6)');
  });

  it('reads 10,000 levels and more', async () => {
    const depth = 200_000;
    const { parts } = await read(`${"[{'a': (".repeat(depth)}None${',)}]'.repeat(depth)}`);
    expect(strictPass(parts[0]?.bytes ?? new Uint8Array(), { depth: 0 }).error).toBeUndefined();
  });

  it('refuses what is deeper than a million levels, with the place', async () => {
    const reading = await pythonRepr.read(utf8(`(None, ${'['.repeat(1_000_001)}`));
    expect(reading).toMatchObject({ isRefused: true, byte: 7 + 999_999 });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['{"a": 1, "b": [true, null]}'],
    ['{"a": 1,}'],
    ['{"id": "a",\n "b" "c", "d": ["e" "f"]}'],
    ['{a: 1}'],
    ["{a: 'x'}"],
    ["{'a': undefined}"],
    ["{'a': null}"],
    ['hello world'],
    ["it's a text, None of it is Python (really)"],
    ['<html><body>None</body></html>'],
    ['data: {"a": 1}'],
    [''],
    ['{"a": "it\'s'],
  ])('%s is no Python', async (text) => {
    expect(await readingOf(text)).toBeUndefined();
  });

  it.each([
    ["{'a': None 'b': 1}", 11, 'A comma or `}` is expected: line 1, column 12.'],
    ["{'a': None,\n 'b' 1}", 17, 'A colon is expected behind a key: line 2.'],
    ["{'a': True,\n b: 1}", 13, 'A key in quotes is expected: line 2.'],
    ["[None, '\\xg1']", 8, '`\\x` needs 2 hexadecimal digits: line 1, column 9.'],
    ["[None, 'a', oops]", 12, '`oops` is no value: line 1, column 13.'],
  ])('%s is refused with its place', async (text, byte, detail) => {
    expect(await readingOf(text)).toMatchObject({ isRefused: true, byte, detail });
  });

  it('makes what there is of a text that breaks off, and says where', async () => {
    const text = "{'data': [{'id': 'a', 'output': None}, {'id': 'b', 'output': \"it's";
    const { parts, notes } = await read(text);
    expect(notes[0]).toBe(
      `The text breaks off in line 1, column ${text.length + 1}; what was complete before is shown.`,
    );
    expect(parts.map(({ bytes }) => textOf(bytes))).toEqual([
      '{"data": [{"id": "a", "output": null}, {"id": "b", "output": "it\'s',
    ]);
  });
});

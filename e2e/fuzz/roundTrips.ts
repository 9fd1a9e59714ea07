// Responses that a seed makes, printed by the real printers of Python and Node, read back: equal values, and pointers in the same order. Python is asked
// once for all of them; where there is none, what it printed of a few stands in the fixtures.

import { spawnSync } from 'node:child_process';
import { inspect } from 'node:util';
import type { Form } from '../../src/intake/form.ts';
import { javascript } from '../../src/intake/javascript.ts';
import { pythonRepr } from '../../src/intake/pythonRepr.ts';
import { strictPass } from '../../src/json/strict.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { randomResponse } from '../fixtures/forms/randomResponse.ts';
import { seededRandom } from '../seededRandom.ts';
import { isSame, pointersOf, valueOfTable } from './lawValues.ts';

/** Of the sample in the fixtures. */
export const roundTripSeed = 20_261_127;

const encoder = new TextEncoder();

/** What Python does with each line of its input, an array of [way, text] a line of its output. */
const program = `
import json, pprint, sys
for line in sys.stdin:
    value = json.loads(line)
    print(json.dumps([
        ['repr', repr(value)],
        ['ascii', ascii(value)],
        ['pprint', pprint.pformat(value, sort_dicts=False)],
        ['pprint, 40 wide', pprint.pformat(value, width=40, sort_dicts=False)],
        ['json.dumps', json.dumps([value, float('nan')])],
        ['json.dumps, not ASCII', json.dumps([value, float('nan')], ensure_ascii=False, indent=1)],
    ]))
`;

export interface PrintedBy {
  readonly way: string;
  readonly text: string;
}

export function responsesOf(seed: number, count: number): readonly JsonValue[] {
  return Array.from({ length: count }, (_, run) => randomResponse(seededRandom(seed * 1_000_003 + run)));
}

/** As Python prints each value; undefined where there is no Python. */
export function printedByPython(values: readonly JsonValue[]): readonly (readonly PrintedBy[])[] | undefined {
  const input = values.map((value) => JSON.stringify(value)).join('\n');
  const { status, stdout } = spawnSync('python3', ['-c', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) return undefined;
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as [string, string][]).map(([way, text]) => ({ way, text })));
}

export function printedByNode(value: JsonValue): readonly PrintedBy[] {
  const whole = { depth: null, maxArrayLength: null, maxStringLength: null };
  return [
    { way: 'util.inspect', text: inspect(value, whole) },
    { way: 'util.inspect, 40 wide', text: inspect(value, { ...whole, breakLength: 40 }) },
    { way: 'util.inspect, a line each', text: inspect(value, { ...whole, compact: false }) },
    { way: 'JSON.stringify', text: JSON.stringify(value) },
  ];
}

/** Throws where what was printed is not read as the value. */
export async function checkRoundTrip({ way, text }: PrintedBy, value: JsonValue): Promise<void> {
  const isJson = way.startsWith('json.dumps') || way.startsWith('JSON');
  const bytes = encoder.encode(text);
  const made = isJson ? bytes : await madeBy(way.startsWith('util') ? javascript : pythonRepr, bytes);
  if (made === undefined) throw new Error(`${way} is not read: ${text}`);
  const { table, error } = strictPass(made, { depth: Number.POSITIVE_INFINITY });
  if (error) throw new Error(`${way}: ${error.title}: ${text}`);
  const wanted = way.startsWith('json.dumps') ? [value, Number.NaN] : value;
  if (!isSame(valueOfTable(made, table), wanted)) throw new Error(`${way} is read as another value: ${text}`);
  const plain = encoder.encode(JSON.stringify(value));
  const pointers = pointersOf(plain, strictPass(plain, { depth: Number.POSITIVE_INFINITY }).table);
  const found = pointersOf(made, table).filter((pointer) => !way.startsWith('json.dumps') || pointer.startsWith('/0'));
  const plainFound = way.startsWith('json.dumps') ? found.map((pointer) => pointer.slice(2)) : found;
  if (plainFound.join('\n') !== pointers.join('\n')) throw new Error(`${way} has other pointers: ${text}`);
}

async function madeBy(form: Form, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const reading = await form.read(bytes);
  return reading !== undefined && 'parts' in reading && reading.parts.length === 1
    ? reading.parts[0]?.bytes
    : undefined;
}

/** Checks `runs` responses in every way; how many ways, and whether Python took part. */
export async function runRoundTrips(options: {
  readonly runs: number;
  readonly seed: number;
}): Promise<{ readonly ways: number; readonly hasPython: boolean }> {
  const values = responsesOf(options.seed, options.runs);
  const byPython = printedByPython(values);
  let ways = 0;
  for (const [at, value] of values.entries()) {
    for (const printed of [...(byPython?.[at] ?? []), ...printedByNode(value)]) {
      await checkRoundTrip(printed, value);
      ways++;
    }
  }
  return { ways, hasPython: byPython !== undefined };
}

// Logs of other tools as they are opened: form, entries, samples, provider bodies, tokens and groups, against what `expectLogs.py` works out on its own; and recorded
// bodies together in one text, which must come out as they went in.

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { gzip } from '../../src/intake/archives.ts';
import type { Form, Part } from '../../src/intake/form.ts';
import { har } from '../../src/intake/har.ts';
import { lines } from '../../src/intake/lines.ts';
import { originsText } from '../../src/intake/origins.ts';
import { takeIn } from '../../src/intake/pipeline.ts';
import { singles } from '../../src/intake/several.ts';
import { toolLogs } from '../../src/intake/toolLogs.ts';
import { cursorOver } from '../../src/json/byteCursor.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import { plural } from '../../src/words/numbers.ts';
import { wrongLeaves } from '../fixtures/mapsBack.ts';
import { differences } from './alone.ts';
import logExpectations from './logExpectations.json';

type Bytes = Uint8Array<ArrayBuffer>;
type Facts = Readonly<Record<string, unknown>>;

const known: Readonly<Record<string, Facts>> = logExpectations;
const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16);

export async function isLog(bytes: Bytes, ending: string): Promise<boolean> {
  if (ending !== '.json') return ending !== '.sse';
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  return toolLogs.looksLike({ bytes, text, isWhole: false }) && (await toolLogs.read(bytes)) !== undefined;
}

export interface CheckedLog {
  readonly line: string;
  readonly isKnown: boolean;
  readonly problems: readonly string[];
}

export async function checkLog(bytes: Bytes, file: string): Promise<CheckedLog> {
  const taken = await takeIn(bytes.slice());
  if (taken === undefined || taken.isRefused)
    return { line: '', isKnown: false, problems: [taken?.title ?? 'Not taken'] };
  const root = cursorOver(taken.bytes);
  const outputs = Array.from(root?.get('data')?.items() ?? [], (one) => one.get('output')?.text() ?? '');
  const bodies = Array.from(root?.get('provider_responses')?.items() ?? [], (body) => readProvider(body));
  const { entries } = taken;
  const facts: Facts = {
    sha256: hash(bytes),
    form: taken.form.replace(/, \d+ responses$/, ''),
    entries: entries?.length ?? 1,
    samples: outputs.length,
    bodies: bodies.length,
    tokens: bodies
      .flatMap(({ reading }) => reading.choices)
      .reduce((sum, choice) => sum + (choice.listedTokens?.count ?? 0), 0),
    groups: entries === undefined ? 1 : new Set(entries.map(({ group }) => group)).size,
    outputs: hash(outputs.join('\0')),
  };
  const expected = known[file];
  const isKnown = expected !== undefined && expected.sha256 === facts.sha256;
  const formats = [...new Set(bodies.map(({ formatLabel }) => formatLabel))].join(', ') || 'no body';
  const wrong = wrongLeaves(taken.bytes, taken.map, originsText(taken.origins));
  return {
    line: [
      facts.form,
      plural(Number(facts.entries), 'entry', 'entries'),
      plural(outputs.length, 'sample'),
      `${plural(bodies.length, 'body', 'bodies')} (${formats})`,
      plural(Number(facts.tokens), 'token'),
      plural(Number(facts.groups), 'group'),
    ].join('  '),
    isKnown,
    problems: [
      ...(isKnown ? differences(facts, expected) : []),
      ...bodies.filter(({ format }) => format === 'unknown').map((_, at) => `body ${at} is of no known shape`),
      ...wrong.slice(0, 5).map(({ pointer, lexeme, source }) => `${pointer} is ${lexeme} and leads to ${source}`),
    ],
  };
}

const encoder = new TextEncoder();

/** Bodies as JSONL, as a list, in a HAR and in a gzip file: where a part is not the body that went in, or does not lead back to where it stands. */
export async function togetherProblems(
  bodies: readonly { readonly file: string; readonly bytes: Bytes }[],
): Promise<readonly string[]> {
  const whole = bodies.filter(({ file }) => file.endsWith('.json')).map(({ bytes }) => onOneLine(bytes));
  const jsonl = encoder.encode(whole.map((line) => `${line}\n`).join(''));
  const listed = encoder.encode(`[${whole.join(',\n')}]`);
  const gzipped = new Uint8Array(gzipSync(jsonl));
  const sent = bodies.map(({ bytes }) => bytes);
  const packed = await gzip.read(gzipped);
  const unpacked = packed && 'parts' in packed ? packed.parts[0]?.bytes : undefined;
  const expected = whole.map((line) => encoder.encode(line));
  // One alone is no list.
  const areLists = expected.length > 1;
  return [
    ...(areLists ? await partProblems('JSONL', lines, jsonl, expected) : []),
    ...(areLists ? await partProblems('list', lines, listed, expected) : []),
    ...(await partProblems('HAR', har, harOf(sent), sent)),
    ...(unpacked && hash(unpacked) === hash(jsonl) ? [] : ['gzip: what comes out is not what went in']),
  ];
}

async function partProblems(
  name: string,
  form: Form,
  text: Bytes,
  expected: readonly Bytes[],
): Promise<readonly string[]> {
  const reading = await form.read(text);
  const parts: readonly Part[] = reading && 'parts' in reading ? reading.parts.flatMap(singles) : [];
  if (parts.length !== expected.length) return [`${name}: ${parts.length} parts, not ${expected.length}`];
  return parts.flatMap(({ bytes, map }, at) => {
    const body = expected[at] as Bytes;
    if (hash(bytes) !== hash(body)) return [`${name}: part ${at} is not the body that went in`];
    const range = map?.toOrigin(0, bytes.length);
    if (range === undefined) return [`${name}: part ${at} has no way back`];
    return name === 'HAR' || hash(text.subarray(range.from, range.to)) === hash(body)
      ? []
      : [`${name}: part ${at} leads elsewhere`];
  });
}

/** Line ends are white space between values only. */
function onOneLine(bytes: Bytes): string {
  return new TextDecoder()
    .decode(bytes)
    .trim()
    .replaceAll(/[\r\n]/g, ' ');
}

/** Every other body in Base64. */
function harOf(bodies: readonly Bytes[]): Bytes {
  const entries = bodies.map((bytes, at) => {
    const content =
      at % 2 === 0
        ? { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
        : { text: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
    return {
      request: { method: 'POST', url: 'https://api.example/v1', headers: [] },
      response: { status: 200, content },
    };
  });
  return encoder.encode(JSON.stringify({ log: { version: '1.2', entries } }));
}

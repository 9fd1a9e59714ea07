// Damaged input over all forms: samples of every writer, bodies and streams of every family, wrappers and prints, with bytes changed, cut out, put in, doubled, and two run
// together. Each is opened or refused with its place, soon, with a way back that stays within what was brought, and loses nothing without a word. The same for
// the same seed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mendsOf } from '../../src/intake/mends/mends.ts';
import { originsText } from '../../src/intake/origins.ts';
import { type TakenIn, takeIn } from '../../src/intake/pipeline.ts';
import { strictPass } from '../../src/json/strict.ts';
import { streamedChats } from '../fixtures/streamedChats.ts';
import { streamedTexts } from '../fixtures/streamedTexts.ts';
import { seededRandom } from '../seededRandom.ts';
import { printInspect, printPython } from './literalPrinters.ts';
import { providerBodies } from './providerBodies.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const folder = 'e2e/fixtures/forms';
/** Larger samples take long and have no other forms. */
const largest = 20_000;
const scripts = /\.(?:py|js|mjs|sh|rb|ts)$/;
/** Time of the processor, which a busy machine does not change: a text of this size that takes longer is a hang. */
const mostMs = 10_000;
/** Mends are looked for in one of so many: that takes longer than all else. */
const mendedEvery = 7;

interface Sample {
  readonly name: string;
  readonly bytes: Bytes;
  /** All of it is read, so that what is left out is said. A log of a tool says more than a response holds. */
  readonly isReadWholly: boolean;
}

/** What became of the samples of one form. */
export interface Outcomes {
  runs: number;
  opened: number;
  /** Refused with a place: that of the refusal, or that of the first mistake as JSON. */
  placed: number;
  /** Refused as a whole, where there is no place: no text, an archive that is damaged, sound JSON of another kind. */
  whole: number;
  /** Of the processor. */
  slowestMs: number;
}

/** By form. Throws, with the sample and the run, at the first that is not dealt with. */
export async function runDamagedForms({
  runs,
  seed,
}: {
  readonly runs: number;
  readonly seed: number;
}): Promise<ReadonlyMap<string, Outcomes>> {
  const samples = await samplesByForm();
  const outcomes = new Map([...samples.keys()].map((form) => [form, noOutcomes()]));
  const all = [...samples.values()].flat();
  const forms = [...samples];
  for (let run = 0; run < runs; run++) {
    // A seed for each run, so that it can be repeated alone; the forms take turns.
    const random = seededRandom(seed * 1_000_003 + run);
    const [form, own] = forms[run % forms.length] as (typeof forms)[number];
    const sample = pick(own, random);
    const damaged = damage(sample.bytes, pick(all, random).bytes, random);
    const start = process.cpuUsage();
    const told = outcomes.get(form) as Outcomes;
    try {
      told[await dealtWith(damaged, sample.isReadWholly, run % mendedEvery === 0)]++;
    } catch (reason) {
      throw new Error(`${form}, ${sample.name}, run ${run} of seed ${seed}: ${shown(damaged)}`, { cause: reason });
    }
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > mostMs) throw new Error(`${form}, ${sample.name}, run ${run} of seed ${seed} took ${ms.toFixed(0)} ms`);
    told.runs++;
    told.slowestMs = Math.max(told.slowestMs, ms);
  }
  return outcomes;
}

/** A line for each form. */
export function outcomeLines(outcomes: ReadonlyMap<string, Outcomes>): readonly string[] {
  const cell = (value: string | number) => value.toLocaleString('en').padStart(9);
  const rows = [...outcomes].map(
    ([form, { runs, opened, placed, whole, slowestMs }]) =>
      `${form.padEnd(48)}${[runs, opened, placed, whole, Math.round(slowestMs)].map(cell).join('')}`,
  );
  const head = ['runs', 'opened', 'placed', 'whole', 'ms'].map(cell).join('');
  return [`${''.padEnd(48)}${head}`, ...rows];
}

function noOutcomes(): Outcomes {
  return { runs: 0, opened: 0, placed: 0, whole: 0, slowestMs: 0 };
}

/** Samples under the form that they are read as when nothing is damaged. */
async function samplesByForm(): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const byForm = new Map<string, Sample[]>();
  for (const sample of [...files(), ...made()]) {
    const taken = await takeIn(sample.bytes.slice());
    const form =
      taken === undefined
        ? 'JSON, or nothing known'
        : taken.isRefused
          ? 'refused'
          : (taken.form.split(/, (?=\d|cut|[^,]* × )/)[0] ?? '');
    byForm.set(form, [...(byForm.get(form) ?? []), sample]);
  }
  return new Map([...byForm].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function files(): readonly Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => !scripts.test(path) && statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => {
      const name = relative(folder, path);
      return { name, bytes: new Uint8Array(readFileSync(path)), isReadWholly: /^(?:python|javascript)/.test(name) };
    });
}

const response = {
  data: [{ index: 0, output: 'Green "tea" 🍵\n', raw_output: 'Green', model_config_id: 'c' }],
  provider_responses: [{ choices: [] }],
};
const json = JSON.stringify(response);
const python = `{'data': [{'output': 'Green "tea"', 'x': None}], 'provider_responses': [(1, True)]}`;
const relatives: readonly object[] = [
  { id: 'log_1', provider_response: { choices: [] }, output: 'Tea', prompt_tokens: 3, output_tokens: 2 },
  { logs: [{ output: 'Tea', index: 0 }], prompt: { id: 'pr_1' }, id: 'plog_1' },
  { data: [{ output: 'Tea', output_message: { role: 'assistant' }, messages: [] }], provider_responses: [{}] },
  { output: 'Tea', raw_output: 'Tea', model_config_id: 'c', index: 0 },
];

/** Texts that no file holds: each form of JSON, bodies and streams of every family, wrappers, prints. */
function made(): readonly Sample[] {
  const streams = Object.entries({ ...streamedTexts, ...streamedChats }).flatMap(([name, { events }]) => [
    [`${name} as SSE`, events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')],
    [`${name} as lines`, events.map((event) => `${JSON.stringify(event)}\n`).join('')],
    [`${name} as a list`, JSON.stringify(events)],
  ]);
  const random = seededRandom(11);
  const texts: readonly (readonly string[])[] = [
    ['response', json],
    ['fences', `Sure:\n\`\`\`json\n${json}\n\`\`\`\nand\n~~~\n${python}\n~~~\n`],
    ['text around', `Here it is: ${json}. And CompletionResponse(data=[]) too`],
    ['log', `10:00:00 INFO got ${json}\n10:00:01 INFO got ${json}\n`],
    ['string in a string', JSON.stringify(JSON.stringify(json))],
    ['bytes of Python', `b'${json.replaceAll('\\', '\\\\')}'`],
    [
      'JSON around',
      JSON.stringify({
        results: [
          { name: 'a', response },
          { name: 'b', response: json },
        ],
        count: 2,
      }),
    ],
    ['records of a log', `${[1, 2].map((n) => JSON.stringify({ level: 30, msg: 'got', n, response })).join('\n')}\n`],
    ['lines with a prefix', JSON.stringify(response, null, 2).replaceAll(/^/gm, 'web-1  | ')],
    ['CSV', `id,response\n${[1, 2].map((n) => `${n},"${json.replaceAll('"', '""')}"`).join('\n')}\n`],
    ['base64', Buffer.from(json).toString('base64')],
    ['escaped', JSON.stringify(json).slice(1, -1)],
    ['entities', json.replaceAll('"', '&quot;')],
    ['lines', `${json}\n${json}\n${JSON.stringify(providerBodies[0]?.[1])}\n`],
    ['list', `[${json}, ${json}]`],
    ['sequence', `\u001e${json}\n\u001e${json}\n`],
    ['breaks off', json.slice(0, -40).replace('"data"', '"rows"')],
    [
      'notebook',
      JSON.stringify({ nbformat: 4, cells: [{ outputs: [{ text: [json] }, { data: { 'text/plain': [python] } }] }] }),
    ],
    ['tree', 'data: Array(1)\n▶ 0: {index: 0, …}\n'],
    ['page', '<!DOCTYPE html><html></html>'],
    ['generations', JSON.stringify(response.data)],
    ['bodies', JSON.stringify([{}, { choices: [{ text: 'Tea' }] }])],
    ...relatives.map((value, at) => [`relative ${at + 1}`, JSON.stringify(value)]),
    ...providerBodies.map(([format, body]) => [`body ${format}`, JSON.stringify(body)]),
    ...streams,
    ...Array.from({ length: 8 }, (_, at) => [`printed ${at}`, printPython(response, random).text]),
    ...Array.from({ length: 8 }, (_, at) => [`inspected ${at}`, printInspect(response, random).text]),
  ];
  return texts.map(([name = '', text = '']) => ({ name, bytes: new TextEncoder().encode(text), isReadWholly: false }));
}

async function dealtWith(
  text: Bytes,
  isReadWholly: boolean,
  isMended: boolean,
): Promise<'opened' | 'placed' | 'whole'> {
  // Values of headers are overwritten in what was brought.
  const brought = text.slice();
  const taken = await takeIn(text);
  if (taken?.isRefused) {
    if ((taken.byte ?? 0) > text.length || taken.title === '' || taken.advice === '')
      throw new Error('A refusal without its place or words');
    return taken.byte === undefined ? 'whole' : 'placed';
  }
  if (taken !== undefined) {
    checkTaken(brought, taken, isReadWholly);
    return 'opened';
  }
  for (const { edits } of isMended ? mendsOf(text) : [])
    if (edits.some(({ from, to }) => from > to || to > text.length)) throw new Error('An edit lies outside');
  const { error } = strictPass(text, { depth: 0 });
  if (error === undefined)
    return /"(?:data|provider_responses)"/.test(new TextDecoder().decode(text)) ? 'opened' : 'whole';
  if (error.byte > text.length) throw new Error('A mistake outside of the text');
  return 'placed';
}

function checkTaken(brought: Bytes, { map, bytes, origins, notes }: TakenIn, isReadWholly: boolean): void {
  const source = originsText(origins);
  const { made: starts, from, to, madeLength } = map.pieces;
  if (madeLength !== bytes.length) throw new Error('The map is of another text');
  const kept = new Uint8Array(source.length);
  for (let piece = 0; piece < starts.length; piece++) {
    const [start, end] = [from[piece] as number, to[piece] as number];
    if (start > end || end > source.length) throw new Error(`A piece leads to ${start} to ${end} of ${source.length}`);
    kept.fill(1, start, end);
  }
  for (const place of [0, bytes.length >> 1, bytes.length]) {
    const range = map.toOrigin(place, Math.min(place + 20, bytes.length));
    if (range.from > range.to || range.to > source.length) throw new Error(`Byte ${place} leads outside`);
  }
  if (!isReadWholly || source.length !== brought.length) return;
  const lost = new TextDecoder().decode(source.filter((_, at) => kept[at] === 0));
  if (/[\p{L}\p{N}]/u.test(lost) && notes.length === 0) throw new Error(`Lost without a word: ${lost}`);
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function shown(bytes: Bytes): string {
  return JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 2000)));
}

/** One to four changes. */
function damage(bytes: Uint8Array, other: Uint8Array, random: () => number): Bytes {
  let text = Buffer.from(bytes);
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.ceil(random() ** 3 * text.length));
    const before = text.subarray(0, at);
    const sign = Buffer.from(pick(signs, random));
    const ways: readonly (() => readonly Uint8Array[])[] = [
      () => [before, Uint8Array.of(Math.floor(random() * 256)), text.subarray(at + 1)],
      () => [before, text.subarray(end)],
      () => [before],
      () => [text.subarray(0, end), text.subarray(at)],
      () => [before, sign, text.subarray(at)],
      () => [before, sign, text.subarray(at + 1)],
      () => [before, other.subarray(Math.floor(random() * other.length))],
    ];
    text = Buffer.concat(pick(ways, random)());
  }
  return new Uint8Array(text);
}

const signs = Array.from('{}[]()"\'`,:;=\\\n\r\t -|>*&!#<~0NaZé“\u0000');

// Damaged input for the forms that wrap a response: whatever happens to it, it is read, refused or left, within a moment, and every place of what was
// read lies in the input.
import { readdirSync, readFileSync } from 'node:fs';
import { mendsOf } from '../../src/intake/mends/mends.ts';
import { takeIn } from '../../src/intake/pipeline.ts';
import { strictPass } from '../../src/json/strict.ts';
import { seededRandom } from '../seededRandom.ts';

const folder = new URL('../fixtures/forms/', import.meta.url);
const response = JSON.stringify({
  data: [{ index: 0, output: 'Green "tea" 🍵\n' }],
  provider_responses: [{ choices: [] }],
});
const python = `{'data': [{'output': 'Green "tea"', 'x': None}], 'provider_responses': [(1, True)]}`;

/** Texts to damage: the samples of clients and recorders, and a response in each of the other wrappers. */
function originals(): readonly Uint8Array<ArrayBuffer>[] {
  const samples = ['http/', 'cassettes/'].flatMap((name) =>
    readdirSync(new URL(name, folder))
      .filter((file) => /\.(?:txt|bin|ya?ml|json)$/.test(file))
      .map((file) => new Uint8Array(readFileSync(new URL(name + file, folder)))),
  );
  const texts = [
    `Sure:\n\`\`\`json\n${response}\n\`\`\`\nand\n~~~\n${python}\n~~~\n`,
    `Here it is: ${response}. And CompletionResponse(data=[]) too`,
    `10:00:00 INFO got ${response}\n10:00:01 INFO got ${response}\n`,
    JSON.stringify(JSON.stringify(response)),
    `b'${response.replaceAll('\\', '\\\\')}'`,
    JSON.stringify(response).slice(1, -1),
    response,
    python,
    response.replaceAll('"', '&quot;'),
    JSON.stringify({ nbformat: 4, cells: [{ outputs: [{ text: [response] }, { data: { 'text/plain': [python] } }] }] }),
    'data: Array(1)\n▶ 0: {index: 0, …}\n',
    '<!DOCTYPE html><html></html>',
  ];
  return [...samples, ...texts.map((text) => new TextEncoder().encode(text))];
}

const signs = Array.from('{}[]()"\'`,:;=\\\n\r\t -|>*&!#<~0aZé“\u0000');

/** One to four changes: a cut, a piece that goes, comes twice or moves, a sign put in or changed, a byte of no text. */
function damaged(bytes: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  let text = bytes;
  const place = (length: number) => Math.floor(random() * (length + 1));
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const at = place(text.length);
    const to = Math.min(text.length, at + Math.floor(random() ** 3 * 200));
    const sign = new TextEncoder().encode(signs[Math.floor(random() * signs.length)] ?? '');
    const kind = Math.floor(random() * 6);
    if (kind === 0) text = text.slice(0, at);
    else if (kind === 1) text = joined(text.subarray(0, at), text.subarray(to));
    else if (kind === 2) text = joined(text.subarray(0, to), text.subarray(at));
    else if (kind === 3) text = joined(text.subarray(0, at), sign, text.subarray(at));
    else if (kind === 4) text = joined(text.subarray(0, at), sign, text.subarray(Math.min(text.length, at + 1)));
    else text = joined(text.subarray(0, at), Uint8Array.of(Math.floor(random() * 256)), text.subarray(at));
  }
  return text;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export interface DamagedWrappers {
  readonly slowestMs: number;
  /** How often each outcome came: read, broken, refused, left. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** Throws at the first input that is not dealt with; says which it was. */
export async function runDamagedWrappers({ runs, seed }: { runs: number; seed: number }): Promise<DamagedWrappers> {
  const random = seededRandom(seed);
  const list = originals();
  const outcomes = new Map<string, number>();
  let slowestMs = 0;
  for (let run = 0; run < runs; run++) {
    const text = damaged(list[run % list.length] as Uint8Array<ArrayBuffer>, random);
    const brought = Uint8Array.from(text);
    const start = performance.now();
    try {
      const outcome = await dealtWith(text, run % mendedEvery === 0);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    } catch (error) {
      throw new Error(`Run ${run} of seed ${seed}: ${JSON.stringify(new TextDecoder().decode(brought))}`, {
        cause: error,
      });
    }
    const ms = performance.now() - start;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > mostMs) throw new Error(`Run ${run} of seed ${seed} took ${ms.toFixed(0)} ms`);
  }
  return { slowestMs, outcomes };
}

/** Mends are looked for in one of so many texts: that takes longer than all else. */
const mendedEvery = 7;
/** Far more than any of these short texts takes. */
const mostMs = 10_000;

async function dealtWith(text: Uint8Array<ArrayBuffer>, isMended: boolean): Promise<string> {
  const taken = await takeIn(text);
  if (taken === undefined) {
    for (const { edits } of isMended ? mendsOf(text) : [])
      if (edits.some(({ from, to }) => from > to || to > text.length)) throw new Error('An edit lies outside.');
    return 'left';
  }
  if (taken.isRefused) {
    if ((taken.byte ?? 0) > text.length || taken.title === '' || taken.advice === '')
      throw new Error('A refusal without its place or words.');
    return 'refused';
  }
  const last = taken.origins.at(-1);
  const length = last ? last.at + last.bytes.length : 0;
  const { made, from, to, madeLength } = taken.map.pieces;
  if (madeLength !== taken.bytes.length) throw new Error('The map is of another text.');
  for (let piece = 0; piece < made.length; piece++) {
    if ((from[piece] as number) > (to[piece] as number) || (to[piece] as number) > length)
      throw new Error('A place lies outside.');
  }
  // What breaks off in a literal of a language opens as broken text does.
  if (strictPass(taken.bytes, { depth: 0 }).error) return 'broken';
  return 'read';
}

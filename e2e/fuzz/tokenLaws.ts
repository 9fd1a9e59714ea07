// The law of tokens at load: what is read from the bytes in one pass is what is read token by token, on invented lists of every shape, written in
// many ways and damaged. Run short by the tests and long by `npm run fuzz`.
import { documentCursor } from '../../src/json/byteCursor.ts';
import { createDocument } from '../../src/json/document.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import { tokenContext } from '../../src/load/choiceTokens.ts';
import { readAtLoad, scannedAtLoad } from '../../src/load/tokensAtLoad.ts';
import { readProvider } from '../../src/response/provider/read.ts';
import type { RequestFacts } from '../../src/response/request.ts';
import { seededRandom } from '../seededRandom.ts';
import { tokenBody } from './tokenBodies.ts';
import type { Random } from './tokenShapes.ts';

export interface TokenRuns {
  /** Choices that list tokens. */
  readonly lists: number;
  /** How many of them were read in one pass. */
  readonly scanned: number;
  /** By format, how many were. */
  readonly formats: ReadonlyMap<string, number>;
  /** The checks that found something of those. */
  readonly checks: ReadonlySet<string>;
}

/** Checks `runs` bodies; throws at the first difference, with the seed and run that repeat it. */
export function runTokenLaws({ runs, seed }: { readonly runs: number; readonly seed: number }): TokenRuns {
  const formats = new Map<string, number>();
  const checks = new Set<string>();
  let lists = 0;
  let scanned = 0;
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(seed * 1_000_003 + run);
    const { body, prompt } = tokenBody(random);
    const text = write(body, random);
    const request: RequestFacts = {
      prompts: random() < 0.5 ? ['', prompt] : [],
      ...(random() < 0.5 && { logprobs: { value: Math.floor(random() * 5), pointer: rootPointer } }),
    };
    for (const { own, other, format } of bothWays(text, request)) {
      if (other !== undefined) lists++;
      if (own === undefined) continue;
      scanned++;
      formats.set(format, (formats.get(format) ?? 0) + 1);
      for (const { id } of own.issues) checks.add(id);
      const [found, wanted] = [written(own), written(other)];
      if (found !== wanted)
        throw new Error(`Run ${run} of seed ${seed}: from the bytes ${found}, token by token ${wanted}\n${text}`);
    }
  }
  return { lists, scanned, formats, checks };
}

/** What a load keeps of the tokens of every choice of a provider body, read from the bytes (where they can be) and token by token. */
export function* bothWays(text: string, request: RequestFacts) {
  const bytes = new TextEncoder().encode(text);
  const { table, lines } = strictPass(bytes, { depth: 4 });
  const cursor = documentCursor(createDocument(bytes, table, lines), rootPointer);
  if (cursor === undefined) return;
  const { reading, format } = readProvider(cursor);
  const context = tokenContext(reading, request);
  for (const choice of reading.choices) {
    yield { own: scannedAtLoad(choice, context, request), other: readAtLoad(choice, context, request), format };
  }
}

/** Numbers bit for bit, keys in order. */
export function written(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (Object.is(one, -0)) return '-0';
    if (typeof one === 'number') return String(one);
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The body as text: with and without white space, escapes and other spellings of numbers; some damaged. */
function write(body: unknown, random: Random): string {
  let text = JSON.stringify(body, null, random() < 0.4 ? 2 : 0);
  if (random() < 0.3)
    text = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (random() < 0.1) text = text.replace(/t(?=[a-z ]*")/g, (letter) => (random() < 0.2 ? '\\u0074' : letter));
  if (random() < 0.2) text = text.replace(/-\d+\.\d+/g, (number) => otherNumber(number, random));
  if (random() < 0.1) text = text.replaceAll('"-inf"', '-Infinity').replaceAll('"NaN"', 'NaN');
  if (random() < 0.1)
    text = text.replace(/"(token|logprob|bytes)":/g, (key) => (random() < 0.05 ? `${key}1,${key}` : key));
  const damage = random();
  if (damage < 0.05) return text.slice(0, Math.floor(random() * text.length));
  if (damage < 0.15) {
    const at = Math.floor(random() * text.length);
    return (
      text.slice(0, at) +
      ('"\\{}[],:0-enul'[Math.floor(random() * 14)] ?? '') +
      text.slice(at + Math.floor(random() * 2))
    );
  }
  return text;
}

function otherNumber(number: string, random: Random): string {
  const value = Number(number);
  const other = [
    value.toFixed(4),
    value.toExponential(),
    value.toPrecision(12),
    `${number}0000000`,
    `${value.toExponential(16)}`,
    `${number}12345678`,
    value.toFixed(12),
  ];
  return other[Math.floor(random() * other.length)] ?? number;
}

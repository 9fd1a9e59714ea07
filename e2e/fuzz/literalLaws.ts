// What always holds when a text of Python or JavaScript is read: the value that was printed, and for each pointer exactly its characters. And that damaged
// texts are read or refused with a place. Functions that throw; run short by the tests and long by `npm run fuzz`.

import fc from 'fast-check';
import type { Form, Reading } from '../../src/intake/form.ts';
import { javascript } from '../../src/intake/javascript.ts';
import { pythonRepr } from '../../src/intake/pythonRepr.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { randomResponse } from '../fixtures/forms/randomResponse.ts';
import { seededRandom } from '../seededRandom.ts';
import { isSame, pointersOf, valueOfTable } from './lawValues.ts';
import { type Printed, printInspect, printPython, type Random } from './literalPrinters.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The forms with what prints for them. */
const languages: readonly { readonly form: Form; print(value: JsonValue, random: Random): Printed }[] = [
  { form: pythonRepr, print: printPython },
  { form: javascript, print: printInspect },
];

/** Reads `runs` printed values of each language; throws with the smallest that is not read as it was. */
export async function runLiteralLaws(options: { readonly runs: number; readonly seed: number }): Promise<void> {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'\'"`\\\n\r\t\0\u0007\u000b\u007f\u00a0 {}[](),:=#é—🍵x$'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const { root } = fc.letrec<{ root: JsonValue }>((tie) => ({
    root: fc.oneof(
      { depthSize: 'small' },
      text as fc.Arbitrary<JsonValue>,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('root'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(text, fc.constantFrom('id', 'data', 'output', 'finish_reason')), tie('root'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }));
  const container = fc.oneof(
    fc.array(root, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<JsonValue>,
    fc.dictionary(text, root, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  );
  for (const { form, print } of languages) {
    await fc.assert(
      fc.asyncProperty(container, fc.nat(), async (value, seed) => {
        const printed = print(value, seededRandom(seed));
        await checkPrinted(form, printed, value);
      }),
      { numRuns: options.runs, seed: options.seed, includeErrorInReport: true },
    );
  }
}

function claim(holds: boolean, law: string): asserts holds {
  if (!holds) throw new Error(`Law broken: ${law}`);
}

/** One part, the value that was printed, and each pointer back to the characters that were printed for it. */
async function checkPrinted(form: Form, { text, places }: Printed, value: JsonValue): Promise<void> {
  const origin = encoder.encode(text);
  const reading = await form.read(origin);
  // What JSON would write as well, but for a last comma, is none of it.
  if (reading === undefined && isJson(text)) return;
  claim(reading !== undefined && 'parts' in reading, `it is read: ${text}\n${JSON.stringify(reading)}`);
  const [part, ...others] = reading.parts;
  claim(part?.map !== undefined && others.length === 0, `it is one value: ${text}`);
  const { table, error } = strictPass(part.bytes, { depth: Number.POSITIVE_INFINITY });
  claim(error === undefined, `JSON is made of it (${error?.title}): ${text}\n${decoder.decode(part.bytes)}`);
  const read = valueOfTable(part.bytes, table);
  claim(isSame(read, value), `the value is the same: ${text}\n${JSON.stringify(read)}`);
  const pointers = pointersOf(part.bytes, table);
  pointers.forEach((pointer, node) => {
    const place = places.get(pointer);
    const found = part.map?.toOrigin(table.from[node] as number, table.to[node] as number);
    const written = (range: typeof found) => range && decoder.decode(origin.subarray(range.from, range.to));
    claim(
      place !== undefined && found?.from === place.from && found.to === place.to,
      `${pointer === rootPointer ? 'the root' : pointer} is ${written(place)}, not ${written(found)}: ${text}`,
    );
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/,(?=\s*[\]}])/g, ''));
    return true;
  } catch {
    return false;
  }
}

/** Reads `runs` damaged texts; throws at the first that throws, hangs, or loses something without a word. How many were opened and refused. */
export async function runDamagedLiterals(options: {
  readonly runs: number;
  readonly seed: number;
}): Promise<{ readonly opened: number; readonly refused: number; readonly slowestMs: number }> {
  let opened = 0;
  let refused = 0;
  let slowestMs = 0;
  for (let run = 0; run < options.runs; run++) {
    const random = seededRandom(options.seed * 1_000_003 + run);
    const language = languages[run % languages.length];
    if (language === undefined) break;
    const damaged = damage(encoder.encode(language.print(randomResponse(random), random).text), random);
    const start = performance.now();
    try {
      // Each form gets each text: none may fail on what is another's.
      for (const { form } of languages) {
        const head = { bytes: damaged, text: decoder.decode(damaged), isWhole: true };
        form.looksLike(head);
        const reading = await form.read(damaged);
        checkReading(damaged, reading);
        if (reading !== undefined && 'isRefused' in reading) refused++;
        else if (reading !== undefined) opened++;
      }
    } catch (reason) {
      const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      throw new Error(`Run ${run} of seed ${options.seed}: ${text}\n${decoder.decode(damaged)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - start);
    claim(slowestMs < mostMs, `run ${run} of seed ${options.seed} takes ${Math.round(slowestMs)} ms`);
  }
  return { opened, refused, slowestMs };
}

/** A text that takes longer is a hang. */
const mostMs = 10_000;

/** Bytes taken out, doubled, changed, moved, put in, or the end cut off. */
function damage(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let text = Uint8Array.from(bytes);
  const strangers = [
    "'",
    '"',
    '\\',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '=',
    '<',
    '>',
    '...',
    '\n',
    '#',
    'None',
    '/*',
    '`',
    '\0',
    '1',
    'x',
  ];
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const from = Math.floor(random() * text.length);
    const to = Math.min(text.length, from + Math.floor(random() * (random() < 0.2 ? 200 : 4)));
    const put = strangers[Math.floor(random() * strangers.length)] ?? '';
    const middle: readonly (readonly number[])[] = [
      [],
      Array.from(encoder.encode(put)),
      [Math.floor(random() * 256)],
      [...text.subarray(from, to), ...text.subarray(from, to)],
    ];
    const isCut = random() < 0.1;
    text = Uint8Array.from([
      ...text.subarray(0, from),
      ...(middle[Math.floor(random() * middle.length)] ?? []),
      ...(isCut ? [] : text.subarray(to)),
    ]);
  }
  return text;
}

/** Opened, or refused with a place, or none of the form; what is left out without a word is no letter and no digit. */
function checkReading(bytes: Uint8Array, reading: Reading | undefined): void {
  if (reading === undefined) return;
  if ('isRefused' in reading) {
    claim(reading.byte !== undefined && reading.byte >= 0 && reading.byte <= bytes.length, 'a refusal has its place');
    return;
  }
  claim(reading.parts.length > 0, 'something was read');
  const kept = new Uint8Array(bytes.length);
  for (const { map } of reading.parts) {
    claim(map !== undefined, 'a part has its map');
    const { from, to } = map.pieces;
    from.forEach((start, piece) => {
      const end = to[piece] as number;
      claim(start <= end && end <= bytes.length, 'what was made stands for what was brought');
      kept.fill(1, start, end);
    });
  }
  const lost = decoder.decode(bytes.filter((_, at) => kept[at] === 0));
  claim(!/[\p{L}\p{N}]/u.test(lost) || reading.notes.length > 1, `nothing is lost without a word: ${lost}`);
}

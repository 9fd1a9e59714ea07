// What always holds when a text of Python or JavaScript is read: the value that was printed, and for each pointer exactly its characters. And that damaged
// texts are read or refused with a place. Functions that throw; run short by the tests and long by `npm run fuzz`.

import fc from 'fast-check';
import type { Form, Reading } from '../../src/intake/form.ts';
import { pythonRepr } from '../../src/intake/pythonRepr.ts';
import { rootPointer } from '../../src/json/pointer.ts';
import { strictPass } from '../../src/json/strict.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { seededRandom } from '../seededRandom.ts';
import { isSame, pointersOf, valueOfTable } from './lawValues.ts';
import { type Printed, printPython, type Random } from './literalPrinters.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The forms with what prints for them. */
const languages: readonly { readonly form: Form; print(value: JsonValue, random: Random): Printed }[] = [
  { form: pythonRepr, print: printPython },
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
        maxLength: 4,
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
export async function checkPrinted(form: Form, { text, places }: Printed, value: JsonValue): Promise<void> {
  const origin = encoder.encode(text);
  const reading = await form.read(origin);
  // A text that JSON would write as well is none of it.
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
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Opened, or refused with a place, or none of the form; whatever comes. */
export function checkReading(bytes: Uint8Array, reading: Reading | undefined): void {
  if (reading === undefined) return;
  if ('isRefused' in reading) {
    claim(reading.byte !== undefined && reading.byte >= 0 && reading.byte <= bytes.length, 'a refusal has its place');
    return;
  }
  claim(reading.parts.length > 0, 'something was read');
  for (const { bytes: made, map } of reading.parts) {
    claim(map !== undefined, 'a part has its map');
    const range = map.toOrigin(0, made.length);
    claim(
      range.from >= 0 && range.from <= range.to && range.to <= bytes.length,
      'what was made stands for what was brought',
    );
  }
}

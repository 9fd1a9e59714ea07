import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findText, type TextSought } from './findText.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const everything = Number.MAX_SAFE_INTEGER;

type Range = readonly [from: number, to: number];

function hitsIn(bytes: Uint8Array, sought: TextSought, mostBytes = everything, mostHits = everything): Range[] {
  const ranges: Range[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const { hits, next }: ReturnType<typeof findText> = findText(bytes, sought, from, mostBytes, mostHits);
    for (let at = 0; at < hits.length; at += 2) ranges.push([hits[at] ?? -1, hits[at + 1] ?? -1]);
    expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(from);
    from = next;
  }
  return ranges;
}

function foundTexts(text: string, wanted: string, isCaseMatched = false): readonly string[] {
  const bytes = encoder.encode(text);
  return hitsIn(bytes, { text: wanted, isCaseMatched }).map(([from, to]) => decoder.decode(bytes.subarray(from, to)));
}

describe('a text is found', () => {
  test('as it reads, also where it is escaped', () => {
    expect(foundTexts(String.raw`{"a": "café caf\u00e9 caf\u00E9"}`, 'café')).toEqual([
      'café',
      String.raw`caf\u00e9`,
      String.raw`caf\u00E9`,
    ]);
    expect(foundTexts(String.raw`{"a": "x\ny", "b": "x\u000ay"}`, 'x\ny')).toEqual([
      String.raw`x\ny`,
      String.raw`x\u000ay`,
    ]);
    expect(foundTexts('{"a":\n1}', '\n')).toEqual(['\n']);
    expect(foundTexts(String.raw`["say \"hi\""]`, 'say "hi"')).toEqual([String.raw`say \"hi\"`]);
    expect(foundTexts(String.raw`["\ud83c\udf31 🌱"]`, '🌱')).toEqual([String.raw`\ud83c\udf31`, '🌱']);
    expect(foundTexts(String.raw`["C:\\temp"]`, 'C:\\temp')).toEqual([String.raw`C:\\temp`]);
    expect(foundTexts(String.raw`["\/a/"]`, '/')).toEqual([String.raw`\/`, '/']);
  });

  test('as it is written', () => {
    expect(foundTexts(String.raw`["a\nb"]`, String.raw`a\nb`)).toEqual([String.raw`a\nb`]);
    expect(foundTexts(String.raw`["caf\u00e9"]`, String.raw`\u00E9`)).toEqual([String.raw`\u00e9`]);
    expect(foundTexts('{"finish_reason": "stop"}', '"finish_reason": "stop"')).toEqual(['"finish_reason": "stop"']);
  });

  test('never in the middle of an escape', () => {
    expect(foundTexts(String.raw`["\n\u00e9\\n"]`, 'n')).toEqual(['n']);
    expect(foundTexts(String.raw`["\u00e9"]`, 'e9')).toEqual([]);
    expect(foundTexts(String.raw`["\n"]`, '\\')).toEqual([]);
    expect(foundTexts(String.raw`["\\\\n"]`, '\\')).toEqual(['\\\\', '\\\\']);
    expect(foundTexts(String.raw`["\\u00e9"]`, 'é')).toEqual([]);
  });

  test('in any case of any script unless case matters', () => {
    expect(foundTexts('["Élan élan \\u00c9LAN"]', 'éLan')).toEqual(['Élan', 'élan', '\\u00c9LAN']);
    expect(foundTexts('["ΟΔΟΣ οδος"]', 'οδοσ')).toEqual(['ΟΔΟΣ', 'οδος']);
    expect(foundTexts('["\u212aelvin"]', 'kelvin')).toEqual(['\u212aelvin']);
    expect(foundTexts('["Élan élan"]', 'élan', true)).toEqual(['élan']);
  });

  test('where bytes are no UTF-8, as the sign that stands for them', () => {
    const bytes = Uint8Array.of(0x22, 0x61, 0xff, 0xe2, 0x82, 0x62, 0x22);
    expect(hitsIn(bytes, { text: '\ufffd', isCaseMatched: true })).toEqual([
      [2, 3],
      [3, 5],
    ]);
    expect(hitsIn(bytes, { text: 'a\ufffd\ufffdb', isCaseMatched: true })).toEqual([[1, 6]]);
  });

  test('among a million backslashes, none of which is counted twice', () => {
    const bytes = encoder.encode(`"${'\\'.repeat(1_000_000)}a"`);
    expect(hitsIn(bytes, { text: '\\a', isCaseMatched: true })).toEqual([[999_999, 1_000_002]]);
    expect(hitsIn(bytes, { text: '\\', isCaseMatched: true })).toHaveLength(500_000);
  });
});

test('hits beyond two gigabytes have their bytes', () => {
  // Memory that nobody touches costs nothing.
  const bytes = new Uint8Array(2 ** 31 + 1000);
  const at = 2 ** 31 + 500;
  bytes.set(encoder.encode(String.raw`"a caf\u00e9 \ud83c\udf31 b"`.replaceAll('\\\\', '\\')), at);
  const near = findText(bytes, { text: 'CAFÉ 🌱', isCaseMatched: false }, 2 ** 31 - 300, 400, 10);
  expect(near).toEqual({ hits: new Float64Array(), next: 2 ** 31 + 100 });
  const { hits } = findText(bytes, { text: 'CAFÉ 🌱', isCaseMatched: false }, 2 ** 31 + 100, 1000, 10);
  expect([...hits]).toEqual([at + 3, at + 25]);
});

/** What reads as one character: its code points, and its bytes. */
interface Character extends Readonly<Record<'from' | 'to', number>> {
  readonly text: string;
}

/** The bytes as characters, by what the platform's own decoder says of them; escapes as what they stand for, or as they are written. */
function charactersOf(bytes: Uint8Array, isWritten = false): readonly Character[] {
  const characters: Character[] = [];
  const put = (text: string, length: number): void => {
    const from = characters.at(-1)?.to ?? 0;
    characters.push({ text, from, to: from + length });
  };
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const escapes = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\["\\/bfnrt]/y;
  for (let at = 0; at < bytes.length; at = characters.at(-1)?.to ?? bytes.length) {
    escapes.lastIndex = at;
    const [written] = isWritten ? [] : (escapes.exec(latin) ?? []);
    if (written !== undefined) {
      put(JSON.parse(`"${written}"`), written.length);
      continue;
    }
    const rest = decoder.decode(bytes.subarray(at));
    const first = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const after = rest.slice(first.length);
    let length = 1;
    while (
      decoder.decode(bytes.subarray(at + length)) !== after ||
      (first !== '\ufffd' && length < encoder.encode(first).length)
    )
      length++;
    put(first, length);
  }
  return characters;
}

const folded = (text: string): string =>
  Array.from(text, (character) => character.toLowerCase().replace('ς', 'σ')).join('');

/** Every character is tried, as it reads and as it is written. */
function naiveHits(bytes: Uint8Array, { text, isCaseMatched }: TextSought): readonly Range[] {
  const fold = isCaseMatched ? (one: string) => one : folded;
  const characters = charactersOf(bytes);
  const ends = new Set(characters.map(({ to }) => to));
  const wanted = Array.from(text, fold);
  const hits: Range[] = [];
  let least = 0;
  characters.forEach(({ from }, at) => {
    if (from < least) return;
    const read = characters.slice(at, at + wanted.length);
    let to =
      read.length === wanted.length && read.every((one, i) => fold(one.text) === wanted[i])
        ? read.at(-1)?.to
        : undefined;
    if (to === undefined && text.includes('\\')) {
      const written = charactersOf(bytes.subarray(from), true).slice(0, wanted.length);
      const end = from + (written.at(-1)?.to ?? 0);
      if (written.length === wanted.length && written.every((one, i) => fold(one.text) === wanted[i]) && ends.has(end))
        to = end;
    }
    if (to === undefined) return;
    hits.push([from, to]);
    least = to;
  });
  return hits;
}

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'b',
    '"',
    ' ',
    '\n',
    'é',
    'É',
    '漢',
    '🌱',
    'ς',
    'Σ',
    '\u212a',
    'k',
    '\ufffd',
    'u',
    'n',
    '0',
    '9',
    'e',
  ),
  fc.constantFrom('\\n', '\\"', '\\\\', '\\/', '\\u00e9', '\\u00C9', '\\u0061', '\\ud83c\\udf31', '\\ud83c', '\\udf31'),
  fc.constantFrom('\\u006E', '\\u212a', '\\u03a3', '\\', '\\x', '\\u00', '\\ufffd', '\\u5c5c', '\\u005c'),
);
const document = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: piece.map((text) => encoder.encode(text)) },
      { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 3, min: 0x80 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('the hits of any text in any bytes are those of a naive search over the whole as it reads', () => {
  test('also piece by piece, however small', () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(23),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        (bytes, start, length, isWritten, isCaseMatched, mostBytes, mostHits) => {
          const characters = charactersOf(bytes).slice(start, start + length);
          const [first, last] = [characters[0], characters.at(-1)];
          if (!first || !last) return;
          const text = isWritten
            ? decoder.decode(bytes.subarray(first.from, last.to))
            : characters.map((one) => one.text).join('');
          const sought = { text, isCaseMatched };
          const expected = naiveHits(bytes, sought);
          expect(hitsIn(bytes, sought)).toEqual(expected);
          expect(hitsIn(bytes, sought, mostBytes, mostHits)).toEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

// Generators for the laws of this folder: documents of every legal kind, and ways to damage them.
// For tests and the long run only; must not import the code under test.

import fc from 'fast-check';

/** A document before it is written down; lexemes stand as they will be written, placeholders for bytes included. */
export type Draft =
  | { readonly kind: 'leaf'; readonly lexeme: string }
  | { readonly kind: 'array'; readonly items: readonly Draft[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: Draft])[] };

/** A draft and how to write it: white space between tokens in turn, a byte order mark or none. */
export interface DraftDocument {
  readonly draft: Draft;
  readonly spaces: readonly string[];
  readonly hasBom: boolean;
}

// Private-use characters stand for byte sequences that no text can hold.
const invalidSequences: readonly (readonly number[])[] = [
  [0xff],
  [0xc3],
  [0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xf5, 0x80],
];
const placeholder = (index: number) => String.fromCharCode(0xe000 + index);
const isPlaceholder = /[\ue000-\ue006]/;

const encoder = new TextEncoder();

/** The bytes of a text in which placeholders become their invalid sequences. */
export function bytesOf(text: string): Uint8Array {
  if (!isPlaceholder.test(text)) return encoder.encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const invalid = invalidSequences[character.charCodeAt(0) - 0xe000];
    parts.push(...(character.length === 1 && invalid !== undefined ? invalid : encoder.encode(character)));
  }
  return Uint8Array.from(parts);
}

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc
    .tuple(fc.constantFrom('', '-'), fc.nat(), fc.constantFrom('', '.0', '.50', '.000001'), fc.constantFrom('e', 'E'))
    .chain(([sign, whole, fraction, e]) =>
      fc.constantFrom('', `${e}5`, `${e}-7`, `${e}+12`, `${e}400`).map((tail) => `${sign}${whole}${fraction}${tail}`),
    ),
  fc.constantFrom('10570679248326920000', '1.0', '1E-5', '-0', '-0.0', '9007199254740993', '0.1000000000000000055'),
);

const stringPiece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text).slice(1, -1)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\\n', '\\"', '\\\\', '\\/', '\\u0061', '\\u0000', '\\t', '\u007f', '~', '/'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('é', '漢字', '😀', '\u2028', '\ufeff', '\u202e', '\ufffd', '\\ud83d\\ude00'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\\ud83d', '\\ude00', '\\ud83d\\ud83d\\ude00', '\\uD83Dx') },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(40), `${'y'.repeat(33)}\\"`, '\\\\'.repeat(20)) },
);
const invalidPiece = fc.nat({ max: invalidSequences.length - 1 }).map(placeholder);

const validString = fc.array(stringPiece, { maxLength: 6 }).map((pieces) => `"${pieces.join('')}"`);
const anyString = fc
  .array(fc.oneof({ weight: 6, arbitrary: stringPiece }, { weight: 1, arbitrary: invalidPiece }), { maxLength: 6 })
  .map((pieces) => `"${pieces.join('')}"`);

const specialKey = fc.constantFrom(
  '"a"',
  '"\\u0061"',
  '"b"',
  '"__proto__"',
  '"constructor"',
  '""',
  '"a/b"',
  '"~"',
  '"~1"',
  '"0"',
  '"1"',
  '"\\\\"',
  '"\\ud800"',
);

interface Allowed {
  readonly literals: boolean;
  readonly invalid: boolean;
}

function draftOf({ literals, invalid }: Allowed): fc.Arbitrary<Draft> {
  const string = invalid ? anyString : validString;
  const word = fc.constantFrom('true', 'false', 'null', ...(literals ? ['NaN', 'Infinity', '-Infinity'] : []));
  const leaf = fc.oneof(number, string, word).map((lexeme): Draft => ({ kind: 'leaf', lexeme }));
  const key = fc.oneof(specialKey, string);
  return fc.letrec<{ draft: Draft }>((tie) => ({
    draft: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('draft'), { maxLength: 6 }).map((items): Draft => ({ kind: 'array', items })),
      fc.array(fc.tuple(key, tie('draft')), { maxLength: 6 }).map((members): Draft => ({ kind: 'object', members })),
    ),
  })).draft;
}

function nested(draft: Draft, levels: number): Draft {
  let result = draft;
  for (let level = 0; level < levels; level++) {
    result = level % 2 === 0 ? { kind: 'array', items: [result] } : { kind: 'object', members: [['"n"', result]] };
  }
  return result;
}

const levels = fc.oneof(
  { weight: 20, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat({ max: 20 }) },
  { weight: 1, arbitrary: fc.nat({ max: 900 }) },
);

const space = fc.constantFrom('', '', ' ', '\n', '\r\n', '\r', '\t', '  \n', ' \r\n\t', '\n\r');

/** Legal documents, the three literals and invalid bytes in strings included. */
export const draftDocument: fc.Arbitrary<DraftDocument> = fc
  .record({ literals: fc.boolean(), invalid: fc.boolean() })
  .chain((allowed) =>
    fc.record({
      draft: fc.tuple(draftOf(allowed), levels).map(([draft, count]) => nested(draft, count)),
      spaces: fc.array(space, { minLength: 1, maxLength: 12 }),
      hasBom: fc.boolean(),
    }),
  );

/** The document as bytes; without `spaces` it is minified. */
export function writeDocument(document: DraftDocument, spaces: readonly string[] = document.spaces): Uint8Array {
  let turn = 0;
  const gap = () => spaces[turn++ % spaces.length] ?? '';
  const parts: string[] = [document.hasBom ? '\ufeff' : '', gap()];
  const write = (draft: Draft): void => {
    if (draft.kind === 'leaf') {
      parts.push(draft.lexeme);
      return;
    }
    parts.push(draft.kind === 'array' ? '[' : '{', gap());
    const count = draft.kind === 'array' ? draft.items.length : draft.members.length;
    for (let index = 0; index < count; index++) {
      if (index > 0) parts.push(',', gap());
      const member = draft.kind === 'object' ? draft.members[index] : undefined;
      if (member !== undefined) parts.push(member[0], gap(), ':', gap());
      const item = draft.kind === 'array' ? draft.items[index] : member?.[1];
      if (item !== undefined) write(item);
      parts.push(gap());
    }
    parts.push(draft.kind === 'array' ? ']' : '}');
  };
  write(document.draft);
  parts.push(gap());
  return bytesOf(parts.join(''));
}

/** The lexemes of the values that are no containers, in order. */
export function leafLexemes(draft: Draft, into: string[] = []): readonly string[] {
  if (draft.kind === 'leaf') into.push(draft.lexeme);
  else if (draft.kind === 'array') for (const item of draft.items) leafLexemes(item, into);
  else for (const [, item] of draft.members) leafLexemes(item, into);
  return into;
}

/** One damage; places are fractions of the length. */
export interface Mutation {
  readonly kind: 'flip' | 'delete' | 'insert' | 'repeat' | 'truncate';
  readonly at: number;
  readonly size: number;
  readonly bytes: readonly number[];
}

const insertedBytes = fc.oneof(
  fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 4 }),
  fc
    .constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '-',
      '0',
      '.',
      'e',
      'NaN',
      'true',
      '//',
      "'",
      '\n',
      '\\ud800',
    )
    .map((text) => [...encoder.encode(text)]),
);

const fraction = fc.nat({ max: 1_000_000 }).map((part) => part / 1_000_001);

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'delete', 'delete', 'insert', 'insert', 'repeat', 'truncate'),
  at: fraction,
  size: fc.integer({ min: 1, max: 12 }),
  bytes: insertedBytes,
});

/** The bytes with a damage done to them. */
export function mutate(bytes: Uint8Array, { kind, at: part, size, bytes: inserted }: Mutation): Uint8Array {
  const at = Math.floor(part * bytes.length);
  const before = bytes.subarray(0, at);
  switch (kind) {
    case 'flip':
      return joined(before, [(bytes[at] ?? 0) ^ (1 << (size % 8))], bytes.subarray(at + 1));
    case 'delete':
      return joined(before, [], bytes.subarray(at + size));
    case 'insert':
      return joined(before, inserted, bytes.subarray(at));
    case 'repeat':
      return joined(before, [...bytes.subarray(at, at + size)], bytes.subarray(at));
    case 'truncate':
      return before.slice();
  }
}

function joined(before: Uint8Array, middle: readonly number[], after: Uint8Array): Uint8Array {
  const all = new Uint8Array(before.length + middle.length + after.length);
  all.set(before);
  all.set(middle, before.length);
  all.set(after, before.length + middle.length);
  return all;
}

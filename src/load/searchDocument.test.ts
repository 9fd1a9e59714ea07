import { describe, expect, test } from 'vitest';
import { createDocument } from '../json/document.ts';
import { indexLines } from '../json/lines.ts';
import { skim } from '../json/skim.ts';
import { documentPart, findPiece, foundPlace } from './searchDocument.ts';

const encoder = new TextEncoder();

function placeOf(text: string, wanted: string) {
  const bytes = encoder.encode(text);
  const document = createDocument(bytes, skim(bytes, { depth: 2 }), indexLines(bytes));
  const [from = -1, to = -1] = findPiece(bytes, { text: wanted, isCaseMatched: true }, 0).hits;
  return foundPlace(document, from, to);
}

const text = String.raw`{
  "data": [
    {"output": "a caf\u00e9 🌱 leaf", "n": 1.50, "n2": [ ]}
  ]
}`;

describe('what a hit means', () => {
  test('in a string: its place in the text, and the text around it', () => {
    expect(placeOf(text, 'leaf')).toEqual({
      from: 47,
      to: 51,
      pointer: '/data/0/output',
      start: { line: 3, column: 31 },
      end: { line: 3, column: 35 },
      part: 'value',
      range: { from: 10, to: 14 },
      excerpt: { from: 0, text: 'a café 🌱 leaf', ranges: [{ from: 10, to: 14 }], current: 0 },
    });
  });

  test('in a key, in a number, and in both signs and text', () => {
    expect(placeOf(text, 'utpu')).toMatchObject({ pointer: '/data/0/output', part: 'key', range: { from: 1, to: 5 } });
    expect(placeOf(text, '.50')).toMatchObject({ pointer: '/data/0/n', part: 'value', range: { from: 1, to: 4 } });
    expect(placeOf(text, '": "a')).toMatchObject({ pointer: '/data/0/output', part: 'key', range: { from: 6, to: 6 } });
  });

  test('between values: the container, and no text', () => {
    expect(placeOf(text, '[ ]')).toMatchObject({ pointer: '/data/0/n2', part: 'between' });
    expect(placeOf(text, ']\n}')).toMatchObject({ pointer: '/data', part: 'between' });
    expect(placeOf('{"a": 1, "a": 2}', '1')).toMatchObject({ pointer: '/a', part: 'between' });
  });

  test('in text that breaks off: where it stands', () => {
    expect(placeOf('{"data": [{"output": "cut', 'cu').start).toEqual({ line: 1, column: 23 });
  });
});

test('parts of a document follow each other to its end', () => {
  const bytes = encoder.encode(JSON.stringify(Array.from({ length: 300_000 }, (_, index) => `item ${index}`)));
  const parts: Uint8Array[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part: ReturnType<typeof documentPart> = documentPart(bytes, from);
    parts.push(part.bytes);
    from = part.next;
  }
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(bytes.length);
});

import { describe, expect, test } from 'vitest';
import { byteAt, indexLines, lineRange, placeAt } from './lines.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('line feed, carriage return and both together each end one line', () => {
  const bytes = bytesOf('a\nb\r\nc\rd\n\re\n');
  const lines = indexLines(bytes);
  expect(lines.lineCount).toBe(7);
  const texts = Array.from({ length: 7 }, (_, index) => {
    const { from, to } = lineRange(bytes, lines, index + 1);
    return new TextDecoder().decode(bytes.subarray(from, to));
  });
  expect(texts).toEqual(['a', 'b', 'c', 'd', '', 'e', '']);
});

test('columns count code points, not bytes and not UTF-16 units', () => {
  const bytes = bytesOf('x\né漢😀z');
  const lines = indexLines(bytes);
  expect(placeAt(bytes, lines, bytes.indexOf(0x7a))).toEqual({ line: 2, column: 4 });
  expect(byteAt(bytes, lines, 2, 4)).toBe(bytes.indexOf(0x7a));
  expect(placeAt(bytes, lines, 8)).toEqual({ line: 2, column: 3 });
});

test('a byte order mark takes no column', () => {
  const bytes = bytesOf('\ufeff[1]');
  const lines = indexLines(bytes);
  expect(placeAt(bytes, lines, 4)).toEqual({ line: 1, column: 2 });
  expect(placeAt(bytes, lines, 0)).toEqual({ line: 1, column: 1 });
});

describe('places out of range', () => {
  const bytes = bytesOf('ab\r\ncd');
  const lines = indexLines(bytes);

  test('a column beyond the line is its end', () => {
    expect(byteAt(bytes, lines, 1, 99)).toBe(2);
  });

  test('a line beyond the text is the last one', () => {
    expect(byteAt(bytes, lines, 99, 1)).toBe(4);
    expect(byteAt(bytes, lines, -3, Number.NaN)).toBe(0);
  });

  test('a byte inside a line end is the end of its line', () => {
    expect(placeAt(bytes, lines, 3)).toEqual({ line: 1, column: 3 });
    expect(placeAt(bytes, lines, 99)).toEqual({ line: 2, column: 3 });
  });
});

test('columns far into one long line are right on both sides of every block', () => {
  const bytes = bytesOf('é'.repeat(200_000));
  const lines = indexLines(bytes);
  for (const column of [1, 2, 32_768, 32_769, 65_536, 131_073, 200_000]) {
    expect(byteAt(bytes, lines, 1, column)).toBe((column - 1) * 2);
    expect(placeAt(bytes, lines, (column - 1) * 2 + 1)).toEqual({ line: 1, column });
  }
});

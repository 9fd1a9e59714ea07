import { describe, expect, test } from 'vitest';
import { startsBetween } from './codePointCount.ts';
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

test('code points are counted alike from every byte to every other', () => {
  const part = [
    ...bytesOf('aé漢😀'.repeat(40)),
    0x80,
    0xbf,
    0xed,
    0xa0,
    0x80,
    0xff,
    0xc3,
    ...bytesOf('b'.repeat(9)),
    ...Array(600).fill(0x80),
  ];
  const bytes = Uint8Array.from([...part, ...part]);
  const isStart = Array.from(bytes, (byte) => byte < 0x80 || byte > 0xbf);
  for (const offset of [0, 1, 2, 3]) {
    const text = new Uint8Array(bytes.length + offset).subarray(offset);
    text.set(bytes);
    for (let from = 0; from < text.length; from += 13) {
      let count = 0;
      for (let to = from; to <= text.length; to++) {
        if (startsBetween(text, from, to) !== count) expect([from, to, startsBetween(text, from, to)]).toBe(count);
        if (isStart[to]) count++;
      }
    }
  }
});

test('a place in a short line is found without what stands before it', () => {
  const bytes = bytesOf(`${'x'.repeat(1_000_000)}\n{"a":"é"}`);
  const lines = indexLines(bytes);
  let first = bytes.length;
  const watched = new Proxy(bytes, {
    get(target, name) {
      if (name === 'buffer') first = 0;
      if (typeof name === 'string' && /^\d+$/.test(name)) first = Math.min(first, Number(name));
      return Reflect.get(target, name, target);
    },
  });
  expect(placeAt(watched, lines, bytes.length)).toEqual({ line: 2, column: 10 });
  expect(first).toBeGreaterThan(999_990);
});

import { describe, expect, test } from 'vitest';
import { childrenNotInTable, incompleteNode } from './nodeTable.ts';
import { skim } from './skim.ts';
import { startStrictPass, strictPass } from './strict.ts';
import { lexeme } from './text.ts';
import { readValue } from './value.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const strictOf = (text: string, depth = Number.POSITIVE_INFINITY) => strictPass(bytesOf(text), { depth });

/** Bytes of a text in which each «XX XX» stands for bytes in hexadecimal. */
function rawBytes(text: string): Uint8Array {
  const parts = text.split(/«([^»]*)»/);
  return Uint8Array.from(
    parts.flatMap((part, index) =>
      index % 2 === 0 ? [...bytesOf(part)] : part.split(' ').map((byte) => Number.parseInt(byte, 16)),
    ),
  );
}

describe('findings', () => {
  test('a key is a duplicate when its decoded text is the same, with the number of its occurrences', () => {
    const text = '{"x":[{"a":1,"b":2,"\\u0061":3,"a":4},{"a":5}],"X":0}';
    const { duplicateKeys } = strictOf(text).findings;
    expect(duplicateKeys.total).toBe(1);
    const last = text.indexOf('"a":4');
    expect(duplicateKeys.first).toEqual([{ pointer: '/x/0', key: 'a', occurrences: 3, from: last, to: last + 3 }]);
  });

  test('different halves of surrogate pairs as keys are different keys', () => {
    expect(strictOf('{"\\ud800":1,"\\ud801":2,"\ufffd":3}').findings.duplicateKeys.total).toBe(0);
  });

  test('keys of invalid bytes are equal when they decode to the same text', () => {
    const { findings } = strictPass(rawBytes('{"«FF»":1,"«FE»":2,"\ufffd":3}'), { depth: 1 });
    expect(findings.duplicateKeys.first).toMatchObject([{ key: '\ufffd', occurrences: 3, pointer: '' }]);
  });

  test('the words that Python writes are accepted and reported with their place', () => {
    const { error, findings } = strictOf('[NaN,{"a":-Infinity},Infinity]');
    expect(error).toBeUndefined();
    expect(findings.nonJsonLiterals).toEqual({
      total: 3,
      first: [
        { from: 1, to: 4, pointer: '/0', lexeme: 'NaN' },
        { from: 10, to: 19, pointer: '/1/a', lexeme: '-Infinity' },
        { from: 21, to: 29, pointer: '/2', lexeme: 'Infinity' },
      ],
    });
  });

  test('a number beyond double precision is reported as written', () => {
    const { inexactNumbers } = strictOf('{"seed":10570679248326920001,"x":1.0}').findings;
    expect(inexactNumbers.first).toEqual([
      { from: 8, to: 28, pointer: '/seed', lexeme: '10570679248326920001', rounded: '10570679248326920000' },
    ]);
  });

  test('invalid UTF-8 is reported once per run of bytes, and reading goes on', () => {
    const bytes = rawBytes('["a«ED A0 80»b«C3»","«F0 9F 98 80»"]');
    const { error, findings, table } = strictPass(bytes, { depth: 1 });
    expect(error).toBeUndefined();
    expect(findings.invalidUtf8).toEqual({
      total: 2,
      first: [
        { from: 3, to: 6, pointer: '/0' },
        { from: 7, to: 8, pointer: '/0' },
      ],
    });
    expect(readValue(bytes, table.from[0] ?? 0, table.to[0] ?? 0)).toEqual(['a\ufffd\ufffd\ufffdb\ufffd', '😀']);
  });

  test('half of a surrogate pair is reported, a whole one is not', () => {
    const { loneSurrogates } = strictOf('["\\ud83d\\ude00","\\ud83dx","\\ude00","\\ud83d\\ud83d\\ude00"]').findings;
    expect(loneSurrogates.total).toBe(3);
    expect(loneSurrogates.first.map(({ pointer }) => pointer)).toEqual(['/1', '/2', '/3']);
  });

  test('a place inside a key belongs to the object', () => {
    expect(strictOf('{"a":{"\\ud800":1}}').findings.loneSurrogates.first[0]?.pointer).toBe('/a');
  });

  test('only the first thousand findings are kept, all are counted', () => {
    const { nonJsonLiterals } = strictOf(`[${'NaN,'.repeat(2500)}0]`).findings;
    expect(nonJsonLiterals.total).toBe(2500);
    expect(nonJsonLiterals.first.length).toBe(1000);
    expect(nonJsonLiterals.first.at(-1)?.pointer).toBe('/999');
  });
});

test('a byte order mark is skipped at the start and wrong anywhere else', () => {
  expect(strictOf('\ufeff[1]')).toMatchObject({ hasBom: true, error: undefined });
  expect(strictOf('[\ufeff1]').error?.title).toBe('An invisible character between the values');
});

describe('the table', () => {
  test('lists members down to its depth and counts those below', () => {
    const { table } = strictOf('{"a":[1,[2,3]],"b":{}}', 1);
    expect([...table.kind]).toEqual([0, 1, 0]);
    expect([...table.childCount]).toEqual([2, 2, 0]);
    expect([...table.flags]).toEqual([0, childrenNotInTable, 0]);
  });

  test('keeps what is complete before an error, and marks containers that are open', () => {
    const text = '{"data":[{"output":"one"},{"output":"two"},{"out';
    const { table, error } = strictOf(text);
    expect(error?.isEndOfText).toBe(true);
    const bytes = bytesOf(text);
    expect([...table.from].map((from, node) => lexeme(bytes, from, table.to[node] ?? 0)).slice(2, 6)).toEqual([
      '{"output":"one"}',
      '"one"',
      '{"output":"two"}',
      '"two"',
    ]);
    expect([...table.flags]).toEqual([incompleteNode, incompleteNode, 0, 0, 0, 0, incompleteNode]);
    expect([...table.childCount]).toEqual([1, 3, 1, 0, 1, 0, 0]);
  });

  test('leaves out a number that may be cut', () => {
    expect(strictOf('[1,23').table.count).toBe(2);
    expect(strictOf('[1,23 ').table.count).toBe(3);
    expect(strictOf('23').table.count).toBe(1);
  });
});

test('the lines of the whole text are known also after an error', () => {
  expect(strictOf('[1,\n?\n2,\r\n3]').lines.lineCount).toBe(4);
});

describe('a million levels', () => {
  const depth = 1_000_000;

  test.each([
    ['arrays', '[', '', ']'],
    ['objects', '{"a":', '1', '}'],
  ])('of %s are read, and cut in the middle too', (_, open, middle, close) => {
    const whole = bytesOf(open.repeat(depth) + middle + close.repeat(depth));
    const strict = strictPass(whole, { depth: Number.POSITIVE_INFINITY });
    expect(strict.error).toBeUndefined();
    expect(strict.table.count).toBe(depth + middle.length);
    expect(skim(whole, { depth: Number.POSITIVE_INFINITY }).count).toBe(depth + middle.length);
    expect(skim(whole, { depth: 2 }).count).toBe(3);

    const cut = strictPass(whole.subarray(0, open.length * depth), { depth: 3 });
    expect(cut.error?.advice).toContain('1,000,000');
    expect(cut.table.count).toBe(4);
  });

  test('with findings at the bottom keep only as many pointers as memory allows', () => {
    const text = `${'['.repeat(depth)}${'NaN,'.repeat(1000)}0${']'.repeat(depth)}`;
    const { nonJsonLiterals } = strictOf(text, 2).findings;
    expect(nonJsonLiterals.total).toBe(1000);
    expect(nonJsonLiterals.first.length).toBeGreaterThan(0);
    expect(nonJsonLiterals.first.length).toBeLessThan(20);
  });
});

test('an object of a million keys is read, and its one duplicate found', () => {
  const keys = Array.from({ length: 1_000_000 }, (_, index) => `"key ${index}":0`).join(',');
  const { findings, table } = strictOf(`{${keys},"key 77":1}`, 0);
  expect(table.childCount[0]).toBe(1_000_001);
  expect(findings.duplicateKeys.first).toMatchObject([{ key: 'key 77', occurrences: 2 }]);
});

test('a resumed pass stops near its budget, also inside a long string', () => {
  const pass = startStrictPass(bytesOf(`"${'é'.repeat(50_000)}"`), { depth: 0 });
  expect(pass.step(1000)).toBe(false);
  expect(pass.position).toBeGreaterThanOrEqual(1000);
  expect(pass.position).toBeLessThan(1020);
  expect(pass.finish().error).toBeUndefined();
  expect(pass.step(1)).toBe(true);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceLine } from '../../response/questions.ts';
import { lineSegments, offsetOfCodePoint, utf8Length } from './lineSegments.ts';

const lineOf = (text: string, more: Partial<SourceLine> = {}): SourceLine => ({
  line: 5,
  fromByte: 0,
  text,
  cutBefore: 0,
  cutAfter: 0,
  ...more,
});

const markedText = (line: SourceLine, from: [number, number], to: [number, number]) =>
  lineSegments(line, {
    marked: { start: { line: from[0], column: from[1] }, end: { line: to[0], column: to[1] } },
  })
    .filter((segment) => segment.isMarked)
    .map((segment) => segment.text)
    .join('');

describe('pieces of a source line', () => {
  test('mark a range inside one line by code points', () => {
    expect(markedText(lineOf('{"🌱": "a🌱b"}'), [5, 7], [5, 12])).toBe('"a🌱b"');
  });

  test('mark a range over several lines from its start, wholly, and to its end', () => {
    expect(markedText(lineOf('"a": {'), [5, 6], [9, 2])).toBe('{');
    expect(markedText(lineOf('  "b": 1'), [1, 1], [9, 2])).toBe('  "b": 1');
    expect(markedText(lineOf('}, 7'), [1, 1], [5, 2])).toBe('}');
    expect(markedText(lineOf('other'), [6, 1], [7, 1])).toBe('');
  });

  test('mark the part of a range that a window of a long line shows', () => {
    const line = lineOf('cdefgh', { cutBefore: 2, cutAfter: 10 });
    expect(markedText(line, [5, 5], [5, 7])).toBe('ef');
    expect(markedText(line, [5, 1], [5, 5])).toBe('cd');
    expect(markedText(line, [5, 6], [5, 19])).toBe('fgh');
  });

  test('hold the place of an error, and nothing where it is the line end or cut off', () => {
    const errors = (line: SourceLine, errorColumn: number) =>
      lineSegments(line, { errorColumn }).filter((segment) => segment.isError);
    expect(errors(lineOf('a🌱b'), 2)).toMatchObject([{ text: '🌱' }]);
    expect(errors(lineOf('ab'), 3)).toEqual([]);
    expect(errors(lineOf('ab', { cutBefore: 10 }), 4)).toEqual([]);
  });

  test('add up to the line whatever the ranges are', () => {
    const place = fc.record({ line: fc.integer({ min: 4, max: 6 }), column: fc.integer({ min: 1, max: 12 }) });
    const range = fc.record({ start: place, end: place });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.nat(4),
        range,
        range,
        fc.nat(12),
        (text, cutBefore, marked, lit, errorColumn) => {
          const segments = lineSegments(lineOf(text, { cutBefore }), { marked, lit, errorColumn });
          expect(segments.map((segment) => segment.text).join('')).toBe(text);
        },
      ),
    );
  });
});

test('a code point has the offset that the same number of code points before it takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, number) => {
      expect(offsetOfCodePoint(text, number)).toBe([...text].slice(0, number).join('').length);
    }),
  );
});

test('the length in UTF-8 is what an encoder writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});

describe('what a mend changed in a line', () => {
  /** What goes in square brackets, what comes in braces. */
  const shown = (line: SourceLine, ...edits: { from: number; to: number; text: string }[]) =>
    lineSegments(line, { mend: { title: '', edits } })
      .map(({ text, isRemoved, inserted }) => `${inserted ? `{${inserted}}` : ''}${isRemoved ? `[${text}]` : text}`)
      .join('');

  test('stands at its bytes, at the ends of the line too', () => {
    const line = lineOf('"é": 1', { fromByte: 10 });
    expect(shown(line, { from: 14, to: 14, text: ',' })).toBe('"é"{,}: 1');
    expect(shown(line, { from: 10, to: 11, text: "'" })).toBe(`{'}["]é": 1`);
    expect(shown(line, { from: 17, to: 17, text: ',' })).toBe('"é": 1{,}');
    expect(shown(line, { from: 11, to: 13, text: '' }, { from: 16, to: 17, text: '2' })).toBe('"[é]": {2}[1]');
  });

  test('that reaches over lines is put in once and taken from each', () => {
    expect(shown(lineOf('abc', { fromByte: 10 }), { from: 12, to: 20, text: ']' })).toBe('ab{]}[c]');
    expect(shown(lineOf('def', { fromByte: 14 }), { from: 12, to: 16, text: ']' })).toBe('[de]f');
  });

  test('elsewhere leaves it as it is', () => {
    const line = lineOf('abc', { fromByte: 10 });
    expect(shown(line, { from: 2, to: 10, text: 'x' }, { from: 14, to: 14, text: 'y' })).toBe('abc');
  });
});

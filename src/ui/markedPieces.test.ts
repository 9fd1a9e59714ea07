import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces } from './markedPieces.ts';

describe('marked pieces', () => {
  it('joined are the text of the part, wherever the marks lie', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(50),
        fc.uniqueArray(fc.nat(80), { maxLength: 6 }).map((ends) => ends.toSorted((a, b) => a - b)),
        (text, from, ends) => {
          const marks = [];
          for (let i = 0; i + 1 < ends.length; i += 2)
            marks.push({ from: ends[i] ?? 0, to: ends[i + 1] ?? 0, title: '' });
          const pieces = markedPieces(text, from, marks);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        },
      ),
    );
  });

  it('mark both ends of a raw output', () => {
    const marks = [
      { from: 0, to: 2, title: '' },
      { from: 5, to: 6, title: '' },
    ];
    const pieces = markedPieces('\n\nabc ', 0, marks);
    expect(pieces.map(({ text, mark }) => [text, mark !== undefined])).toEqual([
      ['\n\n', true],
      ['abc', false],
      [' ', true],
    ]);
  });
});

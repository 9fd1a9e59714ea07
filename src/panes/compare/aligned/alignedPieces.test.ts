import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../analysis/align/align.ts';
import type { Alignment, AlignOptions } from '../../../analysis/align/alignment.ts';
import { type Piece, piecesOf, rowEnds } from './alignedPieces.ts';

function aligned(texts: readonly string[], options: Partial<AlignOptions> = {}): Alignment {
  const alignment = align(texts, { granularity: 'word', ...options });
  return alignment;
}

function rowsOf(texts: readonly string[], options?: Partial<AlignOptions>): readonly (readonly (readonly Piece[])[])[] {
  const alignment = aligned(texts, options);
  const ends = rowEnds(alignment, texts);
  return texts.map((_, sample) => piecesOf(alignment, sample, ends));
}

const textsIn = (text: string, pieces: readonly Piece[]) => pieces.map(({ from, to }) => text.slice(from, to));
const marked = (text: string, rows: readonly (readonly Piece[])[]) =>
  textsIn(
    text,
    rows.flat().filter(({ level }) => level > 0),
  );

describe('the pieces of aligned texts', () => {
  test('mark what not all say, more strongly the fewer say it', () => {
    const texts = [
      'light that keeps hours',
      'light that keeps hours',
      'light that keeps hours',
      'light that moves hours',
    ];
    const rows = rowsOf(texts);
    expect(texts.map((text, at) => marked(text, rows[at] ?? []))).toEqual([['keeps'], ['keeps'], ['keeps'], ['moves']]);
    expect(rows.map((own) => own.flat().find(({ level }) => level > 0)?.level)).toEqual([1, 1, 1, 3]);
    const halves = ['a red lamp', 'a red lamp', 'a blue lamp', 'a blue lamp'];
    expect(rowsOf(halves).map((own) => own.flat().find(({ level }) => level > 0)?.level)).toEqual([2, 2, 2, 2]);
  });

  test('have an empty place where a text has nothing', () => {
    const texts = ['a lamp for desks', 'a lamp'];
    const place = rowsOf(texts)[1]
      ?.flat()
      .find(({ divergence }) => divergence === 0);
    expect(place).toMatchObject({ from: 6, to: 6, support: 0 });
    const inner = rowsOf(['cool in the morning', 'cool morning']);
    const empty = inner[1]?.flat().find(({ divergence }) => divergence === 0);
    expect(empty?.from).toBe(empty?.to);
    expect(marked('cool morning', inner[1] ?? [])).toEqual([]);
  });

  test('mark white space only where nothing else differs', () => {
    expect(marked('one  two', rowsOf(['one two', 'one  two'])[1] ?? [])).toEqual(['  ']);
    expect(marked('one  two', rowsOf(['one two', 'one  two'], { ignoresWhiteSpace: true })[1] ?? [])).toEqual([]);
  });

  test('start rows behind line ends that all share, and nowhere else', () => {
    const texts = ['Title\n\nfirst line\nsecond', 'Title\n\nother line and\nsecond', 'Title\n\nfirst second'];
    const rows = rowsOf(texts);
    expect(rows.map((own) => own.length)).toEqual([2, 2, 2]);
    expect(rows.map((own, at) => textsIn(texts[at] ?? '', own[0] ?? []).join(''))).toEqual(Array(3).fill('Title\n\n'));
  });

  const text = array(constantFrom('a', 'b', 'c', ' ', '\n', 'word', '🙂', '.'), { maxLength: 24 }).map((parts) =>
    parts.join(''),
  );

  test('are together the text, in as many rows for all, whatever the texts are', () => {
    assert(
      property(array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        const rows = rowsOf(texts);
        rows.forEach((own, at) => {
          expect(own.length).toBe(rows[0]?.length);
          expect(textsIn(texts[at] ?? '', own.flat()).join('')).toBe(texts[at]);
        });
      }),
    );
  });

  test('have a place for every divergence in every text, in order', () => {
    assert(
      property(array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        const count = aligned(texts).divergences.length;
        for (const own of rowsOf(texts)) {
          const numbers = own.flat().flatMap(({ divergence }) => (divergence === undefined ? [] : [divergence]));
          expect(new Set(numbers).size).toBe(count);
          expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        }
      }),
    );
  });
});

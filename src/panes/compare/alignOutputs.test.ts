import { array, assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Alignment, alignOutputs } from './alignOutputs.ts';
import type { Piece } from './textPieces.ts';

const words = (text: string, pieces: readonly Piece[]) => pieces.map((piece) => text.slice(piece.from, piece.to));
const marked = (texts: readonly string[], { texts: aligned }: Alignment, at: number) =>
  words(
    texts[at] ?? '',
    (aligned[at]?.rows.flat() ?? []).filter((piece) => piece.level > 0),
  );

describe('aligning texts with a baseline', () => {
  test('marks what the baseline lacks in the others, and what any other lacks in the baseline', () => {
    const texts = ['light that keeps your hours', 'light that moves with your day', 'light that keeps your day'];
    const alignment = alignOutputs(texts, 0);
    expect(marked(texts, alignment, 0)).toEqual(['keeps', 'hours']);
    expect(marked(texts, alignment, 1)).toEqual(['moves with', 'day']);
    expect(marked(texts, alignment, 2)).toEqual(['day']);
    expect(alignment.divergenceCount).toBe(2);
    expect(alignment.texts.map((text) => text.differingWords)).toEqual([2, 3, 1]);
    expect(alignment.texts.map((text) => text.lackingWords)).toEqual([0, 2, 1]);
  });

  test('marks words of the baseline more strongly when more than half of the others lack them', () => {
    const texts = ['one two three', 'one three', 'one', 'one two'];
    const levels = alignOutputs(texts, 0).texts[0]?.rows.flat();
    const levelOf = (word: string) =>
      levels?.find((piece) => texts[0]?.slice(piece.from, piece.to).includes(word))?.level;
    expect(levelOf('one')).toBe(0);
    expect(levelOf('two')).toBe(2);
    expect(levelOf('three')).toBe(2);
    expect(
      alignOutputs(['one two', 'one', 'one two'], 0)
        .texts[0]?.rows.flat()
        .map((piece) => piece.level),
    ).toContain(1);
  });

  test('a text that lacks the words of a difference has an empty place there', () => {
    const { texts } = alignOutputs(['a lamp for desks', 'a lamp'], 0);
    const place = texts[1]?.rows.flat().find((piece) => piece.divergence === 0);
    expect(place).toMatchObject({ from: 6, to: 6 });
  });

  test('marks reach from word to word, but white space alone is marked', () => {
    const spaced = ['one two three', 'one other\n three'];
    expect(marked(spaced, alignOutputs(spaced, 0), 1)).toEqual(['other']);
    const wide = ['one two', 'one  two'];
    expect(marked(wide, alignOutputs(wide, 0), 1)).toEqual(['  ']);
  });

  test('a space where the baseline has words more is not marked', () => {
    const texts = ['cool in the morning', 'cool morning'];
    const alignment = alignOutputs(texts, 0);
    expect(marked(texts, alignment, 0)).toEqual(['in the']);
    expect(marked(texts, alignment, 1)).toEqual([]);
    expect(alignment.divergenceCount).toBe(1);
  });

  test('equal texts have no difference', () => {
    const alignment = alignOutputs(['same words', 'same words'], 1);
    expect(alignment.divergenceCount).toBe(0);
    expect(alignment.texts.map((text) => text.differingWords)).toEqual([0, 0]);
  });

  test('rows start behind line ends that all share, and nowhere else', () => {
    const texts = ['Title\n\nfirst line\nsecond', 'Title\n\nother line and\nsecond', 'Title\n\nfirst second'];
    const alignment = alignOutputs(texts, 0);
    expect(alignment.rowCount).toBe(2);
    expect(alignment.texts.map((text, at) => words(texts[at] ?? '', text.rows[0] ?? []).join(''))).toEqual(
      Array(3).fill('Title\n\n'),
    );
  });

  test('differs with several thousand words in slices as it does at once', () => {
    const base = Array.from({ length: 6000 }, (_, at) => `word${at % 700}x${at % 11}`);
    const other = base.map((word, at) => (at % 97 === 5 ? `changed${at}` : word));
    const texts = [base.join(' '), other.join(' ')];
    const alignment = alignOutputs(texts, 0);
    expect(alignment.texts[1]?.differingWords).toBe(other.filter((word, at) => word !== base[at]).length);
    expect(alignment.divergenceCount).toBe(alignment.texts[1]?.differingWords);
  });

  test('says that it is approximate when long texts share nothing', () => {
    const text = (seed: number) => Array.from({ length: 4000 }, (_, at) => `w${seed}x${at % 900}`).join(' ');
    expect(alignOutputs([text(1), text(2)], 0).texts[1]?.isApproximate).toBe(true);
  });

  const text = array(constantFrom('a', 'b', 'c', ' ', '\n', 'word', '🙂', '.'), { maxLength: 24 }).map((parts) =>
    parts.join(''),
  );

  test('the pieces of every text are the text, whatever the texts are', () => {
    assert(
      property(array(text, { minLength: 2, maxLength: 5 }), nat(4), (texts, seed) => {
        const baseline = seed % texts.length;
        const alignment = alignOutputs(texts, baseline);
        for (const [at, { rows }] of alignment.texts.entries()) {
          expect(rows.length).toBe(alignment.rowCount);
          expect(words(texts[at] ?? '', rows.flat()).join('')).toBe(texts[at]);
        }
      }),
    );
  });

  test('outside of its marks every text is the unmarked part of the baseline that it shares, white space aside', () => {
    assert(
      property(array(text, { minLength: 2, maxLength: 2 }), (texts) => {
        const alignment = alignOutputs(texts, 0);
        const shared = alignment.texts.map(({ rows }, at) =>
          words(
            texts[at] ?? '',
            rows.flat().filter((piece) => piece.level === 0),
          )
            .join('')
            .replaceAll(/\s/g, ''),
        );
        expect(shared[1]).toBe(shared[0]);
      }),
    );
  });

  test('every difference has a place in every text, in order', () => {
    assert(
      property(array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        const { texts: aligned, divergenceCount } = alignOutputs(texts, 0);
        for (const { rows } of aligned) {
          const numbers = rows.flat().flatMap((piece) => (piece.divergence === undefined ? [] : [piece.divergence]));
          expect(new Set(numbers).size).toBe(divergenceCount);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }),
    );
  });
});

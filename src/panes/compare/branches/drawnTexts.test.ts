import { describe, expect, test } from 'vitest';
import { testRow } from '../../../../e2e/fixtures/testRow.ts';
import { sampleListOf } from '../../../../e2e/fixtures/testSamples.ts';
import type { Compared } from '../compared.ts';
import { drawnTexts, whoSays } from './drawnTexts.ts';

function comparedOf(texts: readonly string[], totalLengths = texts.map(({ length }) => length)): Compared {
  const rows = sampleListOf(texts.map((_, position) => testRow(position)));
  return { part: 'answer', rows, texts, totalLengths, outputLengths: totalLengths };
}

describe('what Branches draws', () => {
  test('of 2,000 samples with seven different texts it is all seven, with all who say them', () => {
    // The last two stand far behind the first forty.
    const texts = Array.from({ length: 2000 }, (_, at) => `text ${at < 1001 ? at % 5 : at % 7}`);
    const { summary, notes, counts, saidBy, texts: drawn } = drawnTexts(comparedOf(texts));
    expect(drawn).toEqual([0, 1, 2, 3, 4, 5, 6].map((at) => `text ${at}`));
    expect(counts.reduce((sum, count) => sum + count)).toBe(2000);
    expect(saidBy.map(({ length }) => length)).toEqual(counts);
    expect(summary).toBe('7 distinct texts of 2,000 samples');
    expect(notes).toEqual([]);
  });

  test('of more than can be drawn it is the most said, and that is said with its share', () => {
    const often = Array.from({ length: 39 * 20 }, (_, at) => `often ${at % 39}`);
    const seldom = Array.from({ length: 11 }, (_, at) => `seldom ${at}`);
    const { counts, notes, summary, texts } = drawnTexts(comparedOf([...seldom, ...often]));
    expect(texts.length).toBe(40);
    expect(texts[0]).toBe('seldom 0');
    expect(counts).toEqual([1, ...Array(39).fill(20)]);
    expect(summary).toBe('40 distinct texts of 781 samples');
    expect(notes).toEqual([
      'The 40 most said of 50 distinct texts, 781 of 791 samples: Branches shows at most 40; choose fewer.',
    ]);
  });

  test('where none is said more than another it is the first, whichever is the baseline', () => {
    const compared = comparedOf(Array.from({ length: 42 }, (_, at) => `text ${at}`));
    const { rows, texts, totalLengths } = compared;
    const turned = <Item>(list: readonly Item[]): readonly Item[] => [...list.slice(-1), ...list.slice(0, -1)];
    const drawn = drawnTexts({
      ...compared,
      rows: rows.pick(turned([...rows.positions])),
      texts: turned(texts),
      totalLengths: turned(totalLengths),
    });
    const { saidBy, ...same } = drawnTexts(compared);
    expect(drawn).toMatchObject(same);
    expect(drawn.saidBy.map(({ positions }) => positions)).toEqual(saidBy.map(({ positions }) => positions));
    expect(drawn.summary).toBe('40 samples');
    expect(drawn.notes).toEqual([
      'The first 40 of 42 distinct texts, 40 of 42 samples: Branches shows at most 40; choose fewer.',
    ]);
  });

  test('a text that is here in part only is left out, with the limit that it met', () => {
    const { texts, notes } = drawnTexts(comparedOf(['short', 'short', 'begin'], [5, 5, 12]));
    expect(texts).toEqual(['short']);
    expect(notes).toEqual(['#2 is left out: Branches shows outputs of at most 5 characters.']);
  });

  test('those who say it are named in document order, the first of many', () => {
    const drawn = drawnTexts(comparedOf(Array.from({ length: 100 }, (_, at) => `text ${at % 3}`)));
    expect(whoSays(drawn, [0, 2], 3)).toBe('#0 #2 #3 and 64 more');
    expect(whoSays(drawn, [1], 40)).toMatch(/^#1 #4 #7 .*#97$/);
  });
});

import { describe, expect, test } from 'vitest';
import { excerptAround, excerptReach, expressionRanges, literalRanges, matchesIn } from './matches.ts';

const cut = (text: string, ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => text.slice(from, to));

describe('places of a text', () => {
  test('are found in any case unless case matters, and none within another', () => {
    expect(cut('Tea, tea, TEA', literalRanges('Tea, tea, TEA', 'tea', false))).toEqual(['Tea', 'tea', 'TEA']);
    expect(literalRanges('Tea, tea', 'tea', true)).toEqual([{ from: 5, to: 8 }]);
    expect(literalRanges('aaaa', 'aa', true)).toHaveLength(2);
    expect(literalRanges('tea', '', false)).toEqual([]);
  });

  test('are right behind letters that are longer in lower case', () => {
    const text = 'İİ İstanbul Tea';
    expect(cut(text, literalRanges(text, 'TEA', false))).toEqual(['Tea']);
  });

  test('of an expression leave out what is empty', () => {
    expect(expressionRanges('abcb', /b?/gu)).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ]);
  });
});

describe('what a row shows', () => {
  test('is the part around the first match, from the beginning of a word on', () => {
    const text = `${'leaf '.repeat(100)}needle at the end`;
    const found = matchesIn(text, literalRanges(text, 'needle', false));
    expect(found?.count).toBe(1);
    expect(found?.first).toEqual([]);
    expect(found?.excerpt.text).toBe('leaf leaf leaf leaf needle at the end');
    expect(cut(found?.excerpt.text ?? '', found?.excerpt.ranges ?? [])).toEqual(['needle']);
  });

  test('is the beginning where the match stands there, and nothing without a match', () => {
    expect(matchesIn('green tea', [{ from: 6, to: 9 }])?.excerpt.from).toBe(0);
    expect(matchesIn('green tea', [])).toBeUndefined();
  });

  test('follows the match that is walked to, the same from a part of the text as from all of it', () => {
    const text = `${'leaf '.repeat(100)}needle one and needle two ${'leaf '.repeat(100)}`;
    const ranges = literalRanges(text, 'needle', false);
    const second = ranges[1] as (typeof ranges)[number];
    const found = excerptAround({ text, from: 0 }, ranges, second);
    expect(found.text.startsWith('leaf needle one and needle two leaf')).toBe(true);
    expect(cut(found.text, found.ranges)).toEqual(['needle', 'needle']);
    expect(found.ranges[found.current]).toEqual({ from: 20, to: 26 });
    const from = second.from - excerptReach.before;
    const part = { text: text.slice(from, second.from + excerptReach.after), from };
    expect(excerptAround(part, ranges, second)).toEqual(found);
  });

  test('never begins inside a surrogate pair', () => {
    const text = `${'😀'.repeat(30)}x`;
    expect(matchesIn(`a${text}`, [{ from: 61, to: 62 }])?.excerpt.text.startsWith('😀')).toBe(true);
  });
});

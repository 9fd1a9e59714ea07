import { describe, expect, it } from 'vitest';
import { findPattern, patternProblem } from './pattern.ts';

const pattern = (source: string, isCaseMatched = false) => ({ source, isCaseMatched });

describe('patternProblem', () => {
  it('has nothing to say of a pattern that can be used', () => {
    expect(patternProblem(pattern('^(a|b)+\\p{L}$'))).toBeUndefined();
  });

  it.each([
    ['(a)(b', 'Unterminated group', 4],
    ['[a-', 'Unterminated character class', 1],
    ['(a**', 'Nothing to repeat', 4],
    ['a\\', '\\ at end of pattern', 2],
    ['x(a|b)+)', "Unmatched ')'", 8],
    ['😀(', 'Unterminated group', 2],
  ])('says why %s cannot, and at which character', (source, reason, character) => {
    expect(patternProblem(pattern(source))).toEqual({ reason, character });
  });

  it('takes a misspelt escape for a mistake and not for a letter', () => {
    expect(patternProblem(pattern('\\y'))).toMatchObject({ reason: 'Invalid escape' });
  });

  it('says why a very long one cannot, without its place', () => {
    const problem = patternProblem(pattern(`${'a'.repeat(600)}(`));
    expect(problem).toEqual({ reason: 'Unterminated group' });
  });
});

describe('findPattern', () => {
  const subjects = [
    { output: 'Green tea', others: ['stop'] },
    { output: 'black tea', others: ['length'] },
    { others: [] },
    { output: 'Tea: 🍵\nwhite', others: ['stop'] },
  ];
  const places = (...args: Parameters<typeof findPattern>) => findPattern(...args).map(({ position }) => position);

  it('finds subjects by any of their texts, in any case unless case matters', () => {
    expect(places(pattern('^(green|black)'), subjects)).toEqual([0, 1]);
    expect(places(pattern('^(Green|Black)', true), subjects)).toEqual([0]);
    expect(places(pattern('^length$'), subjects)).toEqual([1]);
  });

  it('takes a character outside the first plane as one, and the ends of the text as the only ends', () => {
    expect(places(pattern(': .\\n'), subjects)).toEqual([3]);
    expect(places(pattern('^white'), subjects)).toEqual([]);
  });

  it('says where in the output, for the finish reason only that', () => {
    expect(findPattern(pattern('t'), subjects).map(({ matches }) => matches?.first)).toEqual([
      [{ from: 6, to: 7 }],
      [{ from: 6, to: 7 }],
      [
        { from: 0, to: 1 },
        { from: 11, to: 12 },
      ],
    ]);
    expect(findPattern(pattern('^length$'), subjects)).toEqual([{ position: 1 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeLines } from './nodeLines.ts';

const widthOf = (text: string): number => text.length;
const lines = (text: string, mostWidth = 10, isOpen = false) => nodeLines(text, { widthOf, mostWidth, isOpen });

describe('the lines of a box', () => {
  test('break between words', () => {
    expect(lines('the kettle sang')).toMatchObject({
      head: ['the kettle', 'sang'],
      tail: [],
      width: 10,
      isLong: false,
    });
    expect(lines('the kettle sang').hidden).toBeUndefined();
  });

  test('of a long run are the first and the last one and what is left out', () => {
    const run = 'one two three four five six seven eight nine eleven';
    expect(lines(run)).toMatchObject({ head: ['one two'], hidden: '7 words', tail: ['eleven'], isLong: true });
    expect(lines(run, 10, true)).toMatchObject({ tail: [], isLong: true });
    expect(lines(run, 10, true).head.join(' ')).toBe(run);
  });

  test('count characters where words are not spaced', () => {
    expect(lines('茶'.repeat(60)).hidden).toBe('40 characters');
  });

  test('show line ends, and never part what is seen as one character', () => {
    expect(lines('one\r\ntwo').head).toEqual(['one ↵ two']);
    expect(lines('👩‍👩‍👧👩‍👩‍👧', 8).head).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('hold every word once opened', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 20 }), (text, mostWidth) => {
        const { head } = lines(text, mostWidth, true);
        const bare = (one: string) => one.replace(/[\s\u0085]/g, '');
        expect(bare(head.join(''))).toBe(bare(text.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '↵')));
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { codeUnitAt } from './codeUnitAt.ts';

describe('the code unit at a line and a column', () => {
  test('counts every kind of line end once, and a pair of surrogates as one column', () => {
    const text = 'ab\r\n🙂cd\re\nf';
    expect(codeUnitAt(text, 1, 2)).toBe(1);
    expect(codeUnitAt(text, 2, 1)).toBe(4);
    expect(codeUnitAt(text, 2, 2)).toBe(6);
    expect(codeUnitAt(text, 3, 1)).toBe(9);
    expect(codeUnitAt(text, 4, 1)).toBe(11);
  });

  test('ends with the text', () => {
    expect(codeUnitAt('ab', 1, 9)).toBe(2);
    expect(codeUnitAt('ab', 9, 1)).toBe(0);
  });
});

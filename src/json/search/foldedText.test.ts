import { expect, test } from 'vitest';
import { caseVariants } from './caseVariants.ts';
import { foldedText } from './foldedText.ts';

test('each character is folded to what the characters that differ in case alone are folded to, in the same length', () => {
  const wrong: string[] = [];
  for (let code = 1; code <= 0x1ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const folded = foldedText(character);
    const isSame = caseVariants(code).every((variant) => foldedText(String.fromCodePoint(variant)) === folded);
    if (!isSame || folded.length !== character.length) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('where a letter stands in a word makes no difference', () => {
  expect(foldedText('ΟΔΟΣ Οδος ΣΑΣ')).toBe('οδοσ οδοσ σασ');
  expect(foldedText('İSTANBUL')).toBe('İstanbul');
});

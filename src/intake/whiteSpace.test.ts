import { expect, test } from 'vitest';
import { backTo, checkParts, readAs, textsOf, utf8 } from '../../e2e/fixtures/readForms.ts';
import { whiteSpace } from './whiteSpace.ts';

const note = async (text: string) => {
  const reading = await readAs(whiteSpace, utf8(text));
  return reading && 'notes' in reading ? reading.notes[0] : undefined;
};

test('white space of pages between values is read as spaces, what is not seen is left out, and strings stay', async () => {
  const text = '\u200b{\u00a0\u00a0"a":\u3000"x\u00a0\u200by",\u2028"b\\"\u00a0":\ufeff[1,\u2009 2]}';
  expect(await textsOf(whiteSpace, text)).toEqual(['{  "a": "x\u00a0\u200by", "b\\"\u00a0":[1,  2]}']);
  expect(await note(text)).toBe(
    'JSON does not know this white space, which pages have: U+200B, U+00A0 2 times, U+3000, U+2028, U+FEFF and 1 more. 5 characters between the values are read as spaces, 2 invisible characters are left out.',
  );
});

test('each character leads back to where it was', async () => {
  const origin = utf8('{\u00a0"a":\u200b"é\u00a0",\u3000"b": 2}');
  const reading = await readAs(whiteSpace, origin);
  if (reading === undefined || !('parts' in reading)) throw new Error('not read');
  checkParts(origin, reading.parts);
  expect(backTo(origin, reading.parts[0], '"é\u00a0"')).toBe('"é\u00a0"');
  expect(backTo(origin, reading.parts[0], '"b": 2')).toBe('"b": 2');
});

test('one of them alone is said in the singular', async () => {
  expect(await note('{"a":\u00a01}')).toBe(
    'JSON does not know this white space, which pages have: U+00A0. 1 character between the values is read as a space.',
  );
});

test.each([
  ['strings of Python, which may hold it', "{'a': 'x\u00a0y'}"],
  ['a string alone that holds it', '{"a": "x\u00a0y"}'],
  ['a mark at the beginning alone', '\ufeff{"a": 1}'],
  ['text', 'a\u00a0b'],
])('%s is none of it', async (_words, text) => {
  expect(await textsOf(whiteSpace, text)).toEqual(['not mine']);
});

import { describe, expect, test } from 'vitest';
import { strictPass } from './strict.ts';

const problemOf = (text: string) => strictPass(new TextEncoder().encode(text), { depth: 0 }).error;

describe('frequent mistakes are named', () => {
  test.each([
    ['[1,2,]', 'A comma after the last member of an array'],
    ['{"a":1,}', 'A comma after the last member of an object'],
    ["{'a':1}", 'A key in single quotes'],
    ["['a']", 'A string in single quotes'],
    ['{a:1}', 'A key without quotes'],
    ['{1:1}', 'A key without quotes'],
    ['[1 2]', 'A comma is missing'],
    ['[1"a"]', 'A comma is missing'],
    ['{"a":1 "b":2}', 'A comma is missing'],
    ['{"a" 1}', 'A colon is missing'],
    ['{"a"=1}', 'An equals sign instead of a colon'],
    ['{"a",1}', 'A key without a value'],
    ['{"a":}', 'A value is missing'],
    ['{,}', 'A key is missing'],
    ['["a\nb"]', 'A string runs over the end of its line'],
    ['["a\rb"]', 'A string runs over the end of its line'],
    ['["a\tb"]', 'A tab inside a string'],
    ['["a\u0001b"]', 'A control character inside a string'],
    ['["\\x"]', 'An escape that JSON does not know'],
    ['["\\u12"]', 'An escape \\u without four hexadecimal digits'],
    ['[01]', 'A number begins with a zero too many'],
    ['[-012]', 'A number begins with a zero too many'],
    ['[+1]', 'A plus sign before a number'],
    ['[.5]', 'A number without a digit before its decimal point'],
    ['[-.5]', 'A decimal point without a digit before it'],
    ['[1.]', 'A decimal point without digits after it'],
    ['[1e]', 'An exponent without digits'],
    ['[0x1f]', 'A hexadecimal number'],
    ['[1_000]', 'An underscore inside a number'],
    ['[1.2.3]', 'A number with two decimal points'],
    ['[True]', 'True is Python, not JSON'],
    ['{"a":None}', 'None is Python, not JSON'],
    ['[undefined]', 'undefined is JavaScript, not JSON'],
    ['[TRUE]', 'The word TRUE in the wrong case'],
    ['[nan]', 'A number that JSON does not have'],
    ['[yes]', 'Text without quotes'],
    ['{} {}', 'Text after the end of the document'],
    ['[]]', 'A closing bracket too many'],
    ['[1}', 'An array is closed with the wrong bracket'],
    ['{"a":[1}', 'An array is closed with the wrong bracket'],
    ['[1 // one\n]', 'A comment'],
    ['[1/* one */]', 'A comment'],
    ['# one\n[]', 'A comment'],
    ['{“a”:1}', 'Typographic quotes'],
    ['[‘a’]', 'Typographic quotes'],
    ['{"a":1;"b":2}', 'A semicolon instead of a comma'],
    ['{"a":"say "hi" now"}', 'Text directly after a string'],
    ['["a":1]', 'A colon in an array'],
    ['<!doctype html>', 'This looks like HTML or XML'],
    ['[\u00a01]', 'An invisible character between the values'],
    ['', 'The text is empty'],
    [' \n ', 'The text is empty'],
    ['\ufeff', 'The text is empty'],
    ['{"a":', 'The text ends too early'],
    ['[tr', 'The text ends too early'],
    ['["\\u00', 'The text ends too early'],
    ['-', 'The text ends too early'],
  ])('%j: %s', (text, title) => {
    expect(problemOf(text)?.title).toBe(title);
  });
});

test('a place has its line, and its column in code points', () => {
  expect(problemOf('{\n  "é😀": x\n}')).toMatchObject({
    line: 2,
    column: 9,
    byte: 14,
    expected: 'a value after the colon',
    found: 'the word "x"',
    isEndOfText: false,
  });
});

test('the end of the text says what is still open and where it began', () => {
  const problem = problemOf('{"data": [\n  {"output": "cut he');
  expect(problem?.isEndOfText).toBe(true);
  expect(problem?.expected).toBe('a closing double quote');
  expect(problem?.advice).toContain('The string that begins at line 2, column 14 is not closed.');
  expect(problem?.advice).toContain('2 objects and 1 array are still open; the last one begins at line 2, column 3.');
});

test('bytes that are no text are called so', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
  expect(strictPass(png, { depth: 0 }).error).toMatchObject({
    title: 'This is not UTF-8 text',
    found: 'a byte that is not UTF-8 (0x89)',
  });
});

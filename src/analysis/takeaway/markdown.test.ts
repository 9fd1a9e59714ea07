import { expect, test } from 'vitest';
import { fence, inline, tableLines } from './markdown.ts';

test('nothing in a text is taken for markup', () => {
  expect(inline('*a* | <b>\n# [c](d) `e` & ~')).toBe('\\*a\\* \\| &lt;b\\><br>\\# \\[c\\](d) \\`e\\` &amp; \\~');
});

test('a fence is longer than any in its text', () => {
  expect(fence('a')).toBe('```text\na\n```');
  expect(fence('````\nb\n')).toBe('`````text\n````\nb\n`````');
});

test('a table has a line of dashes below its head', () => {
  expect([...tableLines(['A', 'B'], [['1', 'x|y']])]).toEqual(['| A | B |', '| --- | --- |', '| 1 | x\\|y |']);
});

import { expect, test } from 'vitest';
import { codeFrame } from './codeFrame.ts';
import { indexLines } from './lines.ts';

const frameOf = (text: string, byte: number, options = {}) => {
  const bytes = new TextEncoder().encode(text);
  return codeFrame(bytes, indexLines(bytes), byte, options);
};

test('the frame shows the lines around the place and where in its line it is', () => {
  const frame = frameOf('one\ntwo\nthree\nfour\nfive', 9, { before: 1, after: 1 });
  expect(frame.lines.map(({ line, text }) => [line, text])).toEqual([
    [2, 'two'],
    [3, 'three'],
    [4, 'four'],
  ]);
  expect(frame.line).toBe(3);
  expect(frame.caretColumn).toBe(1);
});

test('a long line is cut on both sides of the caret and says so', () => {
  const frame = frameOf(`${'a'.repeat(5000)}!${'b'.repeat(5000)}`, 5000, { width: 20 });
  const [line] = frame.lines;
  expect(line).toMatchObject({ isCutLeft: true, isCutRight: true });
  expect(line?.text.length).toBe(20);
  expect(line?.text[frame.caretColumn]).toBe('!');
});

test('the caret counts code points of the shown text', () => {
  const frame = frameOf('"é漢😀"x', 11);
  expect([...(frame.lines[0]?.text ?? '')][frame.caretColumn]).toBe('x');
  expect(frame.lines[0]).toMatchObject({ isCutLeft: false, isCutRight: false });
});

test('the end of the text and an empty text have a frame', () => {
  expect(frameOf('[1,', 3)).toMatchObject({ line: 1, caretColumn: 3 });
  expect(frameOf('', 0)).toEqual({
    lines: [{ line: 1, text: '', isCutLeft: false, isCutRight: false }],
    line: 1,
    caretColumn: 0,
  });
});

test('a line of stray continuation bytes gives a short frame', () => {
  const bytes = new Uint8Array(1_000_000).fill(0x80);
  const frame = codeFrame(bytes, indexLines(bytes), 500_000, { width: 20 });
  expect(frame.lines[0]?.text.length).toBeLessThan(200);
});

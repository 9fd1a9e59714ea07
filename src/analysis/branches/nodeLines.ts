// The words of a box in lines that fit it; of a long run only the beginning and the end. Knows how wide words are from its caller.

import { grapheme } from '../align/graphemes.ts';

export interface NodeLines {
  /** The lines before what is left out; all lines where nothing is. */
  readonly head: readonly string[];
  readonly tail: readonly string[];
  /** What is left out between them, `12 words`; absent where nothing is. */
  readonly hidden?: string;
  /** The longest line, in the unit of `widthOf`. */
  readonly width: number;
  /** More lines than a box has that is not opened. */
  readonly isLong: boolean;
}

export interface NodeLinesOptions {
  readonly widthOf: (text: string) => number;
  readonly mostWidth: number;
  /** Shows all lines, however many. */
  readonly isOpen: boolean;
}

/** Lines of a box that is not opened. */
const mostLines = 4;
const graphemes = new RegExp(grapheme, 'gu');
const lineEnds = /\r\n|[\n\r\u0085\u2028\u2029]/g;

interface Line {
  readonly text: string;
  /** Words that begin in it. */
  readonly words: number;
}

/** White space between words is one space in a line; a line end of the text shows as ↵. */
export function nodeLines(text: string, { widthOf, mostWidth, isOpen }: NodeLinesOptions): NodeLines {
  const lines = breakLines(text, widthOf, mostWidth);
  const isLong = lines.length > mostLines;
  const all = lines.map((line) => line.text);
  if (!isLong || isOpen) return { head: all, tail: [], width: widest(all, widthOf), isLong };
  const inside = lines.slice(1, -1);
  const words = inside.reduce((sum, line) => sum + line.words, 0);
  const characters = inside.reduce((sum, line) => sum + [...line.text].length, 0);
  // Where words are not spaced their number says nothing.
  const hidden = words >= inside.length ? `${words} words` : `${characters} characters`;
  const [head, tail] = [all.slice(0, 1), all.slice(-1)];
  return { head, tail, hidden, width: widest([...head, `… ${hidden} …`, ...tail], widthOf), isLong };
}

function breakLines(text: string, widthOf: (text: string) => number, mostWidth: number): readonly Line[] {
  const lines: Line[] = [];
  let current: Line | undefined;
  for (const word of text.replace(lineEnds, ' ↵ ').split(/\s+/)) {
    if (word === '') continue;
    const counted = word === '↵' ? 0 : 1;
    if (current && widthOf(`${current.text} ${word}`) <= mostWidth) {
      current = { text: `${current.text} ${word}`, words: current.words + counted };
      continue;
    }
    if (current) lines.push(current);
    const [first = word, ...rest] = widthOf(word) <= mostWidth ? [word] : broken(word, widthOf, mostWidth);
    current = { text: first, words: counted };
    for (const part of rest) {
      lines.push(current);
      current = { text: part, words: 0 };
    }
  }
  return current ? [...lines, current] : lines;
}

/** A word that is wider than a line, in parts; what a reader sees as one character stays whole. */
function broken(word: string, widthOf: (text: string) => number, mostWidth: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const [character] of word.matchAll(graphemes)) {
    if (part !== '' && widthOf(part + character) > mostWidth) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function widest(lines: readonly string[], widthOf: (text: string) => number): number {
  return lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
}

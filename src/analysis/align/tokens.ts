// Cuts a text into tokens: words, characters, sentences or lines, and the white space between them. Knows text only.
// A token never ends inside of what a reader sees as one character.

import { extend, grapheme, lineEnd, prepend } from './graphemes.ts';
import { cutWords } from './unspaced.ts';

export type Granularity = 'word' | 'character' | 'sentence' | 'line';

/** Kinds of tokens: letters and figures; punctuation; white space; line ends. */
export const tokenKind = { word: 0, punctuation: 1, blank: 2, lineEnd: 3 } as const;

/** A text in tokens, which follow each other without a gap. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Where each token begins, in code units; one more for the end of the text. */
  readonly starts: Uint32Array;
  /** A `tokenKind` for each token. */
  readonly kinds: Uint8Array;
}

/** The text of one token. */
export function tokenText(tokens: Tokens, at: number): string {
  return tokens.text.slice(tokens.starts[at], tokens.starts[at + 1]);
}

/**
 * Cuts a text. Words of scripts without spaces (Chinese, Japanese, Thai …) are found by a dictionary where the engine
 * has one. Sentences and lines come without the white space around them, which makes tokens of its own.
 */
export function cutText(text: string, granularity: Granularity): Tokens {
  const cutter = new Cutter(text);
  if (granularity === 'word') cutIntoWords(cutter);
  else if (granularity === 'character') cutIntoCharacters(cutter);
  else cutIntoLines(cutter, granularity === 'sentence');
  return cutter.finish();
}

class Cutter {
  readonly text: string;
  #starts: Uint32Array;
  #kinds: Uint8Array;
  #count = 0;

  constructor(text: string) {
    this.text = text;
    const guess = (text.length >> 1) + 16;
    this.#starts = new Uint32Array(guess);
    this.#kinds = new Uint8Array(guess);
  }

  push(start: number, kind: number): void {
    if (this.#count + 1 >= this.#starts.length) {
      const starts = new Uint32Array(this.#starts.length * 2);
      starts.set(this.#starts);
      this.#starts = starts;
      const kinds = new Uint8Array(starts.length);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
    }
    this.#starts[this.#count] = start;
    this.#kinds[this.#count++] = kind;
  }

  finish(): Tokens {
    this.#starts[this.#count] = this.text.length;
    return {
      text: this.text,
      count: this.#count,
      starts: this.#starts.slice(0, this.#count + 1),
      kinds: this.#kinds.slice(0, this.#count),
    };
  }
}

// Characters below U+0300: nothing there continues another one, except the line feed after a carriage return.
const simpleEnd = 0x300;
const letter = 0;
const mark = 1;
const space = 2;
const newLine = 3;
const digit = 4;
const simpleClass = Uint8Array.from({ length: simpleEnd }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code === 0x0a || code === 0x0d || code === 0x85) return newLine;
  if (/\s/.test(character)) return space;
  if (/[0-9]/.test(character)) return digit;
  if (/[\p{L}\p{N}_]/u.test(character)) return letter;
  return mark;
});
const simpleKind = Uint8Array.from({ length: simpleEnd }, (_, code) => {
  if (simpleClass[code] === newLine) return tokenKind.lineEnd;
  if (simpleClass[code] === space) return tokenKind.blank;
  return simpleClass[code] === mark && isPunctuation(String.fromCharCode(code))
    ? tokenKind.punctuation
    : tokenKind.word;
});

/** Punctuation, and the grave accent that Markdown uses as such. */
function isPunctuation(token: string): boolean {
  return /^[\p{P}`]/u.test(token);
}

/** Dashes, quotes and dots that stand alone: typographic text has many. */
function isPlainMark(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x2030 && unit <= 0x205e);
}

/** Whether the character at `at` cannot continue the one before it. */
function isSeparate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return !(unit >= simpleEnd) || isPlainMark(unit);
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\uff70\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const spacedLetter = String.raw`(?:[[\p{L}\p{N}_]--[${unspaced}]][${extend}]*)`;
const figures = String.raw`\p{Nd}+(?:[.,]\p{Nd}+)+(?![${extend}\p{L}])`;
const wordPattern = new RegExp(
  [
    `(${lineEnd})`,
    `(?=[${prepend}])(?:${grapheme})`,
    String.raw`([^\S\n\r\u0085\u2028\u2029]+(?![${extend}]))`,
    `((?:[${unspaced}][${extend}]*)+)`,
    figures,
    `${spacedLetter}+(?:['’]${spacedLetter}+)*`,
    grapheme,
  ].join('|'),
  'vy',
);

function cutIntoWords(cutter: Cutter): void {
  const { text } = cutter;
  let at = 0;
  while (at < text.length) {
    const end = simpleWordEnd(text, at);
    if (end > 0) {
      const unit = text.charCodeAt(at);
      cutter.push(at, unit < simpleEnd ? (simpleKind[unit] as number) : tokenKind.punctuation);
      at = end;
      continue;
    }
    wordPattern.lastIndex = at;
    const found = wordPattern.exec(text);
    const [token = text.slice(at, at + 1), isLineEnd, isBlank, isUnspaced] = found ?? [];
    if (isUnspaced !== undefined) for (const start of cutWords(token)) cutter.push(at + start, tokenKind.word);
    else if (isLineEnd !== undefined) cutter.push(at, tokenKind.lineEnd);
    else if (isBlank !== undefined) cutter.push(at, tokenKind.blank);
    else cutter.push(at, isPunctuation(token) ? tokenKind.punctuation : tokenKind.word);
    at += token.length;
  }
}

/** The end of the token at `from` when all of it is simple text; else 0. */
function simpleWordEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  let at = from + 1;
  if (first >= simpleEnd) return isPlainMark(first) && isSeparate(text, at) ? at : 0;
  const kind = simpleClass[first] as number;
  if (kind === newLine) return first === 0x0d && text.charCodeAt(at) === 0x0a ? at + 1 : at;
  if (kind === mark) return isSeparate(text, at) ? at : 0;
  if (kind === space) {
    while (simpleClass[text.charCodeAt(at)] === space) at++;
    const next = text.charCodeAt(at);
    return !(next >= simpleEnd) || (isPlainMark(next) && isSeparate(text, at)) ? at : 0;
  }
  let isNumber = kind === digit;
  for (;;) {
    const next = text.charCodeAt(at);
    const nextClass = next < simpleEnd ? simpleClass[next] : undefined;
    if (nextClass === letter || nextClass === digit) {
      if (nextClass === letter) isNumber = false;
      at++;
      continue;
    }
    if (next >= simpleEnd && !isPlainMark(next)) return 0;
    // An apostrophe inside of a word, a point or comma inside of a number.
    const after = text.charCodeAt(at + 1);
    const afterClass = after < simpleEnd ? simpleClass[after] : undefined;
    const isInner = next === 0x27 || next === 0x2019;
    if (isInner && (afterClass === letter || afterClass === digit)) {
      isNumber = false;
      at += 2;
      continue;
    }
    if (isNumber && (next === 0x2e || next === 0x2c) && afterClass === digit) {
      at += 2;
      continue;
    }
    if ((isInner || next === 0x2e || next === 0x2c) && after >= simpleEnd && !isPlainMark(after)) return 0;
    return at;
  }
}

const characterPattern = new RegExp(grapheme, 'vy');

function cutIntoCharacters(cutter: Cutter): void {
  const { text } = cutter;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    let end = at + 1;
    if (unit >= simpleEnd || !isSeparate(text, end) || unit === 0x0d) {
      characterPattern.lastIndex = at;
      end = at + (characterPattern.exec(text)?.[0].length ?? 1);
    }
    cutter.push(at, unit < simpleEnd ? (simpleKind[unit] as number) : kindOf(text.slice(at, end)));
    at = end;
  }
}

function kindOf(character: string): number {
  if (/^[\u2028\u2029]/.test(character)) return tokenKind.lineEnd;
  if (/^\s$/.test(character)) return tokenKind.blank;
  return isPunctuation(character) ? tokenKind.punctuation : tokenKind.word;
}

const linePattern = new RegExp(lineEnd, 'gv');
const blankPattern = new RegExp(String.raw`^\s+(?![${extend}])|(?<=[^\s${prepend}])\s+$`, 'gv');
// After a full stop and white space a sentence begins, unless with a small letter; after an ideographic one always.
const sentencePattern = new RegExp(
  String.raw`(?<=[.!?…]["'”’»\)\]*_]*)\s+(?=[^\p{Ll}\s${extend}])|(?<=[。！？｡][”’」』）\]\)]*)(?![”’」』）\]\)。！？｡\s${extend}])`,
  'gv',
);

function cutIntoLines(cutter: Cutter, hasSentences: boolean): void {
  const { text } = cutter;
  let from = 0;
  const lines = text.matchAll(linePattern);
  for (const found of lines) {
    cutLine(cutter, from, found.index, hasSentences);
    cutter.push(found.index, tokenKind.lineEnd);
    from = found.index + found[0].length;
  }
  cutLine(cutter, from, text.length, hasSentences);
}

function cutLine(cutter: Cutter, from: number, to: number, hasSentences: boolean): void {
  if (from === to) return;
  const line = cutter.text.slice(from, to);
  let start = 0;
  let end = line.length;
  for (const found of line.matchAll(blankPattern)) {
    if (found.index === 0) start = found[0].length;
    else end = found.index;
  }
  if (start > 0) cutter.push(from, tokenKind.blank);
  if (start < end) {
    const content = line.slice(0, end);
    if (hasSentences) {
      for (const found of content.matchAll(sentencePattern)) {
        if (found.index <= start || found.index >= end) continue;
        cutter.push(from + start, tokenKind.word);
        start = found.index;
        if (found[0].length > 0) cutter.push(from + start, tokenKind.blank);
        start += found[0].length;
      }
    }
    cutter.push(from + start, tokenKind.word);
  }
  if (end < line.length) cutter.push(from + end, tokenKind.blank);
}

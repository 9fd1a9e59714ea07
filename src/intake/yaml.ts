// The YAML that recorders of HTTP write (YAML 1.2: block mappings, lists, scalars of all five styles), as a tree of places. No tag makes anything: those
// of text and of base64 are known, any other ends the reading. What is in braces is stepped over. Knows no key.

import { decodeUtf8 } from '../json/utf8.ts';
import { stringEnd } from './balanced.ts';
import type { LinedText } from './formText.ts';
import { singleEnd, stringEndOnce, YamlLines } from './yamlLines.ts';

export type YamlNode =
  | YamlMap
  | YamlList
  | YamlScalar
  | { readonly kind: 'opaque'; readonly from: number; readonly to: number };

export interface YamlMap {
  readonly kind: 'map';
  readonly from: number;
  /** Of equal keys the last counts. */
  readonly entries: ReadonlyMap<string, YamlNode>;
}

export interface YamlList {
  readonly kind: 'list';
  readonly from: number;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** With its quotes; of a block, its lines. */
  readonly from: number;
  readonly to: number;
  readonly isBinary: boolean;
  /** Of a block: how far its lines are indented, and what becomes of the line breaks at its end. */
  readonly indent: number;
  readonly chomping: 'clip' | 'strip' | 'keep';
}

/** Where the reading ended, and why. */
export class YamlProblem extends Error {
  readonly byte: number;

  constructor(message: string, byte: number) {
    super(message);
    this.byte = byte;
  }
}

const mostLevels = 100;
const textTags = ['!!str', '!str', '!!python/unicode', '!!python/str', '!'];
const binaryTags = ['!!binary', '!binary'];

/** The tree of the first document of a text; throws a `YamlProblem` for what is not read here. */
export function readYaml(input: LinedText): YamlNode {
  return new YamlReader(input).read();
}

class YamlReader {
  readonly #lines: YamlLines;
  #level = 0;
  readonly #anchors = new Map<string, YamlNode>();

  constructor(input: LinedText) {
    this.#lines = new YamlLines(input);
  }

  read(): YamlNode {
    this.#lines.toContent();
    if (this.#lines.lineCount > this.#lines.line && this.#lines.textOf(this.#lines.line).startsWith('---'))
      this.#lines.line++;
    this.#lines.toContent();
    if (this.#lines.line >= this.#lines.lineCount) throw this.#problem('There is nothing in it.', 0);
    return this.#block(this.#lines.indentOf(this.#lines.line));
  }

  /** A node that begins at a column of the current line. */
  #block(column: number): YamlNode {
    if (++this.#level > mostLevels) throw this.#problem('It is nested too deep.', this.#lines.at(column));
    const at = this.#lines.at(column);
    const node = this.#lines.isItem(at)
      ? this.#list(column)
      : this.#lines.keyEnd(at) >= 0
        ? this.#map(column)
        : this.#inline(at, column - 1);
    this.#level--;
    return node;
  }

  #list(column: number): YamlList {
    const items: YamlNode[] = [];
    const from = this.#lines.at(column);
    let at = from;
    while (this.#lines.isItem(at)) {
      const value = this.#lines.skipSpace(at + 1);
      items.push(this.#lines.isLineEnd(value) ? this.#below(column, false) : this.#item(value, column));
      this.#lines.toContent();
      if (this.#lines.line >= this.#lines.lineCount || this.#lines.indentOf(this.#lines.line) !== column) break;
      at = this.#lines.at(column);
    }
    return { kind: 'list', from, items };
  }

  #item(value: number, column: number): YamlNode {
    const inner = value - (this.#lines.starts[this.#lines.line] as number);
    return this.#lines.isItem(value) || this.#lines.keyEnd(value) >= 0
      ? this.#block(inner)
      : this.#inline(value, column);
  }

  #map(column: number): YamlMap {
    const entries = new Map<string, YamlNode>();
    const from = this.#lines.at(column);
    let at = from;
    for (;;) {
      const end = this.#lines.keyEnd(at);
      if (end < 0) throw this.#problem('A key was expected.', at);
      const key = decodeUtf8(this.#lines.bytes, at, end)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      const value = this.#lines.skipSpace(end + 1);
      entries.set(key, this.#lines.isLineEnd(value) ? this.#below(column, true) : this.#inline(value, column));
      this.#lines.toContent();
      if (this.#lines.line >= this.#lines.lineCount || this.#lines.indentOf(this.#lines.line) !== column) break;
      at = this.#lines.at(column);
      if (this.#lines.isItem(at)) break;
    }
    return { kind: 'map', from, entries };
  }

  /** What stands in the lines below a key or a dash. */
  #below(column: number, isKey: boolean): YamlNode {
    const from = this.#lines.starts[this.#lines.line] as number;
    this.#lines.line++;
    this.#lines.toContent();
    if (this.#lines.line < this.#lines.lineCount) {
      const indent = this.#lines.indentOf(this.#lines.line);
      if (indent > column || (isKey && indent === column && this.#lines.isItem(this.#lines.at(indent))))
        return this.#block(indent);
    }
    return { kind: 'opaque', from, to: from };
  }

  /** A value in the line of its key, also over several lines; leaves the line behind it current. */
  #inline(start: number, parent: number): YamlNode {
    const line = decodeUtf8(this.#lines.bytes, start, Math.min(this.#lines.lineEnd(this.#lines.line), start + 400));
    const lead = /^(?:([&*][^\s,\]}]+)|(!\S*))(\s+|$)/.exec(line);
    if (lead?.[1]?.startsWith('*')) {
      const node = this.#anchors.get(lead[1].slice(1));
      if (!node) throw this.#problem('An alias without an anchor.', start);
      this.#lines.line++;
      return node;
    }
    if (lead?.[1]) {
      const rest = start + lead[0].length;
      const node = this.#lines.isLineEnd(rest) ? this.#below(parent, true) : this.#inline(rest, parent);
      this.#anchors.set(lead[1].slice(1), node);
      return node;
    }
    const tag = lead?.[2];
    if (tag !== undefined) {
      const isBinary = binaryTags.includes(tag);
      if (!isBinary && !textTags.includes(tag))
        throw this.#problem(`The tag ${tag} is not read: tags can run programs.`, start);
      const node = this.#inline(start + (lead?.[0].length ?? 0), parent);
      return isBinary && node.kind === 'scalar' ? { ...node, isBinary } : node;
    }
    const first = this.#lines.bytes[start];
    if (first === 0x7c || first === 0x3e) return this.#blockScalar(start, parent);
    if (first === 0x22 || first === 0x27) return this.#quoted(start, first);
    if (first === 0x7b || first === 0x5b) return this.#flow(start);
    return this.#plain(start, parent);
  }

  #blockScalar(start: number, parent: number): YamlScalar {
    const words = /^[|>](?:([1-9])([+-])?|([+-])([1-9])?)?\s*(?:#.*)?$/.exec(
      decodeUtf8(this.#lines.bytes, start, this.#lines.lineEnd(this.#lines.line)).trimEnd(),
    );
    if (!words) throw this.#problem('A block of text was expected.', start);
    const sign = words[2] ?? words[3];
    const given = words[1] ?? words[4];
    const from = this.#lines.starts[this.#lines.line + 1] ?? this.#lines.bytes.length;
    let indent = given === undefined ? -1 : Math.max(parent, 0) + Number(given);
    let line = this.#lines.line + 1;
    for (; line < this.#lines.lineCount; line++) {
      if (this.#lines.isBlank(line)) continue;
      if (indent < 0) indent = this.#lines.indentOf(line);
      if (indent <= parent || this.#lines.indentOf(line) < indent) break;
    }
    this.#lines.line = line;
    const chomping = sign === '-' ? 'strip' : sign === '+' ? 'keep' : 'clip';
    const to = this.#lines.starts[line] ?? this.#lines.bytes.length;
    const style = this.#lines.bytes[start] === 0x7c ? 'literal' : 'folded';
    return { kind: 'scalar', style, from, to, isBinary: false, indent: Math.max(0, indent), chomping };
  }

  #quoted(start: number, quote: number): YamlScalar {
    const end = quote === 0x22 ? stringEndOnce(this.#lines.bytes, start) : singleEnd(this.#lines.bytes, start);
    if (end < 0) throw this.#problem('A string without its closing quote.', start);
    this.#lines.goBehind(end);
    return {
      kind: 'scalar',
      style: quote === 0x22 ? 'double' : 'single',
      from: start,
      to: end,
      isBinary: false,
      indent: 0,
      chomping: 'clip',
    };
  }

  /** In braces, as JSON: only its end is looked for. */
  #flow(start: number): YamlNode {
    let depth = 0;
    let at = start;
    while (at < this.#lines.bytes.length) {
      const byte = this.#lines.bytes[at] as number;
      if (byte === 0x22 || byte === 0x27) {
        at = stringEnd(this.#lines.bytes, at);
        continue;
      }
      if (byte === 0x7b || byte === 0x5b) depth++;
      if ((byte === 0x7d || byte === 0x5d) && --depth === 0) break;
      at++;
    }
    this.#lines.goBehind(at + 1);
    return { kind: 'opaque', from: start, to: Math.min(at + 1, this.#lines.bytes.length) };
  }

  #plain(start: number, parent: number): YamlScalar {
    let to = this.#lines.lineEnd(this.#lines.line);
    this.#lines.line++;
    while (
      this.#lines.line < this.#lines.lineCount &&
      (this.#lines.isBlank(this.#lines.line) || this.#lines.indentOf(this.#lines.line) > parent)
    ) {
      if (!this.#lines.isBlank(this.#lines.line)) to = this.#lines.lineEnd(this.#lines.line);
      this.#lines.line++;
    }
    return { kind: 'scalar', style: 'plain', from: start, to, isBinary: false, indent: 0, chomping: 'clip' };
  }

  #problem(message: string, byte: number): YamlProblem {
    return new YamlProblem(message, byte);
  }
}

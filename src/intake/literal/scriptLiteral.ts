// Reads one literal of JavaScript or TypeScript, JSON5, or what `console.log` and `util.inspect` print, and makes JSON of it. Iterative: what is open is a
// stack of frames. Knows the grammar; strings and other scalars are in files of their own. Nothing is run.

import { byteAfter, decodeUtf8 } from '../../json/utf8.ts';
import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import { Frames, state } from './frames.ts';
import { mapKeyEnd, putText, readNumber, readPattern, readPlaceholder, readWord } from './scriptScalars.ts';
import { beginsString, blankEnd, readString } from './scriptStrings.ts';
import type { ScriptTally } from './scriptTally.ts';

/** What is open. `set` is a list in braces, `boxed` one value before a bracket that is left out. */
const frame = { list: 0, object: 1, map: 2, set: 3, paren: 4, boxed: 5 } as const;
const closing = [is.closeBracket, is.closeBrace, is.closeBrace, is.closeBrace, is.closeParen, is.closeBracket];

/** `Map(2) {`, `ApiResponse {`, `[Object: null prototype] {`, `Uint8Array(3) [`: what stands before a bracket. */
const classSigns =
  /^(?:\[([A-Z][\w$]*)(?:\(\d+\))?(?:: null prototype| Iterator| Entries)\]|([A-Za-z_$][\w$.]*)(?:\(\d+\))?(?: \[[A-Za-z][^\]\n]*\])?(?: <[^>\n]*>)?) (?=[{[])/;
/** `as const`, `satisfies CompletionResponse`. */
const typeSigns = /^(?:as|satisfies)\s+[\w$.]+(?:<[\w$.<>[\], |]*>)?(?:\[\])*/;
const word = /^[A-Za-z_$]/;

export class ScriptLiteral {
  readonly #draft: Draft;
  readonly #bytes: Uint8Array;
  readonly #tally: ScriptTally;
  readonly #frames = new Frames();
  #at = 0;

  constructor(draft: Draft, tally: ScriptTally) {
    this.#draft = draft;
    this.#bytes = draft.bytes;
    this.#tally = tally;
  }

  /** Reads the value that begins at `at`; the byte behind it. Throws LiteralError. */
  read(at: number): number {
    this.#at = at;
    this.#value();
    while (this.#frames.depth > 0) this.#step();
    return this.#at;
  }

  #step(): void {
    this.#blank();
    const frames = this.#frames;
    const top = frames.depth - 1;
    const kind = frames.kinds[top] as number;
    const was = frames.states[top] as number;
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new LiteralError(this.#at, 'The text ends here', true);
    if (byte === closing[kind]) this.#close(kind, was);
    else if (was !== state.afterItem) {
      frames.states[top] = state.afterItem;
      this.#item(kind);
    } else if (byte === is.comma && kind !== frame.boxed && kind !== frame.paren) {
      frames.commas[top] = this.#draft.place(this.#at);
      frames.states[top] = state.afterComma;
      this.#at++;
    } else if (!this.#type()) {
      throw new LiteralError(this.#at, `A comma or \`${String.fromCharCode(closing[kind] as number)}\` is expected`);
    }
  }

  #item(kind: number): void {
    if (kind === frame.object) this.#member();
    else if (kind === frame.map) this.#entry();
    else this.#value();
  }

  #value(): void {
    const at = this.#at;
    const byte = this.#bytes[at];
    if (beginsString(byte)) {
      this.#at = readString(this.#draft, this.#tally, at, true);
      return;
    }
    if (byte === is.openBrace && this.#bytes[at + 1] !== 0xe2) {
      this.#open(frame.object);
      return;
    }
    if (byte === is.openBracket && !word.test(this.#text(at + 1, 1)) && !this.#isDotted(at + 1)) {
      this.#open(frame.list);
      return;
    }
    const isNumber = byte === 0x2d || (byte !== undefined && byte >= 0x30 && byte <= 0x39);
    if (isNumber) this.#at = readNumber(this.#draft, this.#tally, at);
    else this.#otherValue(byte);
  }

  /** `...` or `…`. */
  #isDotted(at: number): boolean {
    return this.#bytes[at] === is.dot || this.#bytes[at] === 0xe2;
  }

  #otherValue(byte: number | undefined): void {
    const at = this.#at;
    const draft = this.#draft;
    if (byte === undefined) throw new LiteralError(at, 'The text ends here', true);
    if (is.beginsName(byte) && this.#simpleWord()) return;
    const placeholder = readPlaceholder(draft, this.#tally, at);
    if (placeholder !== undefined) {
      this.#at = placeholder.end;
      if (placeholder.isLeftOut) this.#value();
      else if (placeholder.isBoxed) this.#push(frame.boxed);
      return;
    }
    if ((is.beginsName(byte) || byte === is.openBracket) && this.#named()) return;
    if (byte === is.openBracket) this.#open(frame.list);
    else if (byte === is.openParen) {
      draft.set(at, is.space);
      this.#push(frame.paren);
      this.#at++;
    } else if (byte === is.slash) this.#at = readPattern(draft, this.#tally, at);
    else if (byte === 0x21 && (this.#bytes[at + 1] === 0x30 || this.#bytes[at + 1] === 0x31)) {
      this.#tally.add('word', at);
      draft.put(this.#bytes[at + 1] === 0x30 ? 'true' : 'false', at, at + 2);
      this.#at = at + 2;
    } else if (is.beginsName(byte)) {
      this.#at = readWord(draft, this.#tally, at, this.#nameEnd(at));
    } else this.#at = readNumber(draft, this.#tally, at);
  }

  /** `true`, `false` and `null`, which are as in JSON. */
  #simpleWord(): boolean {
    const at = this.#at;
    const length = this.#nameEnd(at) - at;
    const isSimple =
      (length === 4 && (is.isAt(this.#bytes, at, 'true') || is.isAt(this.#bytes, at, 'null'))) ||
      (length === 5 && is.isAt(this.#bytes, at, 'false'));
    if (isSimple) this.#at = at + length;
    return isSimple;
  }

  /** A bracket with the name of its class before it. */
  #named(): boolean {
    const at = this.#at;
    const match = classSigns.exec(this.#text(at, 300));
    const name = match?.[1] ?? match?.[2];
    if (match === null || name === undefined) return false;
    const open = byteAfter(this.#bytes, at, match[0].length);
    const isBrace = this.#bytes[open] === is.openBrace;
    const isMap = name === 'Map' && isBrace;
    const isSet = isBrace && (/^(?:Weak)?Set$|^Promise$|^WeakMap$/.test(name) || /Iterator|Entries/.test(match[0]));
    if (isMap) this.#tally.add('map', at);
    else if (isSet) this.#tally.add('set', at);
    else if (name !== 'Object' || match[0].startsWith('[')) this.#tally.addName(name);
    this.#draft.leaveOut(at, open);
    this.#at = open;
    if (isMap) this.#open(frame.map);
    else if (isSet) {
      this.#draft.set(open, is.openBracket);
      this.#open(frame.set);
    } else this.#open(isBrace ? frame.object : frame.list);
    return true;
  }

  #member(): void {
    const at = this.#at;
    const bytes = this.#bytes;
    const byte = bytes[at];
    if (beginsString(byte)) this.#at = readString(this.#draft, this.#tally, at, false);
    else if (this.#isDotted(at)) {
      this.#draft.insert(is.quote, at);
      for (const one of [0x6c, 0x6f, 0x73, 0x74, is.quote, is.colon]) this.#draft.insert(one, at);
      const placeholder = readPlaceholder(this.#draft, this.#tally, at);
      if (placeholder === undefined) throw new LiteralError(at, 'What `...` stands for is not in the text');
      this.#at = placeholder.end;
      return;
    } else this.#bareKey(byte);
    this.#blank();
    if (bytes[this.#at] !== is.colon) {
      throw new LiteralError(this.#at, 'A colon is expected behind a key', this.#at >= bytes.length);
    }
    this.#at++;
    this.#blank();
    this.#value();
  }

  #bareKey(byte: number | undefined): void {
    const at = this.#at;
    if (is.beginsName(byte)) {
      const end = this.#nameEnd(at);
      this.#tally.add('unquoted', at);
      this.#draft.putInQuotes(at, end);
      this.#at = end;
      return;
    }
    const key = /^(?:\d[\w.]*|\[(?:Symbol\([^\n]*?\)|[\w$ ]+)\])(?=\s*:)/.exec(this.#text(at, 300))?.[0];
    if (key === undefined) throw new LiteralError(at, 'A key is expected', at >= this.#bytes.length);
    this.#at = putText(this.#draft, this.#tally, 'keyText', at, byteAfter(this.#bytes, at, key.length));
  }

  /** `'a' => 1` in a Map. */
  #entry(): void {
    const at = this.#at;
    const bytes = this.#bytes;
    const draft = this.#draft;
    if (this.#isDotted(at)) {
      this.#member();
      return;
    }
    if (beginsString(bytes[at])) this.#at = readString(draft, this.#tally, at, false);
    else {
      const end = mapKeyEnd(bytes, at);
      if (end <= at) throw new LiteralError(at, 'A key and `=>` are expected', end < 0 && this.#endsOpen(at));
      this.#at = putText(draft, this.#tally, 'keyText', at, end);
    }
    this.#blank();
    if (bytes[this.#at] !== is.equals || bytes[this.#at + 1] !== is.more) {
      throw new LiteralError(this.#at, '`=>` is expected', this.#at + 2 > bytes.length);
    }
    draft.set(this.#at, is.colon);
    draft.set(this.#at + 1, is.space);
    this.#at += 2;
    this.#blank();
    this.#value();
  }

  #endsOpen(at: number): boolean {
    return this.#bytes.indexOf(is.closeBrace, at) < 0;
  }

  /** A type behind a value: left out. */
  #type(): boolean {
    const end = typeEnd(this.#bytes, this.#at);
    if (end < 0) return false;
    this.#tally.add('type', this.#at);
    this.#draft.leaveOut(this.#at, end);
    this.#at = end;
    return true;
  }

  #close(kind: number, was: number): void {
    const at = this.#at;
    const draft = this.#draft;
    const frames = this.#frames;
    if (was === state.afterComma) draft.change(frames.commas[frames.depth - 1] as number, is.space);
    if (was === state.start && (kind === frame.paren || kind === frame.boxed))
      throw new LiteralError(at, 'A value is expected');
    if (kind === frame.set) draft.set(at, is.closeBracket);
    else if (kind === frame.paren) draft.set(at, is.space);
    else if (kind === frame.boxed) draft.leaveOut(at, at + 1);
    this.#at = at + 1;
    frames.pop();
  }

  #open(kind: number): void {
    this.#push(kind);
    this.#at++;
  }

  #push(kind: number): void {
    this.#frames.push(kind, this.#draft.place(this.#at), this.#at);
  }

  #nameEnd(at: number): number {
    while (is.isNamePart(this.#bytes[at])) at++;
    return at;
  }

  #text(from: number, count: number): string {
    return decodeUtf8(this.#bytes, from, Math.min(this.#bytes.length, from + count));
  }

  /** Steps over white space; what JSON does not take for it becomes spaces. */
  #blank(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    while (bytes[at] === is.space || bytes[at] === is.newline) at++;
    this.#at = at;
    const byte = bytes[at];
    if (byte !== is.slash && byte !== is.escapeByte && byte !== 0x0d && byte !== 0x09 && byte !== 0xc2) return;
    this.#at = blankEnd(bytes, at, (kind, begin) => this.#tally.add(kind, begin));
    for (; at < this.#at; at++)
      if ((bytes[at] as number) > is.space || bytes[at] === is.escapeByte) this.#draft.set(at, is.space);
  }
}

/** The byte behind `as const` and the like at `at`; -1 where none stands. */
export function typeEnd(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte !== 0x61 && byte !== 0x73) return -1;
  const match = typeSigns.exec(decodeUtf8(bytes, at, Math.min(bytes.length, at + 300)));
  return match === null ? -1 : byteAfter(bytes, at, match[0].length);
}

// Reads one literal of Python as `repr`, `print` and `pprint` write it, with the calls that stand in reprs of objects, and makes JSON of it. Iterative: what
// is open is a stack of frames. Knows the grammar; calls, strings and other scalars are in files of their own.

import * as is from './characters.ts';
import { type Draft, LiteralError } from './draft.ts';
import { state } from './frames.ts';
import { leaveArguments, openAngle, openCall } from './pythonCalls.ts';
import { type Answer, frame, PythonReading } from './pythonReading.ts';
import { keyEnd, putKeyText, readNumber, readWord } from './pythonScalars.ts';
import { blankEnd, readString, stringAt } from './pythonStrings.ts';
import type { PythonTally } from './pythonTally.ts';

/** What closes each kind of frame, by its number. */
const closing: Readonly<Record<number, number>> = {
  [frame.list]: is.closeBracket,
  [frame.tuple]: is.closeParen,
  [frame.brace]: is.closeBrace,
  [frame.dict]: is.closeBrace,
  [frame.set]: is.closeBrace,
  [frame.pairs]: is.closeBracket,
  [frame.pair]: is.closeParen,
  [frame.fields]: is.closeParen,
  [frame.args]: is.closeParen,
  [frame.inner]: is.closeParen,
  [frame.member]: is.more,
};

export class PythonLiteral {
  readonly #reading: PythonReading;
  /** Bytes that were looked over to tell a set from a dict. */
  #lookedOver = 0;
  /** The first name of fields without brackets. */
  #first = '';

  constructor(draft: Draft, tally: PythonTally) {
    this.#reading = new PythonReading(draft, tally);
  }

  /** Where the body stands, when what was read was an `ApiResponse`. */
  get answer(): Answer | undefined {
    return this.#reading.answer;
  }

  /** Reads the value that begins at `at`, or fields without brackets; the byte behind it. Throws LiteralError. */
  read(at: number): number {
    const reading = this.#reading;
    const { frames } = reading;
    reading.at = at;
    reading.answer = undefined;
    if (reading.argumentSign(at) >= 0) {
      reading.draft.insert(is.openBrace, at);
      this.#first = reading.text(at, reading.nameEnd(at) - at);
      reading.push(frame.loose);
    } else this.#value();
    while (frames.depth > 0) this.#step();
    return reading.at;
  }

  #step(): void {
    const reading = this.#reading;
    const { frames, bytes, answer } = reading;
    const before = reading.at;
    reading.blank();
    const top = frames.depth - 1;
    const kind = frames.kinds[top] as number;
    const was = frames.states[top] as number;
    const byte = bytes[reading.at];
    if (answer && top === 0 && was === state.afterItem && answer.from > 0 && answer.to === 0) {
      answer.to = reading.draft.place(before);
    }
    if (kind === frame.loose) this.#loose(before, was);
    else if (byte === undefined) throw new LiteralError(reading.at, 'The text ends here', true);
    else if (byte === closing[kind] && !(kind === frame.pair && was === state.start)) this.#close(kind, was);
    else if (was !== state.afterItem) {
      frames.states[top] = state.afterItem;
      this.#item(kind, was);
    } else if (byte === is.comma && kind !== frame.member) this.#comma(kind, top);
    else {
      const end = String.fromCharCode(closing[kind] ?? 0);
      throw new LiteralError(
        reading.at,
        kind === frame.member ? `\`${end}\` is expected` : `A comma or \`${end}\` is expected`,
      );
    }
  }

  #comma(kind: number, top: number): void {
    const reading = this.#reading;
    const { frames, draft } = reading;
    if (kind === frame.inner) {
      leaveArguments(reading);
      return;
    }
    if (kind === frame.pair) {
      if (frames.commas[top] !== -1) throw new LiteralError(reading.at, 'A pair has two values');
      draft.set(reading.at, is.colon);
    }
    frames.commas[top] = draft.place(reading.at);
    frames.states[top] = state.afterComma;
    reading.at++;
  }

  #item(kind: number, was: number): void {
    const reading = this.#reading;
    switch (kind) {
      case frame.brace:
        this.#firstOfBrace();
        break;
      case frame.dict:
        this.#member();
        break;
      case frame.pairs:
        if (reading.bytes[reading.at] !== is.openParen) throw new LiteralError(reading.at, 'A pair is expected');
        reading.draft.set(reading.at, is.space);
        reading.push(frame.pair);
        reading.at++;
        break;
      case frame.pair:
        if (was === state.start) this.#key();
        else this.#value();
        break;
      case frame.fields:
        this.#field();
        break;
      case frame.args:
        this.#argument(was);
        break;
      default:
        this.#value();
    }
  }

  #value(): void {
    const reading = this.#reading;
    const { bytes, draft, tally, at } = reading;
    const byte = bytes[at];
    if (byte === is.apostrophe || byte === is.quote) this.#string();
    else if (byte === is.openBrace || byte === is.openBracket || byte === is.openParen) this.#container(byte);
    else if (byte === is.less) openAngle(reading);
    else if (byte === undefined) throw new LiteralError(at, 'The text ends here', true);
    else if (!is.beginsName(byte)) reading.at = readNumber(draft, tally, at);
    else if (stringAt(bytes, at)) this.#string();
    else {
      const end = reading.nameEnd(at);
      if (bytes[end] === is.openParen) openCall(reading, reading.text(at, end - at), at, end);
      else reading.at = readWord(draft, tally, at, end);
    }
  }

  #string(): void {
    const reading = this.#reading;
    reading.at = readString(reading.draft, reading.tally, reading.at, reading.frames.depth > 0);
  }

  #container(byte: number): void {
    const reading = this.#reading;
    const { bytes, draft, at } = reading;
    if (bytes[at + 1] === is.dot && /^[{[(]\.\.\.[)\]}]$/.test(reading.text(at, 5))) {
      reading.tally.add('lost', at);
      draft.put(`{"lost": "${reading.text(at, 5)}"}`, at, at + 5);
      reading.at = at + 5;
      return;
    }
    if (byte === is.openParen) {
      draft.set(at, is.openBracket);
      reading.push(frame.tuple);
    } else reading.push(byte === is.openBrace ? frame.brace : frame.list);
    reading.at++;
  }

  #firstOfBrace(): void {
    const reading = this.#reading;
    const { bytes, frames, draft, at } = reading;
    const top = frames.depth - 1;
    const isString = stringAt(bytes, at) !== undefined;
    let behind: number;
    if (isString) {
      this.#string();
      behind = reading.at;
    } else {
      behind = keyEnd(bytes, at);
      this.#lookedOver += behind - at;
      if (this.#lookedOver > 16 * bytes.length + 1_000_000) throw new LiteralError(at, 'Sets are nested too deeply');
    }
    if (bytes[blankEnd(bytes, behind)] === is.colon) {
      frames.kinds[top] = frame.dict;
      if (isString) this.#valueOfKey();
      else this.#member();
      return;
    }
    reading.tally.add('set', at - 1);
    frames.kinds[top] = frame.set;
    draft.change(frames.opens[top] as number, is.openBracket);
    if (!isString) this.#value();
  }

  #member(): void {
    this.#key();
    this.#valueOfKey();
  }

  #key(): void {
    const reading = this.#reading;
    const { draft, tally, bytes, at } = reading;
    if (stringAt(bytes, at)) this.#string();
    else reading.at = putKeyText(draft, tally, at, keyEnd(bytes, at));
  }

  #valueOfKey(): void {
    const reading = this.#reading;
    reading.blank();
    if (reading.bytes[reading.at] !== is.colon) {
      throw new LiteralError(reading.at, 'A colon is expected behind a key', reading.at >= reading.bytes.length);
    }
    reading.at++;
    reading.blank();
    this.#value();
  }

  /** `name=value`. */
  #field(): void {
    const reading = this.#reading;
    const { draft, bytes, at, answer } = reading;
    const sign = reading.argumentSign(at);
    const end = reading.nameEnd(at);
    if (sign < 0) throw new LiteralError(at, 'An argument with a name is expected', end >= bytes.length);
    const name = reading.text(at, end - at);
    draft.put(JSON.stringify(name), at, end);
    draft.set(sign, is.colon);
    reading.at = sign + 1;
    reading.blank();
    if (answer && reading.frames.depth === 1) {
      const value = reading.text(reading.at, 20);
      const isBody = (name === 'body' || name === 'response') && !/^(<|None\b|Unset\b)/.test(value);
      if (isBody && answer.from === 0) answer.from = draft.place(reading.at);
      else answer.others.push(/^\d+\b/.test(value) ? `${name}=${/^\d+/.exec(value)?.[0]}` : name);
    }
    this.#value();
  }

  /** An argument without a name, until one comes with a name. */
  #argument(was: number): void {
    const reading = this.#reading;
    const { frames, draft, at } = reading;
    if (reading.argumentSign(at) < 0) {
      this.#value();
      return;
    }
    const top = frames.depth - 1;
    if (was === state.afterComma) draft.change(frames.commas[top] as number, is.closeBracket);
    draft.insert(is.comma, at);
    frames.kinds[top] = frame.fields;
    this.#field();
  }

  /** pydantic's `str()`: fields with spaces between. Ends where none follows, or where the first comes again on a new line. */
  #loose(before: number, was: number): void {
    const reading = this.#reading;
    const { draft, bytes, frames, at } = reading;
    const isField = reading.argumentSign(at) >= 0;
    const isAgain = () =>
      bytes.subarray(before, at).includes(is.newline) && reading.text(at, reading.nameEnd(at) - at) === this.#first;
    if (!isField || (was !== state.start && isAgain())) {
      draft.insert(is.closeBrace, before);
      reading.at = before;
      frames.pop();
      return;
    }
    if (was === state.start) reading.tally.add('call', at);
    else draft.insert(is.comma, at);
    frames.states[frames.depth - 1] = state.afterItem;
    this.#field();
  }

  #close(kind: number, was: number): void {
    const { draft, frames, tally, at } = this.#reading;
    const top = frames.depth - 1;
    const comma = frames.commas[top] as number;
    if (kind === frame.pair && (comma === -1 || was === state.afterComma))
      throw new LiteralError(at, 'A pair has two values');
    if (was === state.afterComma) draft.change(comma, is.space);
    if (kind === frame.tuple) {
      const isTuple = was === state.start || comma !== -1;
      if (isTuple) tally.add('tuple', at);
      else draft.change(frames.opens[top] as number, is.space);
      draft.set(at, isTuple ? is.closeBracket : is.space);
    } else if (kind === frame.pair) draft.set(at, is.space);
    else if (kind === frame.args) draft.put(']}', at, at + 1);
    else if (kind === frame.inner || kind === frame.member) draft.leaveOut(at, at + 1);
    else draft.set(at, kind === frame.set || kind === frame.list ? is.closeBracket : is.closeBrace);
    this.#reading.at = at + 1;
    frames.pop();
  }
}

// A text in a string: of JSON, Python, JavaScript, a shell or a cell of CSV, also in pieces side by side; and text whose escapes are written out
// without the quotes. What the string says is read on. Knows no grammar of that.

import { plural } from '../words/numbers.ts';
import { stringEnd } from './balanced.ts';
import type { Form, Reading } from './form.ts';
import { beginsAsData, LinedText, madePart, skipWhite } from './formText.ts';
import { type MadeBytes, MadeText } from './madeText.ts';
import { type EscapeRules, writeUnescaped } from './unescape.ts';

/** Strings in strings are opened so often. */
const mostLevels = 3;

export const quoted: Form = {
  id: 'quoted',
  looksLike: ({ text }) =>
    /^[\s\uFEFF]*(?:\(\s*)?(?:[bru]{1,2}|\$)?["'`]/i.test(text) || shellName.test(text.slice(0, 300).trimStart()),
  read(bytes): Reading | undefined {
    const first = unquoted(bytes);
    if (!first) return undefined;
    let made = first.made;
    let levels = 1;
    for (; levels < mostLevels; levels++) {
      const inner = quoted.looksLike(headOf(made.bytes)) ? unquoted(made.bytes) : undefined;
      if (!inner) break;
      made = { bytes: inner.made.bytes, map: made.map.under(inner.made.map) };
    }
    const text = headOf(made.bytes).text;
    if (!beginsAsData(text)) return undefined;
    if (levels === mostLevels && quoted.looksLike(headOf(made.bytes)) && unquoted(made.bytes)) {
      return {
        isRefused: true,
        title: 'This is a string in strings',
        detail: `It was taken out of quotes ${plural(levels, 'time')} and is still a string.`,
        advice: 'Decode it once less where it was written, or paste what the innermost string says.',
        byte: 0,
      };
    }
    const times = levels === 1 ? '' : `, ${plural(levels, 'time')} one in another`;
    return {
      form: first.form,
      ...(levels > 1 && { facts: [plural(levels, 'level')] }),
      notes: [`Read what the string says${times}. A place in it is marked at its characters between the quotes.`],
      parts: [madePart(made, { from: 0, to: bytes.length })],
    };
  },
};

export const escaped: Form = {
  id: 'escaped',
  // `{\"a\"` and `{\n  "a"`: no value begins so. A byte order mark is white space too; two runs of it side by side would be tried in every way.
  looksLike: ({ text }) => /^(?:\\[nrt]|\s)*[{[](?:\s|\\+[nrt])*(?:\\+["'])|^(?:\\[nrt]|\s)*[{[]\s*\\+[nrt]/.test(text),
  read(bytes): Reading | undefined {
    const made = new MadeText(bytes);
    writeUnescaped(made, bytes, bytes[0] === 0xef ? 3 : 0, bytes.length);
    const result = made.finish();
    if (result.bytes.length === bytes.length || !beginsAsData(headOf(result.bytes).text)) return undefined;
    return {
      form: 'Escaped text',
      notes: [
        'The quotes and line breaks of this text were escaped, as in a shell or a log; each escape was read as what it stands for.',
      ],
      parts: [madePart(result, { from: 0, to: bytes.length })],
    };
  },
};

/** What a shell writes before the text of a variable: `declare -- response=`, `export response=`. */
const shellName = /^(?:declare|typeset|export|local|readonly)\s+(?:-[-\w]*\s+)*[A-Za-z_]\w*=(?=["']|\$')/;

interface Unquoted {
  readonly form: string;
  readonly made: MadeBytes;
}

/** What a text that is one string says, or several side by side; undefined when it is anything else. */
function unquoted(bytes: Uint8Array<ArrayBuffer>): Unquoted | undefined {
  const made = new MadeText(bytes);
  let at = skipWhite(bytes, bytes[0] === 0xef ? 3 : 0);
  const name = shellName.exec(String.fromCharCode(...bytes.subarray(at, at + 300)))?.[0] ?? '';
  at += name.length;
  const isParenthesised = bytes[at] === 0x28;
  if (isParenthesised) at = skipWhite(bytes, at + 1);
  let form = '';
  for (let pieces = 0; at < bytes.length && bytes[at] !== 0x29; pieces++) {
    const piece = literalAt(bytes, at);
    if (!piece) return undefined;
    if (pieces === 0) form = name === '' ? piece.form : 'Shell string';
    // Between template pieces a value would be put, which nobody knows.
    if (bytes[piece.from - 1] === 0x60 && hasPlaceholder(bytes, piece.from, piece.to)) return undefined;
    if (piece.isRaw) made.copy(piece.from, piece.to);
    else writeUnescaped(made, bytes, piece.from, piece.to, piece.rules);
    at = skipJoint(bytes, piece.end);
  }
  if (isParenthesised) {
    if (bytes[at] !== 0x29) return undefined;
    at = skipWhite(bytes, at + 1);
  }
  if (form === '' || skipWhite(bytes, at) < bytes.length) return undefined;
  return { form, made: made.finish() };
}

interface Literal {
  readonly form: string;
  readonly rules: EscapeRules;
  readonly isRaw: boolean;
  /** What stands between its quotes, and the byte behind them. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

function literalAt(bytes: Uint8Array, at: number): Literal | undefined {
  const prefix = /^(?:[bru]{1,2}|\$)?(?=["'`])/i.exec(String.fromCharCode(...bytes.subarray(at, at + 4)))?.[0];
  if (prefix === undefined) return undefined;
  const open = at + prefix.length;
  const quote = bytes[open] as number;
  const isDoubled = quote === 0x22 && prefix === '' && bytes[open + 1] !== 0x22 && isCsv(bytes, open);
  if (isDoubled) {
    const end = doubledEnd(bytes, open);
    return end < 0
      ? undefined
      : { form: 'CSV cell', rules: { isDoubled }, isRaw: false, from: open + 1, to: end - 1, end };
  }
  const end = stringEnd(bytes, open);
  const width = bytes[open + 1] === quote && bytes[open + 2] === quote && end - open >= 6 ? 3 : 1;
  if (end - open < 2 * width || bytes[end - 1] !== quote) return undefined;
  const isScript = quote === 0x60;
  const isBytes = /b/i.test(prefix);
  const form = isScript
    ? 'JavaScript string'
    : prefix === '$'
      ? 'Shell string'
      : quote === 0x22 && prefix === '' && width === 1
        ? 'JSON string'
        : 'Python string';
  return { form, rules: { isScript, isBytes }, isRaw: /r/i.test(prefix), from: open + width, to: end - width, end };
}

/** Quotes inside are doubled and nothing is escaped: the first quote after the opening one has another right behind it. */
function isCsv(bytes: Uint8Array, open: number): boolean {
  const next = bytes.indexOf(0x22, open + 1);
  return next > 0 && bytes[next + 1] === 0x22 && bytes[next - 1] !== 0x5c;
}

function doubledEnd(bytes: Uint8Array, open: number): number {
  for (let at = bytes.indexOf(0x22, open + 1); at >= 0; at = bytes.indexOf(0x22, at + 1)) {
    if (bytes[at + 1] !== 0x22) return at + 1;
    at++;
  }
  return -1;
}

function hasPlaceholder(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = bytes.indexOf(0x24, from); at >= 0 && at < to; at = bytes.indexOf(0x24, at + 1)) {
    if (bytes[at + 1] === 0x7b && bytes[at - 1] !== 0x5c) return true;
  }
  return false;
}

/** Between pieces stands white space, a plus, or the backslash of a line that goes on; at the end a comma or semicolon. */
function skipJoint(bytes: Uint8Array, at: number): number {
  let next = at;
  while (next < bytes.length) {
    const byte = bytes[next] as number;
    if (byte !== 0x2b && byte !== 0x5c && byte !== 0x3b && byte !== 0x2c && skipWhite(bytes, next, next + 1) === next)
      break;
    next++;
  }
  return next;
}

function headOf(bytes: Uint8Array<ArrayBuffer>) {
  const head = bytes.subarray(0, 65_536);
  return { bytes: head, text: new LinedText(head).text(0, head.length), isWhole: head.length === bytes.length };
}

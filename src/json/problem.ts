// The first mistake in a text, in a person's words: what was expected, what is there, what to do.
// Takes what the strict pass knows; must not read more than a few bytes around the mistake.

import { plural } from '../words/numbers.ts';
import { describeFound, wordAt } from './foundText.ts';
import { type LineIndex, placeAt } from './lines.ts';
import { bomLength } from './utf8.ts';

/** Where the strict pass stopped and what it was about to read. */
export interface Mistake {
  readonly kind: 'value' | 'key' | 'colon' | 'afterValue' | 'afterRoot' | 'control' | 'escape' | 'number' | 'end';
  readonly byte: number;
  /** The beginning of the string or number concerned, or the comma before the place. */
  readonly tokenFrom: number;
  readonly isInString: boolean;
  readonly isAfterComma: boolean;
  /** The innermost open container and its opening bracket. */
  readonly container: 'object' | 'array' | undefined;
  readonly containerFrom: number;
  readonly isContainerEmpty: boolean;
  readonly openObjects: number;
  readonly openArrays: number;
}

/** The first mistake: its place (line and column from 1, columns in code points) and four short texts. */
export interface SyntaxProblem {
  readonly byte: number;
  readonly line: number;
  readonly column: number;
  /** A short sentence without its full stop. */
  readonly title: string;
  readonly expected: string;
  readonly found: string;
  /** One or two sentences: what to do. */
  readonly advice: string;
  readonly isEndOfText: boolean;
}

type Wording = readonly [title: string, advice: string];

/** The problem for a mistake; `lines` must cover the text up to it. */
export function describeProblem(bytes: Uint8Array, lines: LineIndex, mistake: Mistake): SyntaxProblem {
  const { line, column } = placeAt(bytes, lines, mistake.byte);
  const [title, advice] = wordingOf(bytes, lines, mistake);
  return {
    byte: mistake.byte,
    line,
    column,
    title,
    expected: expectedAt(mistake),
    found: describeFound(bytes, mistake.byte),
    advice,
    isEndOfText: mistake.byte >= bytes.length,
  };
}

function expectedAt({ kind, container, isAfterComma, isInString, isContainerEmpty }: Mistake): string {
  const closing = container === 'object' ? '}' : ']';
  switch (kind) {
    case 'key':
      return isAfterComma ? 'another key in double quotes' : 'a key in double quotes or }';
    case 'colon':
      return 'a colon between the key and its value';
    case 'afterValue':
      return `a comma or ${closing}`;
    case 'afterRoot':
      return 'the end of the text';
    case 'control':
      return 'the rest of the string and a closing double quote';
    case 'escape':
      return 'an escape that JSON knows: \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits';
    case 'number':
      return 'a number such as 12, -0.5 or 1e-5';
    case 'end':
      if (isInString) return 'a closing double quote';
      return container === undefined ? 'a JSON value' : `the rest of the ${container} and its closing ${closing}`;
    case 'value':
      if (container === undefined) return 'a JSON value: an object, array, string, number, true, false or null';
      if (container === 'object') return 'a value after the colon';
      return isContainerEmpty && !isAfterComma ? 'a value or ]' : 'another value';
  }
}

function wordingOf(bytes: Uint8Array, lines: LineIndex, mistake: Mistake): Wording {
  switch (mistake.kind) {
    case 'end':
      return endWording(bytes, lines, mistake);
    case 'control':
      return controlWording(bytes[mistake.byte] as number);
    case 'escape':
      return bytes[mistake.byte + 1] === 0x75
        ? ['An escape \\u without four hexadecimal digits', 'Write the number of the character, such as \\u00e9.']
        : ['An escape that JSON does not know', 'Write a backslash itself as \\\\; a single quote needs no backslash.'];
    case 'number':
      return numberWording(bytes, mistake);
    default:
      return characterWording(bytes, mistake) ?? structureWording(bytes, lines, mistake);
  }
}

function endWording(bytes: Uint8Array, lines: LineIndex, mistake: Mistake): Wording {
  const { container, openObjects, openArrays, isInString } = mistake;
  // A number or word that is cut at the root touches the end; what ends in white space or nothing is blank.
  const lastByte = bytes.length > bomLength(bytes) ? (bytes[bytes.length - 1] as number) : 0;
  if (container === undefined && !isInString && lastByte <= 0x20) {
    return ['The text is empty', 'Paste or open a JSON document.'];
  }
  const isCut = 'The text was probably cut: copy or save it again in full.';
  const string = isInString
    ? `The string that begins at ${placeText(bytes, lines, mistake.tokenFrom)} is not closed. `
    : '';
  if (container === undefined) return ['The text ends too early', string + isCut];
  const open = [counted(openObjects, 'object'), counted(openArrays, 'array')].filter((part) => part !== '');
  const all = openObjects + openArrays;
  const last = placeText(bytes, lines, mistake.containerFrom);
  const where = all === 1 ? `begins at ${last}` : `the last one begins at ${last}`;
  const still = `${open.join(' and ')} ${all === 1 ? 'is' : 'are'} still open; ${all === 1 ? `it ${where}` : where}. `;
  return ['The text ends too early', string + still + isCut];
}

function counted(count: number, name: string): string {
  return count === 0 ? '' : plural(count, name);
}

function placeText(bytes: Uint8Array, lines: LineIndex, byte: number): string {
  const { line, column } = placeAt(bytes, lines, byte);
  return `line ${line}, column ${column}`;
}

function controlWording(byte: number): Wording {
  if (byte === 0x0a || byte === 0x0d) {
    return [
      'A string runs over the end of its line',
      'Close the string on the line where it begins, or write the line break as \\n.',
    ];
  }
  if (byte === 0x09) return ['A tab inside a string', 'Write it as \\t.'];
  const written = `\\u${byte.toString(16).padStart(4, '0')}`;
  return ['A control character inside a string', `Write it as ${written}, or remove it.`];
}

function numberWording(bytes: Uint8Array, { byte, tokenFrom }: Mistake): Wording {
  const at = bytes[byte] as number;
  const before = bytes[byte - 1];
  const isFirstZero =
    before === 0x30 && (byte - 1 === tokenFrom || (byte - 2 === tokenFrom && bytes[tokenFrom] === 0x2d));
  if (isFirstZero && at >= 0x30 && at <= 0x39) {
    return ['A number begins with a zero too many', 'Remove the leading zeros, or put the digits in double quotes.'];
  }
  if (isFirstZero && (at | 0x20) === 0x78) return ['A hexadecimal number', 'Write it as a decimal number or a string.'];
  if (at === 0x5f) return ['An underscore inside a number', 'Remove the underscore.'];
  if (before === 0x2e) return ['A decimal point without digits after it', 'Write 1.0 or 1 instead of 1.'];
  if (before === 0x2d && byte - 1 === tokenFrom) {
    return at === 0x2e
      ? ['A decimal point without a digit before it', 'Write -0.5 instead of -.5']
      : ['A minus sign without a number', 'Write digits directly after the minus sign.'];
  }
  if (before !== undefined && /[eE+-]/.test(String.fromCharCode(before))) {
    return ['An exponent without digits', 'Write a whole number after the e, such as 1e5.'];
  }
  if (at === 0x2e)
    return ['A number with two decimal points', 'If it is a version or an address, put it in double quotes.'];
  if (at === 0x2f || at === 0x23) return comment;
  if (at === 0x3b) return semicolon;
  return [
    'A number goes on with something that is no digit',
    'Put text in double quotes, or a comma between two values.',
  ];
}

const comment: Wording = ['A comment', 'JSON has no comments: remove it.'];
const semicolon: Wording = ['A semicolon instead of a comma', 'Use a comma.'];

/** Characters that are wrong wherever they stand outside a string. */
function characterWording(bytes: Uint8Array, mistake: Mistake): Wording | undefined {
  const { byte, kind } = mistake;
  const at = bytes[byte] as number;
  const what = kind === 'key' ? 'A key' : 'A string';
  if (at === 0x27 && kind !== 'afterRoot') {
    return [`${what} in single quotes`, 'Use double quotes; Python prints them with json.dumps.'];
  }
  if (at === 0x60) return [`${what} in backticks`, 'Use double quotes.'];
  if (at === 0x2f && (bytes[byte + 1] === 0x2f || bytes[byte + 1] === 0x2a)) return comment;
  if (at === 0x23) return comment;
  if (at === 0x3b && kind === 'afterValue') return semicolon;
  if (at === 0x5c)
    return ['A backslash outside of a string', 'If the whole text is an escaped string, decode it first.'];
  if (at < 0x80) return undefined;
  const found = describeFound(bytes, byte);
  if (/[\u2018\u2019\u201a-\u201f\u00ab\u00bb]/.test(found)) {
    return ['Typographic quotes', 'A word processor changed the quotes: replace them by plain double quotes.'];
  }
  if (found.startsWith('an invisible')) return ['An invisible character between the values', 'Remove it.'];
  if (found.startsWith('a byte')) return ['This is not UTF-8 text', 'Save it as UTF-8, or open the right file.'];
  return undefined;
}

function structureWording(bytes: Uint8Array, lines: LineIndex, mistake: Mistake): Wording {
  const { byte, kind, container, isAfterComma } = mistake;
  const at = bytes[byte] as number;
  const isClosing = at === 0x7d || at === 0x5d;
  if (isClosing && isAfterComma && at === (container === 'object' ? 0x7d : 0x5d)) {
    return [`A comma after the last member of an ${container}`, 'Remove the comma.'];
  }
  if (isClosing && container !== undefined && at !== (container === 'object' ? 0x7d : 0x5d)) {
    const from = placeText(bytes, lines, mistake.containerFrom);
    const [opened, needed] = container === 'object' ? ['{', '}'] : ['[', ']'];
    return [
      `An ${container} is closed with the wrong bracket`,
      `The ${opened} at ${from} needs ${needed}: correct the bracket, or add the one that is missing.`,
    ];
  }
  switch (kind) {
    case 'key':
      if (at === 0x2c) return ['A key is missing', 'Remove the comma, or add the member that is missing.'];
      if (at === 0x3a) return ['A key is missing', 'Write a key in double quotes before the colon.'];
      if (at === 0x7b || at === 0x5b)
        return ['A key cannot be an object or array', 'Write a key in double quotes first.'];
      return ['A key without quotes', 'Put double quotes around the key.'];
    case 'colon':
      if (at === 0x2c || at === 0x7d) return ['A key without a value', 'Write a colon and a value after the key.'];
      if (at === 0x3d) return ['An equals sign instead of a colon', 'Use a colon.'];
      return ['A colon is missing', 'Write a colon between the key and its value.'];
    case 'afterValue':
      return afterValueWording(bytes, mistake);
    case 'afterRoot':
      return afterRootWording(at);
    default:
      return valueWording(bytes, mistake);
  }
}

function afterValueWording(bytes: Uint8Array, { byte, container }: Mistake): Wording {
  const at = bytes[byte] as number;
  if (at === 0x3a) {
    return container === 'array'
      ? ['A colon in an array', 'Members with keys belong in an object: use { and } around them.']
      : ['A second colon', 'Put the text in double quotes, or a comma between two members.'];
  }
  if (bytes[byte - 1] === 0x22 && wordAt(bytes, byte) !== '') {
    return [
      'Text directly after a string',
      'A double quote inside a string must be written as \\"; between two values put a comma.',
    ];
  }
  return ['A comma is missing', `Put a comma between the members of the ${container}.`];
}

function afterRootWording(at: number): Wording {
  if (at === 0x7d || at === 0x5d)
    return ['A closing bracket too many', 'Remove it, or add the one that should open it.'];
  return [
    'Text after the end of the document',
    'If these are several documents, open them one by one or put [ and ] around them and commas between; else remove it.',
  ];
}

function valueWording(bytes: Uint8Array, { byte, container }: Mistake): Wording {
  const at = bytes[byte] as number;
  const word = wordAt(bytes, byte);
  if (word !== '') return wordWording(word);
  if (at === 0x2b) return ['A plus sign before a number', 'Remove the plus sign.'];
  if (at === 0x2e) return ['A number without a digit before its decimal point', 'Write 0.5 instead of .5'];
  if (at === 0x3c && container === undefined) {
    return ['This looks like HTML or XML', 'Copy the body of the response itself; an error page is often HTML.'];
  }
  if (at === 0x2c || at === 0x7d || at === 0x5d || at === 0x3a) {
    return container === undefined
      ? ['The text does not begin with a value', 'Copy the document from its first { or [ on.']
      : ['A value is missing', 'Add the value, or remove what announces it.'];
  }
  return ['This is not a JSON value', 'Put text in double quotes, or remove what does not belong here.'];
}

function wordWording(word: string): Wording {
  if (word === 'True' || word === 'False' || word === 'None') {
    const right = word === 'None' ? 'null' : word.toLowerCase();
    return [`${word} is Python, not JSON`, `Write ${right}, or print the text with json.dumps in Python.`];
  }
  if (word === 'undefined') return ['undefined is JavaScript, not JSON', 'Write null, or leave the member out.'];
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false' || lower === 'null') {
    return [`The word ${word} in the wrong case`, `Write ${lower} in lower case.`];
  }
  if (lower === 'nan' || lower === 'inf' || lower === 'infinity') {
    return [
      'A number that JSON does not have',
      'Write null; NaN, Infinity and -Infinity are accepted in this spelling.',
    ];
  }
  return ['Text without quotes', 'Put double quotes around the text.'];
}

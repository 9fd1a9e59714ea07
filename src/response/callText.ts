// A tool call as a person reads it: `get_weather(city: "Paris")`. For rows, panes and comparisons alike. Iterative: arguments may nest
// 100,000 deep. Knows the text of a call; no place and no screen.

import { isJson } from '../json/isJson.ts';
import type { ToolCall } from './model.ts';

export interface CallTextOptions {
  /** UTF-16 code units of the result at most; no limit where absent. */
  readonly most?: number;
  /** Members by key instead of as written, so that calls which differ in the order of keys only are one text. */
  readonly sortsKeys?: boolean;
  /** Each argument on a line of its own, indented, with a comma behind it, so that calls are compared argument by argument. */
  readonly hasLines?: boolean;
}

export interface CallText {
  readonly text: string;
  /** False where `most` cut it. */
  readonly isWhole: boolean;
}

/**
 * A call as its name with its arguments: members of the root as `key: value`, keys in quotation marks only where they are no plain word.
 * Strings are decoded and quoted anew (`"S\u00e3o"` reads `"São"`), numbers keep their spelling. Arguments that are not JSON stand
 * as written.
 */
export function callText(
  { name, argumentsText }: Pick<ToolCall, 'name' | 'argumentsText'>,
  { most = Number.POSITIVE_INFINITY, sortsKeys = false, hasLines = false }: CallTextOptions = {},
): CallText {
  const written = argumentsText.trim();
  const words = isJson(written)
    ? argumentWords(sortsKeys ? sortedTokens(written) : tokensOf(written), hasLines ? lined : inline)
    : [written];
  const pieces = [name, '('];
  let length = name.length + 1;
  for (const word of words) {
    pieces.push(word);
    length += word.length;
    if (length > most) break;
  }
  pieces.push(')');
  const text = pieces.join('');
  if (length + 1 <= most) return { text, isWhole: true };
  // Not between the halves of a surrogate pair.
  const end = (text.charCodeAt(most - 1) & 0xfc00) === 0xd800 ? most - 1 : most;
  return { text: text.slice(0, end), isWhole: false };
}

/** Calls one after the other, `search(q: "tea"), get_weather(city: "Paris")`, as far as there is room. */
export function callsText(
  calls: readonly Pick<ToolCall, 'name' | 'argumentsText'>[],
  most = Number.POSITIVE_INFINITY,
): CallText {
  let text = '';
  for (const call of calls) {
    const between = text === '' ? '' : ', ';
    const room = most - text.length - between.length;
    if (room <= 0) return { text, isWhole: false };
    const next = callText(call, { most: room });
    text += between + next.text;
    if (!next.isWhole) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

/** The tokens of JSON text (RFC 8259 section 2) without white space, one after the other. */
function* tokensOf(text: string): Iterable<string> {
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) yield token;
}

/** What stands before, between and after the arguments. */
const inline = { before: '', between: ', ', after: '' };
const lined = { before: '\n  ', between: ',\n  ', after: ',\n' };

/** The tokens as they are shown: the braces of the root left out, `: ` and `, ` between, strings and keys as they are read. */
function* argumentWords(tokens: Iterable<string>, { before, between, after }: typeof inline): Iterable<string> {
  let depth = 0;
  let isRootObject = false;
  let hasArguments = false;
  // A string is a key where `:` follows: it waits for what comes next.
  let waiting: string | undefined;
  for (const token of tokens) {
    if (waiting !== undefined) {
      yield token === ':' ? keyWord(waiting) : waiting;
      waiting = undefined;
    }
    const isEnd = token === '}' && depth === 1;
    if (isRootObject && depth === 1 && !hasArguments && !isEnd) {
      hasArguments = true;
      yield before;
    }
    if (token.startsWith('"')) {
      waiting = JSON.stringify(JSON.parse(token));
      continue;
    }
    const isOpening = token === '{' || token === '[';
    const isClosing = token === '}' || token === ']';
    if (isClosing) depth--;
    if (isOpening && depth === 0) isRootObject = token === '{';
    const isOuter = depth === 0 && isRootObject && (token === '{' || token === '}');
    if (isOpening) depth++;
    if (isOuter) {
      if (isClosing && hasArguments) yield after;
    } else if (token === ',') yield isRootObject && depth === 1 ? between : ', ';
    else yield token === ':' ? ': ' : token;
  }
  if (waiting !== undefined) yield waiting;
}

function keyWord(quoted: string): string {
  const plain = quoted.slice(1, -1);
  return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(plain) ? plain : quoted;
}

/** Something that was read: a value of one token, or a container with its members, those of an object under their keys. */
interface Part {
  readonly open: string;
  readonly members: { readonly key: string; readonly value: Part }[];
}

/** The tokens with the members of every object in the order of their keys (by code units); of equal keys as written. */
function* sortedTokens(text: string): Iterable<string> {
  const root: Part = { open: '[', members: [] };
  const opened: Part[] = [root];
  let key = '';
  let last = '';
  for (const token of tokensOf(text)) {
    const holder = opened.at(-1) ?? root;
    if (token === '}' || token === ']') opened.pop();
    else if (token === ':') key = last;
    else if (token !== ',') {
      // The key of a member is taken back when its colon comes.
      const isKey = holder.open === '{' && key === '';
      if (!isKey) {
        const part: Part = { open: token, members: [] };
        holder.members.push({ key: holder.open === '{' ? key : '', value: part });
        if (token === '{' || token === '[') opened.push(part);
        key = '';
      }
    }
    last = token;
  }
  const open: (Part | string)[] = root.members.map(({ value }) => value);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      yield next;
      continue;
    }
    yield next.open;
    if (next.open !== '{' && next.open !== '[') continue;
    open.push(next.open === '{' ? '}' : ']');
    const members = next.open === '{' ? inKeyOrder(next.members) : next.members;
    for (let at = members.length - 1; at >= 0; at--) {
      const member = members[at];
      if (member === undefined) continue;
      open.push(member.value);
      if (member.key !== '') open.push(':', member.key);
      if (at > 0) open.push(',');
    }
  }
}

function inKeyOrder(members: Part['members']): Part['members'] {
  return members
    .map((member) => ({ ...member, plain: JSON.parse(member.key) as string }))
    .sort((one, other) => (one.plain < other.plain ? -1 : one.plain > other.plain ? 1 : 0));
}

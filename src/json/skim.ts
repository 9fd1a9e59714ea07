// The fast pass: finds the values down to a depth by matching brackets and quotes, without checking any grammar.
// Agrees with the strict pass on valid text; on any other bytes it says what it can and never throws.

import { ContainerStack } from './containerStack.ts';
import { childrenNotInTable, incompleteNode, kindCode, type NodeTable, NodeTableBuilder } from './nodeTable.ts';
import { spansOf } from './spans.ts';
import { bomLength } from './utf8.ts';

// Classes of bytes for skipping: everything that cannot end or begin something is 0.
const quote = 1;
const open = 2;
const close = 3;
const comma = 4;
const space = 5;
const colon = 6;
const byteClass = new Uint8Array(256);
byteClass[0x22] = quote;
byteClass[0x5b] = byteClass[0x7b] = open;
byteClass[0x5d] = byteClass[0x7d] = close;
byteClass[0x2c] = comma;
byteClass[0x3a] = colon;
byteClass[0x20] = byteClass[0x09] = byteClass[0x0a] = byteClass[0x0d] = space;

// A call of the native search costs as much as this many bytes of a loop.
const shortString = 32;

/** The byte of the quote that ends the string whose text begins at `at`; -1 when the bytes end before. */
export function closingQuote(bytes: Uint8Array, at: number): number {
  const near = Math.min(at + shortString, bytes.length);
  while (at < near) {
    const byte = bytes[at] as number;
    if (byte === 0x22) return at;
    at += byte === 0x5c ? 2 : 1;
  }
  // From here `at` is never in the middle of an escape, so the backslashes right before a quote decide.
  for (;;) {
    const found = bytes.indexOf(0x22, at);
    if (found < 0) return -1;
    let first = found;
    while (first > at && bytes[first - 1] === 0x5c) first--;
    if ((found - first) % 2 === 0) return found;
    at = found + 1;
  }
}

/** The end of a word or number that begins at `at`. */
export function tokenEnd(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && byteClass[bytes[at] as number] === 0) at++;
  return at;
}

function isWord(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

function tokenKind(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  if (first >= 0x30 && first <= 0x39) return kindCode.number;
  if (first === 0x2d && bytes[from + 1] !== 0x49) return kindCode.number;
  if (isWord(bytes, from, to, 'true')) return kindCode.true;
  if (isWord(bytes, from, to, 'false')) return kindCode.false;
  if (isWord(bytes, from, to, 'null')) return kindCode.null;
  return kindCode.literal;
}

/** Whether a word or number that touches the end of the part to be read is whole; the byte after it may tell. */
function isWholeWord(bytes: Uint8Array, from: number, to: number, kind: number): boolean {
  if (kind === kindCode.number) {
    const last = bytes[to - 1] as number;
    return last >= 0x30 && last <= 0x39 && to < bytes.length && byteClass[bytes[to] as number] !== 0;
  }
  if (kind !== kindCode.literal) return true;
  return isWord(bytes, from, to, 'NaN') || isWord(bytes, from, to, 'Infinity') || isWord(bytes, from, to, '-Infinity');
}

/** Skips a container whose members begin at `at`; `end` is after its closing bracket, or -1. */
function skipContainer(bytes: Uint8Array, at: number): { end: number; memberCount: number } {
  const length = bytes.length;
  let depth = 1;
  let commas = 0;
  while (at < length && byteClass[bytes[at] as number] === space) at++;
  const isEmpty = byteClass[bytes[at] as number] === close;
  while (at < length) {
    const found = byteClass[bytes[at++] as number] as number;
    if (found === 0 || found >= space) continue;
    if (found === quote) {
      at = closingQuote(bytes, at) + 1;
      if (at === 0) break;
    } else if (found === comma) {
      if (depth === 1) commas++;
    } else if (found === open) {
      depth++;
    } else if (--depth === 0) {
      return { end: at, memberCount: isEmpty ? 0 : commas + 1 };
    }
  }
  return { end: -1, memberCount: 0 };
}

/** Members of the container at `from` that `bytes`, a beginning of `all`, do not close: whole ones and an open container at the end. */
function countCutMembers(bytes: Uint8Array, all: Uint8Array, from: number): number {
  const isObject = bytes[from] === 0x7b;
  let count = 0;
  let hasKey = false;
  for (let at = from + 1; at < bytes.length; ) {
    const start = at;
    const found = byteClass[bytes[at++] as number];
    if (found === comma) hasKey = false;
    if (found === comma || found === space || found === colon || found === close) continue;
    if (found === quote) {
      at = closingQuote(bytes, at) + 1;
      if (at === 0) break;
      if (isObject && !hasKey) {
        hasKey = true;
        continue;
      }
    } else if (found === open) {
      at = skipContainer(bytes, at).end;
      if (at < 0) return count + 1;
    } else {
      at = tokenEnd(bytes, at);
      if (at === bytes.length && !isWholeWord(all, start, at, tokenKind(bytes, start, at))) break;
    }
    hasKey = false;
    count++;
  }
  return count;
}

/** Of so many items, such as tokens, few readers want each. */
const longList = 32;

/**
 * Finds the first value in `[from, to)` (default: all bytes, without a byte order mark) and the values below it down to
 * `depth` (0: only the value itself). On valid text the result equals the strict pass's table; the text after that
 * value is not read. Where the bytes end early, open containers are marked incomplete and end at `to`, and count as members; a string
 * or word that is cut there is left out, and a number that the byte at `to` may go on.
 */
export function skim(bytes: Uint8Array, options: { depth: number; from?: number; to?: number }): NodeTable {
  const table = new NodeTableBuilder();
  skimInto(table, new ContainerStack(), bytes, options.depth, options.from ?? 0, options.to ?? bytes.length);
  return table.build();
}

/**
 * As `skim`, into a table and with a stack that are used again and again: what they held before is gone, unless rows are added `behind` those that the
 * table has. Long lists are left for those who want their items, where it is known that they are long.
 */
export function skimInto(
  table: NodeTableBuilder,
  stack: ContainerStack,
  bytes: Uint8Array,
  depth: number,
  from: number,
  to: number,
  leavesLongLists = false,
  behind = false,
): void {
  const spans = spansOf(bytes);
  // A view that ends at `to` keeps the native search from running on.
  const view = to < bytes.length ? bytes.subarray(0, to) : bytes;
  if (!behind) table.count = 0;
  stack.size = 0;
  let at = from === 0 ? bomLength(view) : from;
  let keyFrom = 0;
  let keyTo = 0;

  while (at < view.length) {
    const start = at;
    const found = byteClass[view[at++] as number] as number;
    if (found === space || found === colon) continue;
    const top = stack.size - 1;
    if (found === comma) {
      keyFrom = keyTo = 0;
      continue;
    }
    if (found === close) {
      if (top < 0) continue;
      const node = stack.nodes[top] as number;
      table.to[node] = at;
      table.childCount[node] = stack.counts[top] as number;
      stack.size = top;
      keyFrom = keyTo = 0;
      if (top === 0) return;
      continue;
    }
    let kind: number;
    let end = at;
    let memberCount = 0;
    if (found === quote) {
      end = closingQuote(view, at) + 1;
      if (end === 0) break;
      at = end;
      if (top >= 0 && stack.kinds[top] === kindCode.object && keyTo === 0) {
        keyFrom = start;
        keyTo = end;
        continue;
      }
      kind = kindCode.string;
    } else if (found === open) {
      kind = view[start] === 0x7b ? kindCode.object : kindCode.array;
    } else {
      end = at = tokenEnd(view, at);
      kind = tokenKind(view, start, end);
      if (top >= 0 && end === view.length && !isWholeWord(bytes, start, end, kind)) break;
    }
    const parent = top < 0 ? -1 : (stack.nodes[top] as number);
    const previous = top < 0 ? -1 : (stack.lastChildren[top] as number);
    const node = table.add(kind, start, end, keyFrom, keyTo, parent, previous);
    if (top >= 0) {
      stack.lastChildren[top] = node;
      stack.counts[top] = (stack.counts[top] as number) + 1;
    }
    keyFrom = keyTo = 0;
    if (found === open) {
      const isInside = stack.size < depth;
      // A place is looked up for what may be stepped over: a list within, or what lies too deep.
      const known = spans === undefined || (isInside && (top < 0 || kind === kindCode.object)) ? -1 : spans.find(start);
      const isKnown = spans !== undefined && known >= 0 && spans.end(known) <= view.length;
      if (isInside && !(isKnown && leavesLongLists && spans.memberCount(known) >= longList)) {
        stack.push(kind, start, node);
        continue;
      }
      if (isKnown) {
        memberCount = spans.memberCount(known);
        at = end = spans.end(known);
      } else {
        const skipped = skipContainer(view, at);
        memberCount = skipped.memberCount;
        at = end = skipped.end;
      }
      if (end < 0) {
        memberCount = countCutMembers(view, bytes, start);
        at = end = view.length;
        table.flags[node] = incompleteNode | childrenNotInTable;
      } else if (memberCount > 0) {
        table.flags[node] = childrenNotInTable;
      }
      table.to[node] = end;
      table.childCount[node] = memberCount;
    }
    if (top < 0) return;
  }
  for (let level = stack.size - 1; level >= 0; level--) {
    const node = stack.nodes[level] as number;
    table.to[node] = view.length;
    table.flags[node] = incompleteNode;
    table.childCount[node] = stack.counts[level] as number;
  }
}

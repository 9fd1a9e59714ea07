// The fast way of the strict pass, in AssemblyScript, over a window of the text and as far as everything is plainly right: it stops before what it does not
// know, and never finds a mistake. What it finds are rows, lines and spans; keys that are not those of the object before, and numbers that
// a double may not hold, are told. The states and what is done in each are those of strict.ts.

import {
  at32,
  countsAt,
  deepestSpan,
  depthAt,
  fixCountAt,
  fixesAt,
  followedAt,
  fromsAt,
  keyBasesAt,
  keyCountAt,
  keyFromsAt,
  keyTosAt,
  kindsAt,
  lastsAt,
  lengthsAt,
  levelAt,
  lineCountAt,
  mostLevels,
  mostLines,
  mostRows,
  mostSpans,
  needsDecodingAt,
  nodesAt,
  positionAt,
  put32,
  rowBaseAt,
  rowChildrenAt,
  rowCountAt,
  rowFirstAt,
  rowFlagsAt,
  rowFromAt,
  rowKeyFromAt,
  rowKeyToAt,
  rowKindAt,
  rowNextAt,
  rowParentAt,
  rowToAt,
  sequenceKeys,
  sequenceLevels,
  sharedAt,
  slotsAt,
  spanBaseAt,
  spanCountAt,
  spanFromAt,
  spanMembersAt,
  spanOpenAt,
  spanToAt,
  stateAt,
  tokenFromAt,
} from './memory';
import { endsNumber, numberEnd } from './numbers';
import { beginString, delta, isEscaped, lineCount, skipSpaces, startText, stringRest } from './text';

export { prepare } from './numbers';
export { findStarts } from './starts';
export {
  fixesAt,
  followedAt,
  kindsAt,
  lengthsAt,
  linesAt,
  lookahead,
  mostLevels,
  mostLines,
  mostRows,
  mostSpans,
  registersAt,
  rowKindAt,
  sharedAt,
  slotsAt,
  spanFromAt,
  spanOpenAt,
  textAt,
  textBytes,
} from './memory';

@external("env", "key")
declare function tellKey(from: u32, to: u32, needsDecoding: u32): void;
@external("env", "close")
declare function tellClose(): void;

// States.
const value: u32 = 0;
const valueOrEnd: u32 = 1;
const key: u32 = 2;
const keyOrEnd: u32 = 3;
const colon: u32 = 4;
const afterValue: u32 = 5;
const afterRoot: u32 = 6;
const inString: u32 = 7;
const inKey: u32 = 8;
/** A container has closed right before. */
const closed: u32 = 101;

// What a run ends with.
const atEnd: i32 = 0;
const full: i32 = 1;
const unknown: i32 = 2;

const kindObject: u32 = 0;
const kindArray: u32 = 1;
const kindString: u32 = 2;
const kindNumber: u32 = 3;
const kindTrue: u32 = 4;
const kindFalse: u32 = 5;
const kindNull: u32 = 6;

const childrenNotInTable: u32 = 1;
const leastSpan: u32 = 2048;

// Kinds of corrections.
const nextOf: u32 = 0;
const firstOf: u32 = 1;
const endOfRow: u32 = 2;
const endOfSpan: u32 = 3;
const endOfDeepRow: u32 = 4;

let rowBase: u32 = 0;
let rowCount: u32 = 0;
let spanBase: u32 = 0;
let spanCount: u32 = 0;
let fixCount: u32 = 0;

/** A change of a row or a span that was handed over before. */
function fix(what: u32, row: u32, a: u32, b: u32): void {
  const at = fixesAt + ((<usize>fixCount) << 4);
  store<u32>(at, what);
  store<u32>(at, row, 4);
  store<u32>(at, a, 8);
  store<u32>(at, b, 12);
  fixCount++;
}

/** A row for a value on this level of the stack; gives its number. */
function addRow(kind: u32, from: u32, to: u32, level: u32): u32 {
  const i = rowCount++;
  const node = rowBase + i;
  let parent: u32 = -1;
  let keyFrom: u32 = 0;
  let keyTo: u32 = 0;
  if (level > 0) {
    const top = level - 1;
    parent = at32(nodesAt, top);
    keyFrom = at32(keyFromsAt, top);
    keyTo = at32(keyTosAt, top);
    const previous = at32(lastsAt, top);
    put32(lastsAt, top, node);
    if (<i32>previous >= 0) {
      if (previous >= rowBase) put32(rowNextAt, previous - rowBase, node);
      else fix(nextOf, previous, node, 0);
    } else if (<i32>parent >= 0) {
      if (parent >= rowBase) put32(rowFirstAt, parent - rowBase, node);
      else fix(firstOf, parent, node, 0);
    }
  }
  store<u8>(rowKindAt + i, kind);
  store<u8>(rowFlagsAt + i, 0);
  put32(rowFromAt, i, from);
  put32(rowToAt, i, to);
  put32(rowKeyFromAt, i, keyFrom);
  put32(rowKeyToAt, i, keyTo);
  put32(rowParentAt, i, parent);
  put32(rowFirstAt, i, -1);
  put32(rowNextAt, i, -1);
  put32(rowChildrenAt, i, 0);
  return node;
}

function openSpan(level: u32, from: u32): void {
  const place = spanCount++;
  const i = place - spanBase;
  put32(spanFromAt, i, from);
  put32(spanToAt, i, 0);
  put32(spanOpenAt, level, place);
}

function closeSpan(level: u32, from: u32, to: u32, members: u32): void {
  const place = at32(spanOpenAt, level);
  if (to - from < leastSpan) {
    spanCount = place;
    if (place < spanBase) spanBase = place;
  } else if (place >= spanBase) {
    put32(spanToAt, place - spanBase, to);
    put32(spanMembersAt, place - spanBase, members);
  } else {
    fix(endOfSpan, place, to, members);
  }
}

/** Reads on from `start`, to `end` at the least; 64 bytes beyond `end` are there. `textFrom`: what is added to an address to have its place in the text. */
export function run(start: usize, end: usize, textFrom: u32): i32 {
  let p = start;
  startText(textFrom, load<u32>(needsDecodingAt));
  rowBase = load<u32>(rowBaseAt);
  rowCount = 0;
  spanBase = load<u32>(spanBaseAt);
  spanCount = load<u32>(spanCountAt);
  fixCount = 0;
  const depth = load<u32>(depthAt);
  let state = load<u32>(stateAt);
  let tokenFrom = load<u32>(tokenFromAt);
  let level = load<u32>(levelAt);
  let isObject = level > 0 && load<u8>(kindsAt + level - 1) == 0;
  let count: u32 = level > 0 ? at32(countsAt, level - 1) : 0;
  let status = atEnd;

  for (;;) {
    if (p >= end) break;
    if (state == afterValue) {
      let b: u32 = load<u8>(p);
      if (b <= 0x20) {
        p = skipSpaces(p, end);
        if (p >= end) break;
        b = load<u8>(p);
      }
      if (b == 0x2c) {
        tokenFrom = <u32>p + delta;
        p++;
        state = isObject ? key : value;
      } else if (b == (isObject ? <u32>0x7d : <u32>0x5d)) {
        p++;
        state = closed;
      } else {
        status = lineCount == mostLines ? full : unknown;
        break;
      }
    }
    if (state == key || state == keyOrEnd) {
      let b: u32 = load<u8>(p);
      if (b <= 0x20) {
        p = skipSpaces(p, end);
        if (p >= end) break;
        b = load<u8>(p);
      }
      if (b == 0x22) {
        const top = level - 1;
        const from = <u32>p + delta;
        tokenFrom = from;
        beginString();
        state = colon;
        let isKnown = false;
        if (top < sequenceLevels) {
          const shared = load<i8>(sharedAt + top);
          if (shared >= 0 && <u32>shared < <u32>load<u8>(followedAt + top)) {
            const slot = top * sequenceKeys + shared;
            const length: u32 = load<u8>(lengthsAt + slot);
            if (length != 0) {
              const known = slotsAt + ((<usize>slot) << 5);
              let same: u32 = i8x16.bitmask(i8x16.eq(v128.load(p), v128.load(known)));
              if (length > 16) same |= i8x16.bitmask(i8x16.eq(v128.load(p, 16), v128.load(known, 16))) << 16;
              if (<u32>ctz(~same) >= length || same == 0xffffffff) {
                isKnown = true;
                store<i8>(sharedAt + top, shared + 1);
                p += length;
                put32(keyFromsAt, top, from);
                put32(keyTosAt, top, <u32>p + delta);
              }
            }
          }
        }
        if (!isKnown) {
          const q = stringRest(p + 1, end);
          if (q >= end || load<u8>(q) != 0x22) {
            p = q;
            state = inKey;
            if (q < end) status = unknown;
            break;
          }
          p = q + 1;
          put32(keyFromsAt, top, from);
          put32(keyTosAt, top, <u32>p + delta);
          store<u32>(levelAt, level);
          put32(countsAt, top, count);
          tellKey(from, <u32>p + delta, isEscaped);
        }
      } else if (b == 0x7d && state == keyOrEnd) {
        p++;
        state = closed;
      } else {
        status = lineCount == mostLines ? full : unknown;
        break;
      }
    }
    if (state == colon) {
      let b: u32 = load<u8>(p);
      if (b != 0x3a) {
        p = skipSpaces(p, end);
        if (p >= end) break;
        b = load<u8>(p);
        if (b != 0x3a) {
          status = lineCount == mostLines ? full : unknown;
          break;
        }
      }
      p++;
      state = value;
      if (load<u8>(p) == 0x20) p++;
    }
    if (state <= valueOrEnd) {
      let b: u32 = load<u8>(p);
      if (b <= 0x20) {
        p = skipSpaces(p, end);
        if (p >= end) break;
        b = load<u8>(p);
      }
      const isListed = level <= depth;
      if (isListed && rowCount == mostRows) {
        status = full;
        break;
      }
      const from = <u32>p + delta;
      if (b == 0x22) {
        tokenFrom = from;
        beginString();
        const q = stringRest(p + 1, end);
        if (q >= end || load<u8>(q) != 0x22) {
          p = q;
          state = inString;
          if (q < end) status = unknown;
          break;
        }
        p = q + 1;
        if (isListed) addRow(kindString, from, <u32>p + delta, level);
        count++;
        state = afterValue;
      } else if (b - 0x30 < 10 || b == 0x2d) {
        if (level > 0) put32(countsAt, level - 1, count);
        store<u32>(levelAt, level);
        const q = numberEnd(p);
        if (q == 0) {
          status = unknown;
          break;
        }
        p = q;
        if (isListed) addRow(kindNumber, from, <u32>p + delta, level);
        count++;
        state = afterValue;
      } else if (b == 0x7b || b == 0x5b) {
        if (level == mostLevels || spanCount - spanBase == mostSpans) {
          status = level == mostLevels ? unknown : full;
          break;
        }
        p++;
        const node = isListed ? addRow(b == 0x7b ? kindObject : kindArray, from, from + 1, level) : -1;
        if (level < deepestSpan) openSpan(level, from);
        if (level > 0) put32(countsAt, level - 1, count);
        isObject = b == 0x7b;
        store<u8>(kindsAt + level, isObject ? 0 : 1);
        put32(fromsAt, level, from);
        put32(nodesAt, level, node);
        put32(lastsAt, level, -1);
        put32(keyFromsAt, level, 0);
        put32(keyTosAt, level, 0);
        put32(keyBasesAt, level, load<u32>(keyCountAt));
        if (isObject && level < sequenceLevels) store<i8>(sharedAt + level, 0);
        level++;
        count = 0;
        state = isObject ? keyOrEnd : valueOrEnd;
      } else if (b == 0x5d && state == valueOrEnd) {
        p++;
        state = closed;
      } else {
        let length: usize = 0;
        let kind: u32 = 0;
        const word = load<u32>(p);
        if (word == 0x6c6c756e) {
          length = 4;
          kind = kindNull;
        } else if (word == 0x65757274) {
          length = 4;
          kind = kindTrue;
        } else if (word == 0x736c6166 && load<u8>(p, 4) == 0x65) {
          length = 5;
          kind = kindFalse;
        }
        if (length == 0 || !endsNumber(load<u8>(p + length))) {
          status = lineCount == mostLines ? full : unknown;
          break;
        }
        p += length;
        if (isListed) addRow(kind, from, <u32>p + delta, level);
        count++;
        state = afterValue;
      }
      if (state == afterValue && level == 0) {
        state = afterRoot;
        status = unknown;
        break;
      }
    }
    if (state == closed) {
      // A container closes before `p`.
      const top = level - 1;
      const to = <u32>p + delta;
      if (top < deepestSpan) closeSpan(top, at32(fromsAt, top), to, count);
      const node = at32(nodesAt, top);
      if (<i32>node >= 0) {
        const flags: u32 = count > 0 && top >= depth ? childrenNotInTable : 0;
        if (node >= rowBase) {
          put32(rowToAt, node - rowBase, to);
          put32(rowChildrenAt, node - rowBase, count);
          store<u8>(rowFlagsAt + node - rowBase, flags);
        } else {
          fix(flags != 0 ? endOfDeepRow : endOfRow, node, to, count);
        }
      }
      if (load<u32>(keyCountAt) > at32(keyBasesAt, top)) {
        store<u32>(levelAt, level);
        put32(countsAt, top, count);
        tellClose();
      }
      level = top;
      state = afterValue;
      if (level == 0) {
        state = afterRoot;
        status = unknown;
        break;
      }
      isObject = load<u8>(kindsAt + level - 1) == 0;
      count = at32(countsAt, level - 1) + 1;
    } else if (state >= inString) {
      const q = stringRest(p, end);
      p = q;
      if (q >= end) break;
      if (load<u8>(q) != 0x22) {
        status = unknown;
        break;
      }
      p++;
      if (state == inString) {
        const isListed = level <= depth;
        if (isListed && rowCount == mostRows) {
          p--;
          status = full;
          break;
        }
        if (isListed) addRow(kindString, tokenFrom, <u32>p + delta, level);
        count++;
        state = afterValue;
        if (level == 0) {
          state = afterRoot;
          status = unknown;
          break;
        }
      } else {
        const top = level - 1;
        put32(keyFromsAt, top, tokenFrom);
        put32(keyTosAt, top, <u32>p + delta);
        store<u32>(levelAt, level);
        put32(countsAt, top, count);
        state = colon;
        tellKey(tokenFrom, <u32>p + delta, isEscaped);
      }
    } else if (state == afterRoot) {
      status = unknown;
      break;
    }
  }
  store<u32>(stateAt, state);
  store<u32>(tokenFromAt, tokenFrom);
  store<u32>(needsDecodingAt, isEscaped);
  store<u32>(levelAt, level);
  if (level > 0) put32(countsAt, level - 1, count);
  store<u32>(positionAt, <u32>p + delta);
  store<u32>(rowCountAt, rowCount);
  store<u32>(lineCountAt, lineCount);
  store<u32>(spanBaseAt, spanBase);
  store<u32>(spanCountAt, spanCount);
  store<u32>(fixCountAt, fixCount);
  return status;
}

// HL084: texts that look like keys, and an e-mail address in `user`. Looks at the source text piece by piece; what it
// finds is named by kind and place, never repeated.

import type { JsonCursor } from '../../json/cursor.ts';
import type { FindStarts } from '../../json/kernel/findStarts.ts';
import type { Pointer } from '../../json/pointer.ts';
import type { Issue } from '../model.ts';
import { placeName } from '../placeName.ts';

interface Secret {
  readonly kind: string;
  /** Byte at which it begins. */
  readonly byte: number;
}

/** Longer than any of the patterns can be before it is sure. */
const longest = 256;
const pieceBytes = 4_000_000;
const mostFound = 100;
/** Bytes of a piece that are counted to know which letters are rare in it. */
const sampledBytes = 20_000;

interface Pattern {
  readonly kind: string;
  readonly pattern: RegExp;
  /** How it begins. */
  readonly start: string;
}

const patterns: readonly Pattern[] = [
  { kind: 'a Humanloop API key', pattern: /(?<![A-Za-z0-9_])hl_sk_[A-Za-z0-9]{16,}/y, start: 'hl_sk_' },
  {
    kind: 'an API key',
    // A key has digits and no pattern of words: `risk-free` and `sk-...` are none.
    pattern: /(?<![A-Za-z0-9_-])sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}/y,
    start: 'sk-',
  },
  {
    kind: 'an AWS access key',
    pattern: /(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/y,
    start: 'AKIA',
  },
  { kind: 'a bearer token', pattern: /(?<![A-Za-z])Bearer [A-Za-z0-9._~+/-]{20,}/y, start: 'Bearer ' },
];
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** By the byte that a pattern begins with. */
const patternOf = new Map(patterns.map((one) => [one.start.charCodeAt(0), one]));

/** What is found, piece after piece, so that other work can come between. `findStarts`: a fast way, where there is one; it gives every place at which one of the patterns may begin. */
export function* secretPieces(bytes: Uint8Array, findStarts?: FindStarts): Iterable<readonly Secret[]> {
  let found = 0;
  for (let from = 0; from < bytes.length && found < mostFound; from += pieceBytes) {
    const secrets: Secret[] = [];
    const to = Math.min(bytes.length, from + pieceBytes);
    if (findStarts) {
      secrets.push(...foundAt(bytes, findStarts(bytes, from, to)));
    } else {
      const counts = sampledCounts(bytes, from, to);
      for (const one of patterns) findIn(bytes, from, to, one, rarestIn(one.start, counts), secrets);
    }
    found += secrets.length;
    yield secrets;
  }
}

/** What is found at these places, pattern by pattern. */
function foundAt(bytes: Uint8Array, places: readonly number[]): readonly Secret[] {
  const found = new Map(patterns.map((one): [Pattern, Secret[]] => [one, []]));
  const ends = new Map<Pattern, number>();
  for (const byte of places) {
    const one = patternOf.get(bytes[byte] as number);
    const length = one && byte >= (ends.get(one) ?? 0) ? matchLength(bytes, byte, one) : 0;
    if (one === undefined || length === 0) continue;
    ends.set(one, byte + length);
    found.get(one)?.push({ kind: one.kind, byte });
  }
  return [...found.values()].flat();
}

/** How often each byte stands among some of `[from, to)`. */
function sampledCounts(bytes: Uint8Array, from: number, to: number): Uint32Array {
  const counts = new Uint32Array(256);
  const step = Math.max(1, Math.floor((to - from) / sampledBytes));
  for (let at = from; at < to; at += step) {
    const byte = bytes[at] ?? 0;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  return counts;
}

/** The place in a text of ASCII of the letter that is the rarest. */
function rarestIn(start: string, counts: Uint32Array): number {
  let rarest = 0;
  for (let at = 1; at < start.length; at++) {
    if ((counts[start.charCodeAt(at)] ?? 0) < (counts[start.charCodeAt(rarest)] ?? 0)) rarest = at;
  }
  return rarest;
}

/** Those that begin in `[from, to)`, found by their letter at place `rarest`. A search of the engine for one byte is many times faster than a pattern over all of the text. */
function findIn(bytes: Uint8Array, from: number, to: number, wanted: Pattern, rarest: number, secrets: Secret[]): void {
  const piece = bytes.subarray(from + rarest, to + rarest);
  const letter = wanted.start.charCodeAt(rarest);
  let end = 0;
  for (let at = piece.indexOf(letter); at >= 0; at = piece.indexOf(letter, at + 1)) {
    const byte = from + at;
    const length = byte < end ? 0 : matchLength(bytes, byte, wanted);
    if (length === 0) continue;
    end = byte + length;
    secrets.push({ kind: wanted.kind, byte });
  }
}

/** How long what a pattern finds at a byte is; 0 for nothing. */
function matchLength(bytes: Uint8Array, byte: number, { pattern, start }: Pattern): number {
  if (!standsAt(bytes, byte, start)) return 0;
  // One byte is one character here. The one before it belongs to the pattern as well.
  const text = latin1.decode(bytes.subarray(Math.max(0, byte - 1), byte + longest));
  pattern.lastIndex = Math.min(1, byte);
  return pattern.exec(text)?.[0].length ?? 0;
}

const latin1 = new TextDecoder('latin1');

function standsAt(bytes: Uint8Array, byte: number, start: string): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[byte + i] !== start.charCodeAt(i)) return false;
  return true;
}

/** One finding for each kind, at its first place. */
export function secretIssues(
  secrets: readonly Secret[],
  root: JsonCursor,
  pointerAt: (byte: number) => Pointer,
): readonly Issue[] {
  const places = new Map<string, Set<Pointer>>();
  for (const { kind, byte } of secrets.slice(0, mostFound)) {
    const known = places.get(kind) ?? new Set();
    places.set(kind, known.add(pointerAt(byte)));
  }
  const user = root.get('user');
  if (mail.test(user?.text() ?? '') && user !== undefined) places.set('an e-mail address', new Set([user.pointer]));
  return Array.from(places, ([kind, pointers]) => {
    const [pointer = root.pointer, ...related] = pointers;
    return {
      id: 'HL084',
      severity: 'warning',
      message: `This response holds what looks like ${kind} at ${placeName(pointer)}. Nothing leaves this page; take care when sharing.`,
      pointer,
      ...(related.length > 0 && { related }),
    };
  });
}

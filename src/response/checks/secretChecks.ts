// HL084: texts that look like keys, and an e-mail address in `user`. Looks at the source text piece by piece; what it
// finds is named by kind and place, never repeated.

import type { JsonCursor } from '../../json/cursor.ts';
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

interface Pattern {
  readonly kind: string;
  readonly pattern: RegExp;
  /** How it begins, and the place in that of its rarest letter, which is what is looked for. */
  readonly start: string;
  readonly rarest: number;
}

const patterns: readonly Pattern[] = [
  { kind: 'a Humanloop API key', pattern: /(?<![A-Za-z0-9_])hl_sk_[A-Za-z0-9]{16,}/y, start: 'hl_sk_', rarest: 5 },
  {
    kind: 'an API key',
    // A key has digits and no pattern of words: `risk-free` and `sk-...` are none.
    pattern: /(?<![A-Za-z0-9_-])sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}/y,
    start: 'sk-',
    rarest: 2,
  },
  {
    kind: 'an AWS access key',
    pattern: /(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/y,
    start: 'AKIA',
    rarest: 1,
  },
  { kind: 'a bearer token', pattern: /(?<![A-Za-z])Bearer [A-Za-z0-9._~+/-]{20,}/y, start: 'Bearer ', rarest: 0 },
];
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is found, piece after piece, so that other work can come between. */
export function* secretPieces(bytes: Uint8Array): Iterable<readonly Secret[]> {
  let found = 0;
  for (let from = 0; from < bytes.length && found < mostFound; from += pieceBytes) {
    const secrets: Secret[] = [];
    for (const one of patterns) findIn(bytes, from, Math.min(bytes.length, from + pieceBytes), one, secrets);
    found += secrets.length;
    yield secrets;
  }
}

/** Those whose rarest letter stands in `[from, to)`. A search of the engine for one byte is many times faster than a pattern over all of the text. */
function findIn(bytes: Uint8Array, from: number, to: number, one: Pattern, secrets: Secret[]): void {
  const { kind, pattern, start, rarest } = one;
  const piece = bytes.subarray(from, to);
  const letter = start.charCodeAt(rarest);
  let end = 0;
  for (let at = piece.indexOf(letter); at >= 0; at = piece.indexOf(letter, at + 1)) {
    const byte = from + at - rarest;
    if (byte < end || !standsAt(bytes, byte, start)) continue;
    // One byte is one character here. The one before it belongs to the pattern as well.
    const text = latin1.decode(bytes.subarray(Math.max(0, byte - 1), byte + longest));
    pattern.lastIndex = Math.min(1, byte);
    const match = pattern.exec(text);
    if (match === null) continue;
    end = byte + match[0].length;
    secrets.push({ kind, byte });
  }
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

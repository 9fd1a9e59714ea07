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
const overlap = 256;
const pieceBytes = 1_000_000;
const mostFound = 100;

const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a Humanloop API key', /(?<![A-Za-z0-9_])hl_sk_[A-Za-z0-9]{16,}/g],
  // A key has digits and no pattern of words: `risk-free` and `sk-...` are none.
  ['an API key', /(?<![A-Za-z0-9_-])sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}/g],
  ['an AWS access key', /(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![0-9A-Za-z])/g],
  ['a bearer token', /(?<![A-Za-z])Bearer [A-Za-z0-9._~+/-]{20,}/g],
];
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is found, piece after piece, so that other work can come between; what lies where two meet is found twice. */
export function* secretPieces(bytes: Uint8Array): Iterable<readonly Secret[]> {
  const decoder = new TextDecoder('latin1');
  let found = 0;
  for (let from = 0; from < bytes.length && found < mostFound; from += pieceBytes) {
    // One byte is one character here, so that places in the text are places in the bytes.
    const text = decoder.decode(bytes.subarray(Math.max(0, from - overlap), from + pieceBytes));
    const start = Math.max(0, from - overlap);
    const secrets = patterns.flatMap(([kind, pattern]) =>
      Array.from(text.matchAll(pattern), ({ index }) => ({ kind, byte: start + index })),
    );
    found += secrets.length;
    yield secrets;
  }
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

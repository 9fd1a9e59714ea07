// The ways of one fork as bytes: what each text goes on with, and how far it must be followed to tell its way from all others. Pure.

import { endByte } from '../../response/tokens/tokenIndex.ts';
import { utf8Bytes, utf8Length } from '../../response/tokens/utf8Places.ts';

/** A text as it is compared. */
export interface OddsText {
  readonly text: string;
  /** Code units at its beginning that are what the model wrote in one go: the answer, without tool calls. */
  readonly length: number;
  /** The model ended it there, and was not cut off. */
  readonly ends: boolean;
}

/** A place where texts part: by text, code units `[from, to)` that are its way, and the number of that way; -1 for a text that takes no part. */
export interface OddsFork {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly wayOf: ArrayLike<number>;
}

/** What one text goes on with from the fork to its end. */
export interface Continuation {
  readonly way: number;
  readonly text: number;
  /** UTF-8 of the whole text, with `endByte` behind it where the model ended it. */
  readonly bytes: Uint8Array;
  /** The byte at which the fork stands. */
  readonly start: number;
  /** Bytes of the way itself. */
  readonly wayLength: number;
  /** Bytes from `start` to the first at which it is told apart from every other way, that one included; 0 where it never is. */
  readonly told: number;
}

export interface ForkWays {
  readonly wayCount: number;
  readonly continuations: readonly Continuation[];
  /** By text: its continuation, which it may share with others of its way; -1 for a text that takes no part. */
  readonly continuationOf: Int32Array;
}

/** The bytes of a text with the sign for its end. */
export function bytesOfText({ text, length, ends }: OddsText): Uint8Array {
  const bytes = utf8Bytes(text.slice(0, length));
  if (!ends) return bytes;
  const ended = new Uint8Array(bytes.length + 1);
  ended.set(bytes);
  ended[bytes.length] = endByte;
  return ended;
}

/** Bytes after the way by which texts of one way are held to go on alike; longer than tokens are. */
const alikeBytes = 64;

export function forkWays(texts: readonly OddsText[], bytesOf: readonly Uint8Array[], fork: OddsFork): ForkWays {
  const found: Omit<Continuation, 'told'>[] = [];
  const continuationOf = new Int32Array(texts.length).fill(-1);
  const known = new Map<string, number>();
  let wayCount = 0;
  texts.forEach(({ text, length }, at) => {
    const way = fork.wayOf[at] ?? -1;
    if (way < 0) return;
    wayCount = Math.max(wayCount, way + 1);
    const from = Math.min(fork.from[at] ?? 0, length);
    const to = Math.min(fork.to[at] ?? from, length);
    const key = `${way} ${text.slice(from, Math.min(length, to + alikeBytes))}${length <= to + alikeBytes ? '\0' : ''}`;
    const same = known.get(key);
    continuationOf[at] = same ?? found.length;
    if (same !== undefined) return;
    known.set(key, found.length);
    const start = utf8Length(text, from);
    found.push({
      way,
      text: at,
      bytes: bytesOf[at] ?? new Uint8Array(),
      start,
      wayLength: utf8Length(text.slice(from, to)),
    });
  });
  return { wayCount, continuations: withTold(found), continuationOf };
}

/** In byte order, those that share most with one of another way stand beside each other but for their own way. */
function withTold(found: readonly Omit<Continuation, 'told'>[]): readonly Continuation[] {
  const order = [...found.keys()].sort((one, other) => compare(found[one], found[other]));
  const told = new Uint32Array(found.length);
  for (const direction of [1, -1]) {
    order.forEach((own, place) => {
      const mine = found[own];
      for (let at = place + direction; at >= 0 && at < order.length; at += direction) {
        const other = found[order[at] as number];
        if (mine === undefined || other === undefined || other.way === mine.way) continue;
        told[own] = Math.max(told[own] as number, sharedBytes(mine, other) + 1);
        break;
      }
    });
  }
  return found.map((one, at) => {
    const own = told[at] as number;
    return { ...one, told: own > one.bytes.length - one.start ? 0 : own };
  });
}

type Placed = Pick<Continuation, 'bytes' | 'start'>;

function compare(one: Placed | undefined, other: Placed | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const shared = sharedBytes(one, other);
  return (one.bytes[one.start + shared] ?? -1) - (other.bytes[other.start + shared] ?? -1);
}

/** How many bytes two continuations have in common at their beginning. */
export function sharedBytes(one: Placed, other: Placed): number {
  const most = Math.min(one.bytes.length - one.start, other.bytes.length - other.start);
  let shared = 0;
  while (shared < most && one.bytes[one.start + shared] === other.bytes[other.start + shared]) shared++;
  return shared;
}

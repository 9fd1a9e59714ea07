// What a piece of a text is read in: the brackets that are open before it, as the shortest text that has them open. So that a mend is tried on the piece
// around it and not on all of a long text.

import { closingQuote } from '../../json/skim.ts';
import { strictPass } from '../../json/strict.ts';
import { comma } from './bytesAround.ts';
import { applied, type Edit } from './edits.ts';

/** A mend is tried on so much before and behind a mistake. */
const reachBefore = 4096;
const reachBehind = 16_384;

export interface Context {
  /** The first mistake of the text. */
  readonly at: number;
  /** Where the piece begins: behind a bracket or a comma, or with the text. */
  readonly from: number;
  readonly to: number;
  /** Text that has the same brackets open as the text has before the piece. */
  readonly lead: string;
  /** Brackets that are open at the mistake, outermost first. */
  readonly open: string;
  /** Where the value begins that was closed last before it, if that lies in the piece. */
  readonly closedFrom: number | undefined;
}

/** The context of a mistake; the text before it is sound. */
export function contextOf(bytes: Uint8Array, at: number): Context {
  const to = Math.min(bytes.length, at + reachBehind);
  const from = at <= reachBefore ? 0 : lastBorder(bytes, at - reachBefore);
  const outer: string[] = [];
  scan(bytes, 0, from, outer);
  const open = [...outer];
  const closedFrom = scan(bytes, from, at, open);
  const nested = outer
    .map((bracket, level) => (bracket === '{' && level < outer.length - 1 ? '{"":' : bracket))
    .join('');
  const isBehindComma = from > 0 && bytes[from - 1] === comma;
  const last = outer.at(-1) === '{' ? '"":0,' : '0,';
  return { at, from, to, lead: isBehindComma ? nested + last : nested, open: open.join(''), closedFrom };
}

/** How far the piece is sound with the edits, as a byte of the text; infinite where its end is reached. */
export function reachWith(bytes: Uint8Array<ArrayBuffer>, { from, to, lead }: Context, edits: readonly Edit[]): number {
  const piece = applied(
    bytes.subarray(from, to),
    edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })),
  );
  const before = new TextEncoder().encode(lead);
  const text = new Uint8Array(before.length + piece.bytes.length);
  text.set(before);
  text.set(piece.bytes, before.length);
  const { error } = strictPass(text, { depth: 0 });
  const isCut = to < bytes.length;
  if (error === undefined || (isCut && error.byte >= text.length - 16)) return Number.POSITIVE_INFINITY;
  const made = error.byte - before.length;
  return made < 0 ? from : from + piece.map.toOrigin(made, made).from;
}

/** The byte behind the last bracket or comma before `to`. */
function lastBorder(bytes: Uint8Array, to: number): number {
  let border = 0;
  scan(bytes, 0, to, [], (at) => {
    border = at;
  });
  return border;
}

/** Walks over `[from, to)` outside of strings and keeps the open brackets; gives where the value begins that was closed last. */
function scan(
  bytes: Uint8Array,
  from: number,
  to: number,
  open: string[],
  onBorder?: (at: number) => void,
): number | undefined {
  const starts: number[] = [];
  let closedFrom: number | undefined;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === 0x22) {
      const end = closingQuote(bytes, at + 1);
      if (end < 0 || end >= to) return closedFrom;
      at = end;
    } else if (byte === 0x7b || byte === 0x5b) {
      open.push(byte === 0x7b ? '{' : '[');
      starts.push(at);
      onBorder?.(at + 1);
    } else if (byte === 0x7d || byte === 0x5d) {
      open.pop();
      closedFrom = starts.pop();
    } else if (byte === comma) onBorder?.(at + 1);
  }
  return closedFrom;
}

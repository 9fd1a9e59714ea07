// Mends of a text that is not JSON: edits that make all of it sound, each tried before it is offered. Nothing is changed here: a person agrees first.

import { indexLines, placeAt } from '../../json/lines.ts';
import { type SyntaxProblem, strictPass } from '../../json/strict.ts';
import { bomLength } from '../../json/utf8.ts';
import { formatCount, listPhrase } from '../../words/numbers.ts';
import type { Mend } from '../form.ts';
import { isWhite, skipWhite } from '../formText.ts';
import type { Candidate } from './candidate.ts';
import { candidatesAt } from './candidates.ts';
import { contextOf, reachWith } from './context.ts';
import { applied, type Edit, inOrder, under } from './edits.ts';
import { wholeMends } from './wholeMends.ts';

const mostMends = 3;
/** Of what the likeliest mend costs. */
const mostTimes = 2;
/** Beginnings that are followed to the end. */
const mostStarts = 5;
const mostSteps = 500;
/** Bytes that may be read while mends are looked for: some tenths of a second. */
const mostBytes = 80_000_000;
/** Longer texts get none: one pass over them takes too long to be repeated. */
const longest = 40_000_000;

/** Brackets, and the mark of a mail. */
const beginnings = [0x7b, 0x5b, 0x3e];

interface Way {
  readonly edits: readonly Edit[];
  readonly taken: readonly Candidate[];
  /** What it makes breaks off where the text does. */
  readonly isCut?: boolean;
}

/**
 * At most three mends, the likeliest first; none for a text that is sound, or that nothing near its mistakes makes so. What they make is sound, or sound as far as
 * it goes where the text breaks off. `lineOf`: the line of a byte, where the text is a piece of a longer one.
 */
export function mendsOf(bytes: Uint8Array<ArrayBuffer>, lineOf?: (byte: number) => number): readonly Mend[] {
  const first = bytes[skipWhite(bytes, bomLength(bytes))];
  if (bytes.length > longest || !beginnings.includes(first ?? 0)) return [];
  const search = new MendSearch(bytes);
  const found: Way[] = [];
  for (const way of search.beginnings()) {
    const whole = search.follow(way);
    if (whole && !found.some(({ edits }) => isSame(edits, whole.edits))) found.push(whole);
  }
  const costs = new Map(found.map((way) => [way, cost(bytes, way)]));
  const costOf = (way: Way): number => costs.get(way) ?? 0;
  found.sort((one, other) => costOf(one) - costOf(other));
  const [best] = found;
  if (best === undefined) return [];
  // Beside one comma, three edits elsewhere are no likely mend but a longer list to read.
  const likely = found.filter((way) => costOf(way) <= mostTimes * costOf(best));
  const lineAt = lineOf ?? ownLines(bytes);
  return likely.slice(0, mostMends).map(({ edits, taken }) => ({
    title: titleOf(taken, lineAt(edits[0]?.from ?? 0)),
    edits,
  }));
}

function ownLines(bytes: Uint8Array): (byte: number) => number {
  const lines = indexLines(bytes);
  return (byte) => placeAt(bytes, lines, byte).line;
}

class MendSearch {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #left = mostBytes;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  /** What may be done first: over the whole text, then at its first mistake. */
  beginnings(): readonly Way[] {
    const first = this.#mistake(this.#bytes)?.byte;
    if (first === undefined) return [];
    const whole = wholeMends(this.#bytes).map((one) => ({ edits: inOrder(one.edits) ?? [], taken: [one] }));
    const near = this.#ranked(this.#bytes, first).slice(0, mostStarts);
    return [...whole, ...near.map((one) => ({ edits: inOrder(one.edits) ?? [], taken: [one] }))];
  }

  /** Goes on from a beginning until the text is sound, each time with what reaches furthest; undefined where that does not end well. */
  follow({ edits, taken }: Way): Way | undefined {
    let way: Way = { edits, taken };
    for (let step = 0; step < mostSteps && this.#left > 0; step++) {
      const text = applied(this.#bytes, way.edits).bytes;
      const mistake = this.#mistake(text);
      if (mistake === undefined) return way;
      const [next] = this.#ranked(text, mistake.byte);
      const all = next && under(way.edits, next.edits);
      // What breaks off deep within opens as far as it goes.
      if (!next || !all) return mistake.isEndOfText && isCertain(way) ? { ...way, isCut: true } : undefined;
      way = { edits: all, taken: [...way.taken, next] };
      // A text from which much is taken away is another text.
      if (way.taken.filter(({ one }) => one.startsWith('Remove the stray')).length > mostStrays) return undefined;
    }
    return undefined;
  }

  #mistake(text: Uint8Array): SyntaxProblem | undefined {
    this.#left -= text.length;
    return strictPass(text, { depth: 0 }).error;
  }

  /** Candidates that get beyond the mistake, those that get furthest first. */
  #ranked(text: Uint8Array<ArrayBuffer>, at: number): readonly Candidate[] {
    const context = contextOf(text, at);
    const tried = candidatesAt(text, context).flatMap((candidate) => {
      const edits = inOrder(candidate.edits);
      if (!edits || edits.some(({ from, to }) => from < context.from || to > context.to)) return [];
      this.#left -= context.to - context.from;
      const reach = reachWith(text, context, edits);
      const last = edits.at(-1)?.to ?? 0;
      return reach > at && reach >= last ? [{ candidate: { ...candidate, edits }, reach }] : [];
    });
    return tried.sort((one, other) => compare(other.reach, one.reach)).map(({ candidate }) => candidate);
  }
}

/** Quotes that were put in or taken away may be why a text seems to break off. */
function isCertain({ taken }: Way): boolean {
  return taken.length > 0 && !taken.some(({ one }) => /quote|stray/i.test(one));
}

const mostStrays = 3;

/** A thing to do costs one, and what is taken away without something in its place a quarter for each byte. */
function cost(bytes: Uint8Array, { edits, taken, isCut }: Way): number {
  let removed = isCut ? 4 : 0;
  for (const { from, to, text } of edits) {
    if (text === '') for (let at = from; at < to; at++) if (!isWhite(bytes[at]) && bytes[at] !== 0x5c) removed++;
  }
  return taken[0]?.isWhole ? taken.length : taken.length + removed / 4;
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function isSame(one: readonly Edit[], other: readonly Edit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function titleOf(taken: readonly Candidate[], line: number): string {
  const [first] = taken;
  const at = `line ${formatCount(line)}`;
  if (!first) return 'Mend the text';
  if (first.isWhole && taken.length === 1) return `${first.one}, from ${at} on`;
  if (taken.length === 1) return `${first.one} at ${at}`;
  const count = formatCount(taken.length);
  if (taken.every(({ many }) => many === first.many)) return `${first.many} at ${count} places, the first at ${at}`;
  const kinds = [...new Set(taken.map(({ one }) => one.charAt(0).toLowerCase() + one.slice(1)))];
  return `Mend ${count} places, the first at ${at}: ${listPhrase(kinds, 3)}`;
}

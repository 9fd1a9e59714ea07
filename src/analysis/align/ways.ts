// Which samples say the same at each place where they part, and which differences are one for a reader. Knows columns and the texts that they
// are of; no samples but by their number.

import { type ColumnRange, columnKind, tokenAt } from './alignment.ts';
import type { Columns } from './columns.ts';
import type { Divergences } from './divergences.ts';
import { type Tokens, tokenKind } from './tokens.ts';
import type { Numbering } from './vocabulary.ts';

export interface Ways {
  /** By text, then by divergence: the number of its way there, -1 where it has nothing. */
  readonly wayOf: readonly Int32Array[];
  /** By divergence: how many samples go each way, the most first; of equal ones that of the earlier sample. */
  readonly counts: readonly (readonly number[])[];
}

/** The ways at each of these places, which rise. `samples`: by text, rising. */
export function findWays(
  columns: Columns,
  { texts }: Numbering,
  places: readonly ColumnRange[],
  samples: readonly (readonly number[])[],
): Ways {
  const wayOf = texts.map(() => new Int32Array(places.length).fill(-1));
  const next = new Uint32Array(texts.length);
  const counts = places.map(({ fromColumn, toColumn }, place) => {
    const found = new Map<string, { readonly texts: number[]; count: number; first: number }>();
    texts.forEach(({ tokens }, text) => {
      const columnOf = columns.columnOf[text] as Int32Array;
      let first = next[text] as number;
      while ((columnOf[first] ?? toColumn) < fromColumn) first++;
      let end = first;
      while ((columnOf[end] ?? toColumn) < toColumn) end++;
      next[text] = end;
      const key = keyOf(tokens, columnOf, columns.kinds, first, end);
      if (key === undefined) return;
      const own = samples[text] ?? [];
      const same = found.get(key);
      if (same === undefined) found.set(key, { texts: [text], count: own.length, first: own[0] ?? 0 });
      else {
        same.texts.push(text);
        same.count += own.length;
        same.first = Math.min(same.first, own[0] ?? 0);
      }
    });
    const ways = [...found.values()].sort((one, other) => other.count - one.count || one.first - other.first);
    ways.forEach((way, number) => {
      for (const text of way.texts) (wayOf[text] as Int32Array)[place] = number;
    });
    return ways.map(({ count }) => count);
  });
  return { wayOf, counts };
}

/**
 * What is said in tokens `[first, end)`, so that what counts as equal has the same key: the columns of its words, or the white space alone;
 * undefined for nothing.
 */
function keyOf(
  tokens: Tokens,
  columnOf: Int32Array,
  kinds: Uint8Array,
  first: number,
  end: number,
): string | undefined {
  let key = '';
  let isIgnored = true;
  for (let at = first; at < end; at++) {
    const column = columnOf[at] as number;
    if (kinds[column] === columnKind.content) key += `${column} `;
    if (kinds[column] !== columnKind.ignored) isIgnored = false;
  }
  if (key !== '') return key;
  if (isIgnored) return undefined;
  const written = tokens.text.slice(tokens.starts[first], tokens.starts[end]);
  return `"${written.trim() === '' ? written : written.trim()}`;
}

/** Differences that stand beside each other are one as long as it has at most so many ways, or no more than one of them has. */
const mostJoinedWays = 3;

/**
 * Joins differences that are parted by white space and punctuation only, on one line: `red, big` against `blue, small` is one choice. They stay
 * apart where the samples went too many ways through both.
 */
export function joinDifferences(
  found: Divergences,
  columns: Columns,
  numbering: Numbering,
  samples: readonly (readonly number[])[],
): Divergences {
  const { wayOf, counts } = findWays(columns, numbering, found.divergences, samples);
  const parts = partingColumns(columns, numbering);
  const joined: ColumnRange[] = [];
  // Of the last joined one: the way of each text, and how many ways there are.
  let ways = new Int32Array(wayOf.length);
  let wayCount = 0;
  found.divergences.forEach((place, number) => {
    const own = Int32Array.from(wayOf, (of) => of[number] as number);
    const ownCount = Math.max(...own) + 1 + (own.includes(-1) ? 1 : 0);
    const last = joined.at(-1);
    if (last !== undefined && !parts(last.toColumn, place.fromColumn)) {
      const pairs = new Map<number, number>();
      const both = own.map((way, text) => {
        const pair = (ways[text] as number) * ((counts[number]?.length ?? 0) + 1) + way + 1;
        const known = pairs.get(pair) ?? pairs.size;
        pairs.set(pair, known);
        return known;
      });
      if (pairs.size <= Math.max(mostJoinedWays, wayCount, ownCount)) {
        joined[joined.length - 1] = { fromColumn: last.fromColumn, toColumn: place.toColumn };
        ways = both;
        wayCount = pairs.size;
        return;
      }
    }
    joined.push(place);
    ways = own.map((way) => way + 1);
    wayCount = ownCount;
  });
  const divergenceOf = new Int32Array(columns.columnCount).fill(-1);
  for (const [number, { fromColumn, toColumn }] of joined.entries()) divergenceOf.fill(number, fromColumn, toColumn);
  return { divergences: joined, divergenceOf };
}

/** Whether a word or the end of a line stands in columns `[from, to)`. */
function partingColumns({ columnOf, textAt }: Columns, { texts }: Numbering): (from: number, to: number) => boolean {
  return (from, to) => {
    for (let column = from; column < to; column++) {
      const text = textAt[column] as number;
      const kind = texts[text]?.tokens.kinds[tokenAt({ columnOf: columnOf[text] as Int32Array }, column)];
      if (kind === tokenKind.word || kind === tokenKind.lineEnd) return true;
    }
    return false;
  };
}

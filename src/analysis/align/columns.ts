// Puts the white space, and whatever is ignored, between the columns of an arrangement, so that every token of every text
// has a column. Knows numbered texts; not what differs.

import { columnKind } from './alignment.ts';
import type { Arrangement } from './arrange.ts';
import type { Numbering } from './vocabulary.ts';

export interface Columns {
  readonly columnCount: number;
  readonly kinds: Uint8Array;
  readonly support: Uint32Array;
  readonly textAt: Uint32Array;
  /** By text: the column of each token. */
  readonly columnOf: readonly Int32Array[];
}

/** Tokens `[from, to)` of a text that stand before a column of the arrangement. */
interface Between {
  readonly text: number;
  readonly from: number;
  readonly to: number;
}

/** Makes columns of all tokens; `weights` are the numbers of samples that have each text. */
export function placeTokens(arrangement: Arrangement, numbering: Numbering, weights: readonly number[]): Columns {
  const { texts } = numbering;
  const gaps = gapsOf(arrangement, numbering, weights);
  const columnOf = texts.map(({ tokens }) => new Int32Array(tokens.count));
  const kinds: number[] = [];
  const support: number[] = [];
  const textAt: number[] = [];
  const newColumnOf = new Int32Array(arrangement.columnCount);
  for (let old = 0; old <= arrangement.columnCount; old++) {
    for (const { number, members } of betweenColumns(gaps[old] ?? [], numbering)) {
      const column = kinds.length;
      kinds.push(number < numbering.firstCounted ? columnKind.ignored : columnKind.space);
      support.push(members.reduce((sum, { text }) => sum + (weights[text] as number), 0));
      textAt.push(members[0]?.text ?? 0);
      for (const { text, at } of members) (columnOf[text] as Int32Array)[at] = column;
    }
    if (old === arrangement.columnCount) break;
    newColumnOf[old] = kinds.length;
    kinds.push(columnKind.content);
    support.push(arrangement.support[old] as number);
    textAt.push(0);
  }
  for (let text = texts.length - 1; text >= 0; text--) {
    const { places } = texts[text] as Numbering['texts'][number];
    const old = arrangement.columnOf[text] as Int32Array;
    for (let at = 0; at < old.length; at++) {
      const column = newColumnOf[old[at] as number] as number;
      (columnOf[text] as Int32Array)[places[at] as number] = column;
      textAt[column] = text;
    }
  }
  return {
    columnCount: kinds.length,
    kinds: Uint8Array.from(kinds),
    support: Uint32Array.from(support),
    textAt: Uint32Array.from(textAt),
    columnOf,
  };
}

/**
 * What stands before each column, and after the last. White space between two words goes beside the one that more samples
 * have, so that samples which share that word share the white space as well.
 */
function gapsOf(arrangement: Arrangement, numbering: Numbering, weights: readonly number[]): (Between[] | undefined)[] {
  const { columnCount, support } = arrangement;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const supportOf = (column: number): number => support[column] ?? all;
  const gaps: (Between[] | undefined)[] = new Array(columnCount + 1);
  numbering.texts.forEach(({ tokens, places }, text) => {
    const columns = arrangement.columnOf[text] as Int32Array;
    for (let word = 0; word <= columns.length; word++) {
      const from = word === 0 ? 0 : (places[word - 1] as number) + 1;
      const to = places[word] ?? tokens.count;
      if (from === to) continue;
      const before = columns[word - 1] ?? -1;
      const after = columns[word] ?? columnCount;
      const gap = supportOf(before) >= supportOf(after) ? before + 1 : after;
      const list = gaps[gap];
      if (list) list.push({ text, from, to });
      else gaps[gap] = [{ text, from, to }];
    }
  });
  return gaps;
}

interface BetweenColumn {
  readonly number: number;
  readonly members: { readonly text: number; readonly at: number }[];
}

/**
 * The columns of one gap: the first tokens of all, equal ones together, then the second ones, and so on. What is ignored
 * does not count as a step, or it would part white space that is equal.
 */
function betweenColumns(gap: readonly Between[], { texts, firstCounted }: Numbering): readonly BetweenColumn[] {
  const columns: BetweenColumn[] = [];
  const next = gap.map(({ from }) => from);
  const step = (isCounted: boolean): boolean => {
    const byNumber = new Map<number, BetweenColumn>();
    gap.forEach(({ text, to }, index) => {
      const at = next[index] as number;
      if (at >= to) return;
      const number = texts[text]?.between[at] as number;
      if (number >= firstCounted !== isCounted) return;
      const column = byNumber.get(number);
      if (column) column.members.push({ text, at });
      else byNumber.set(number, { number, members: [{ text, at }] });
      next[index] = at + 1;
    });
    columns.push(...byNumber.values());
    return byNumber.size > 0;
  };
  do {
    while (step(false));
  } while (step(true));
  return columns;
}

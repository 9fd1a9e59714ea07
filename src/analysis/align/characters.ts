// Character by character, but only within words that differ: texts that are aligned by word are cut finer where they part, and what stands there is
// arranged anew. So no letter is matched across words that all share. Knows columns of words and numbered texts.

import type { AlignOptions } from './alignment.ts';
import { arrange } from './arrange.ts';
import type { Arrangement } from './arrangement.ts';
import type { Columns } from './columns.ts';
import type { Divergences } from './divergences.ts';
import { PairAligner } from './pairAligner.ts';
import { cutText, type Tokens, tokenText } from './tokens.ts';
import { type Numbering, numberTokens } from './vocabulary.ts';

export interface Finer {
  readonly arrangement: Arrangement;
  readonly numbering: Numbering;
  /** Tokens that were left uncompared, as of `PairAligner`. */
  readonly skipped: number;
}

/** A text in words where all texts agree and in characters elsewhere. */
interface MixedText {
  readonly tokens: Tokens;
  /** By token: 1 for a character, 0 for a word. */
  readonly isCharacter: Uint8Array;
  /** By token: the column of the word that it is, or is of. */
  readonly wordColumn: Int32Array;
}

/** Arranges the characters of words that differ; `budgetCells` as for `PairAligner`. Yields the share of the work that is done, 0 to 1. */
export function* arrangeCharacters(
  columns: Columns,
  { divergences, divergenceOf }: Divergences,
  { texts }: Numbering,
  weights: readonly number[],
  options: AlignOptions,
  budgetCells: number,
): Generator<number, Finer> {
  const mixed = texts.map(({ tokens }, text) => mixedText(tokens, columns.columnOf[text] as Int32Array, divergenceOf));
  const numbering = numberTokens(
    mixed.map(({ tokens }) => tokens),
    'character',
    options,
    mixed.map(({ isCharacter }) => isCharacter),
  );
  const aligner = new PairAligner(numbering.surprise, budgetCells);
  const items: number[] = [];
  const support: number[] = [];
  const columnOf = numbering.texts.map(({ content }) => new Int32Array(content.length));
  const next = new Uint32Array(mixed.length);
  /** The items of a text that stand in columns before `toColumn`, from the last one that was taken on. */
  const take = (text: number, toColumn: number): readonly [from: number, to: number] => {
    const { places, content } = numbering.texts[text] as Numbering['texts'][number];
    const { wordColumn } = mixed[text] as MixedText;
    const from = next[text] as number;
    let to = from;
    while (to < content.length && (wordColumn[places[to] as number] as number) < toColumn) to++;
    next[text] = to;
    return [from, to];
  };
  let skipped = 0;
  let at = 0;
  for (const [number, { fromColumn, toColumn }] of [
    ...divergences,
    { fromColumn: columns.columnCount, toColumn: columns.columnCount },
  ].entries()) {
    // Words that all share: as many in each text.
    const first = items.length;
    for (let text = 0; text < mixed.length; text++) {
      const [from, to] = take(text, fromColumn);
      const { content } = numbering.texts[text] as Numbering['texts'][number];
      for (let item = from; item < to; item++) {
        const column = first + item - from;
        items[column] = content[item] as number;
        support[column] = (support[column] ?? 0) + (weights[text] as number);
        (columnOf[text] as Int32Array)[item] = column;
      }
    }
    if (number === divergences.length) break;
    const parts = mixed.map((_, text) => take(text, toColumn));
    const rows = parts.map(([from, to], text) => ({
      items: (numbering.texts[text] as Numbering['texts'][number]).content.subarray(from, to),
      weight: weights[text] as number,
    }));
    aligner.skipped = 0;
    const arranging = arrange(rows, aligner);
    let step = arranging.next();
    while (!step.done) step = arranging.next();
    skipped += aligner.skipped;
    const shift = items.length;
    items.push(...step.value.items);
    support.push(...step.value.support);
    step.value.columnOf.forEach((own, text) => {
      const [from] = parts[text] ?? [0];
      own.forEach((column, item) => {
        (columnOf[text] as Int32Array)[from + item] = shift + column;
      });
    });
    if ((++at & 31) === 0) yield number / divergences.length;
  }
  return { arrangement: { columnCount: items.length, items, support, columnOf }, numbering, skipped };
}

function mixedText(words: Tokens, columnOf: Int32Array, divergenceOf: Int32Array): MixedText {
  const starts: number[] = [];
  const kinds: number[] = [];
  const isCharacter: number[] = [];
  const wordColumn: number[] = [];
  for (let word = 0; word < words.count; word++) {
    const column = columnOf[word] as number;
    const start = words.starts[word] as number;
    if ((divergenceOf[column] as number) < 0) {
      starts.push(start);
      kinds.push(words.kinds[word] as number);
      isCharacter.push(0);
      wordColumn.push(column);
      continue;
    }
    const characters = cutText(tokenText(words, word), 'character');
    for (let at = 0; at < characters.count; at++) {
      starts.push(start + (characters.starts[at] as number));
      kinds.push(characters.kinds[at] as number);
      isCharacter.push(1);
      wordColumn.push(column);
    }
  }
  const count = starts.length;
  starts.push(words.text.length);
  return {
    tokens: { text: words.text, count, starts: Uint32Array.from(starts), kinds: Uint8Array.from(kinds) },
    isCharacter: Uint8Array.from(isCharacter),
    wordColumn: Int32Array.from(wordColumn),
  };
}

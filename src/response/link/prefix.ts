// Finds texts of which one is the start or the end of the other. Loads only those that share their first or last characters. Knows texts only.

import { pointerOf } from '../../json/pointer.ts';
import type { DerivedTexts } from './derived.ts';
import { groupNumbers, type TextEntries, TextNumbers } from './lanes.ts';
import type { LinkInput } from './linkInput.ts';

export interface PrefixMatch {
  /** Place in `data`. */
  readonly row: number;
  readonly choice: number;
  /** Where the shorter text stands in the longer one. */
  readonly end: 'start' | 'end';
  /** Code points that the longer text has more. */
  readonly more: number;
}

/** Of the longer text. */
const leastPart = 0.6;
/** Candidates that are compared in all. */
const mostPairs = 20_000;

interface Open {
  isOpen(row: number): boolean;
  isFree(choice: number): boolean;
}

/**
 * Pairs of a generation and a choice of which one text is the start or end of the other, with at least 16 shared
 * characters, at least 60 % of the longer one, and no other pair of either that shares as much. Only texts with equal
 * first or last characters are compared. `own` and `others` hold the ends of the texts of generations and choices.
 */
export function findPrefixes(
  input: LinkInput,
  own: DerivedTexts,
  others: DerivedTexts,
  open: Open,
): readonly PrefixMatch[] {
  const { generations, choices } = input;
  const starts = new Edges(own.starts, others.starts, open);
  const ends = new Edges(own.ends, others.ends, open);
  const texts = new LastTexts((choice) =>
    input
      .textPlaces(choice)
      .map((place) => input.load(place) ?? '')
      .join(''),
  );
  const matches: (PrefixMatch & { readonly shared: number })[] = [];
  let pairs = 0;
  for (let entry = 0; entry < own.starts.count && pairs <= mostPairs; entry++) {
    const row = own.starts.item(entry);
    if (!open.isOpen(row)) continue;
    const isRaw = generations.rawOutput.has(row);
    const fromCharacters = (isRaw ? generations.rawOutput : generations.output).characters(row);
    let text: string | undefined;
    const seen = new Set<number>();
    for (const edges of [starts, ends]) {
      for (const choice of edges.candidates(entry)) {
        if (pairs > mostPairs) break;
        if (seen.has(choice)) continue;
        pairs++;
        seen.add(choice);
        const toCharacters = choices.text.characters(choice);
        const shared = Math.min(fromCharacters, toCharacters);
        const longer = Math.max(fromCharacters, toCharacters);
        if (shared < longer * leastPart) continue;
        text ??= input.load(pointerOf('data', row, isRaw ? 'raw_output' : 'output')) ?? '';
        const end = endOf(text, texts.get(choice));
        if (end !== undefined) matches.push({ row, choice, end, more: longer - shared, shared });
      }
    }
  }
  const bestOfRow = new Best();
  const bestOfChoice = new Best();
  for (const { row, choice, shared } of matches) {
    bestOfRow.add(row, shared);
    bestOfChoice.add(choice, shared);
  }
  return matches.filter(
    ({ row, choice, shared }) => bestOfRow.isAlone(row, shared) && bestOfChoice.isAlone(choice, shared),
  );
}

function endOf(own: string, other: string): 'start' | 'end' | undefined {
  if (other.startsWith(own) || own.startsWith(other)) return 'start';
  return other.endsWith(own) || own.endsWith(other) ? 'end' : undefined;
}

/** Choices by their first or by their last characters. */
class Edges {
  readonly #own: TextEntries;
  readonly #others: TextEntries;
  readonly #numbers = new TextNumbers();
  readonly #groups: ReturnType<typeof groupNumbers>;

  constructor(own: TextEntries, others: TextEntries, open: Open) {
    this.#own = own;
    this.#others = others;
    const groupOf = Int32Array.from({ length: others.count }, (_, entry) =>
      open.isFree(others.item(entry)) ? this.#numbers.add(others.texts, entry) : -1,
    );
    this.#groups = groupNumbers(others.count, this.#numbers.count, (entry) => groupOf[entry] ?? -1);
  }

  /** The choices whose characters are those of an entry of the generations, in order. */
  *candidates(entry: number): Generator<number> {
    const group = this.#numbers.find(this.#own.texts, entry);
    if (group < 0) return;
    const { starts, order } = this.#groups;
    for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) yield this.#others.item(order[at] ?? 0);
  }
}

/** How much is shared at most, and by how many pairs. */
class Best {
  readonly #best = new Map<number, { shared: number; count: number }>();

  add(item: number, shared: number): void {
    const known = this.#best.get(item);
    if (known === undefined || known.shared < shared) this.#best.set(item, { shared, count: 1 });
    else if (known.shared === shared) known.count++;
  }

  isAlone(item: number, shared: number): boolean {
    const known = this.#best.get(item);
    return known?.shared === shared && known.count === 1;
  }
}

/** Texts of choices that were loaded last: those of one group are compared one after the other. */
class LastTexts {
  static readonly #most = 4_000_000;
  readonly #load: (choice: number) => string;
  readonly #texts = new Map<number, string>();
  #length = 0;

  constructor(load: (choice: number) => string) {
    this.#load = load;
  }

  get(choice: number): string {
    const known = this.#texts.get(choice);
    if (known !== undefined) return known;
    const text = this.#load(choice);
    this.#texts.set(choice, text);
    this.#length += text.length;
    for (const [oldest, old] of this.#texts) {
      if (this.#length <= LastTexts.#most || oldest === choice) break;
      this.#texts.delete(oldest);
      this.#length -= old.length;
    }
    return text;
  }
}

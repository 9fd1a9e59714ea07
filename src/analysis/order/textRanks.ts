// Ranks of texts in their order, by the letters that tell them apart: nothing is decoded that ASCII bytes tell, no letter is compared twice. A
// multikey quicksort (Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", SODA 1997), in steps. Pure.

/** UTF-8 bytes of a text. */
export interface TextPlace {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly length: number;
}

export interface RankedTexts {
  /** As it is compared, in small letters where case does not matter; undefined for none. */
  textAt(place: number): string | undefined;
  /** Its bytes, where ASCII letters in them are compared as small ones; undefined where there are none. */
  bytesAt?(place: number): TextPlace | undefined;
}

export interface TextRanks {
  /** By place: 1 for the first, equal for equal texts; 0 for none. */
  readonly ranks: Uint32Array;
  /** The greatest rank. */
  readonly count: number;
}

/** Ranges of up to so many are put in order one by one. */
const fewest = 8;
/** Letters that are looked at between two pauses: a millisecond or two. */
const stepLength = 60_000;

/** By byte: the small letter. */
const smallLetters = Uint8Array.from({ length: 128 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/** Ranks of the texts at places 0 to `count` in the order of UTF-16 code units. */
export function* textRanks(count: number, texts: RankedTexts): Generator<void, TextRanks> {
  const letters = new Letters(count, texts);
  const places = new Uint32Array(count);
  let length = 0;
  for (let place = 0; place < count; place++) {
    if (letters.has(place)) places[length++] = place;
    if (place % 5000 === 4999) yield;
  }
  const ranks = new Uint32Array(count);
  const units = new Int32Array(length);
  let last = 0;
  let looked = 0;
  // Ranges to be put in order, the first of them on top: from, to, and the letter to look at; -1 where all are equal.
  const stack = [0, length, 0];
  while (stack.length > 0) {
    const depth = stack.pop() as number;
    const to = stack.pop() as number;
    const from = stack.pop() as number;
    if (to <= from) continue;
    if (depth < 0 || to - from === 1) {
      last++;
      for (let at = from; at < to; at++) ranks[places[at] as number] = last;
      continue;
    }
    if (to - from <= fewest) {
      looked += letters.sortFew(places, from, to, depth);
      for (let at = from; at < to; at++) {
        const isNew = at === from || letters.compare(places[at - 1] as number, places[at] as number, depth) !== 0;
        if (isNew) last++;
        ranks[places[at] as number] = last;
      }
    } else {
      for (let at = from; at < to; at++) units[at] = letters.at(places[at] as number, depth);
      looked += to - from;
      const pivot = middleOf(units[from], units[(from + to) >>> 1], units[to - 1]);
      const [less, greater] = partition(places, units, from, to, pivot);
      stack.push(greater, to, depth, less, greater, pivot < 0 ? -1 : depth + 1, from, less, depth);
    }
    if (looked > stepLength) {
      looked = 0;
      yield;
    }
  }
  return { ranks, count: last };
}

/** Places in the order of their ranks, those without one last; equal ones as they are. */
export function placesByRank({ ranks, count }: TextRanks, isDescending: boolean): Uint32Array {
  const bucketOf = (rank: number): number => (rank === 0 ? count : isDescending ? count - rank : rank - 1);
  const next = new Uint32Array(count + 2);
  for (const rank of ranks) next[bucketOf(rank) + 1] = (next[bucketOf(rank) + 1] as number) + 1;
  for (let at = 1; at < next.length; at++) next[at] = (next[at] as number) + (next[at - 1] as number);
  const places = new Uint32Array(ranks.length);
  for (let place = 0; place < ranks.length; place++) {
    const bucket = bucketOf(ranks[place] as number);
    places[next[bucket] as number] = place;
    next[bucket] = (next[bucket] as number) + 1;
  }
  return places;
}

/** Those before the pivot first, those behind it last; where the ones that are equal to it begin and end. */
function partition(
  places: Uint32Array,
  units: Int32Array,
  from: number,
  to: number,
  pivot: number,
): readonly [number, number] {
  let less = from;
  let greater = to;
  for (let at = from; at < greater; ) {
    const unit = units[at] as number;
    if (unit === pivot) at++;
    else swap(places, units, at, unit < pivot ? less : greater - 1);
    if (unit < pivot) {
      less++;
      at++;
    } else if (unit > pivot) greater--;
  }
  return [less, greater];
}

function swap(places: Uint32Array, units: Int32Array, one: number, other: number): void {
  const [place, unit] = [places[one] as number, units[one] as number];
  places[one] = places[other] as number;
  units[one] = units[other] as number;
  places[other] = place;
  units[other] = unit;
}

function middleOf(one = 0, two = 0, three = 0): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}

/** The letters of the texts, from bytes as far as these are ASCII, from then on from the text. */
class Letters {
  readonly #texts: RankedTexts;
  readonly #bytes: (Uint8Array | undefined)[] = [];
  readonly #decoded: (string | undefined)[] = [];
  readonly #from: Float64Array;
  /** Bytes; -1 where the text is decoded. */
  readonly #length: Int32Array;

  constructor(count: number, texts: RankedTexts) {
    this.#texts = texts;
    this.#from = new Float64Array(count);
    this.#length = new Int32Array(count).fill(-1);
  }

  /** To be asked of all places in order, before anything else. */
  has(place: number): boolean {
    const found = this.#texts.bytesAt?.(place);
    this.#bytes.push(found?.bytes);
    if (found !== undefined) {
      this.#from[place] = found.from;
      this.#length[place] = found.length;
    }
    const text = found === undefined ? this.#texts.textAt(place) : undefined;
    this.#decoded.push(text);
    return found !== undefined || text !== undefined;
  }

  /** The code unit; -1 behind the last. */
  at(place: number, depth: number): number {
    const length = this.#length[place] as number;
    if (length >= 0) {
      if (depth >= length) return -1;
      const bytes = this.#bytes[place] as Uint8Array;
      const small = smallLetters[bytes[(this.#from[place] as number) + depth] as number];
      if (small !== undefined) return small;
      // All before it were ASCII, of which one is one code unit, also in small letters.
      this.#decoded[place] = this.#texts.textAt(place) ?? '';
      this.#length[place] = -1;
    }
    const text = this.#decoded[place] as string;
    return depth < text.length ? text.charCodeAt(depth) : -1;
  }

  compare(one: number, other: number, depth: number): number {
    for (let at = depth; ; at++) {
      const unit = this.at(one, at);
      const difference = unit - this.at(other, at);
      if (difference !== 0 || unit < 0) return difference;
    }
  }

  /** Puts few places in order; gives about how many letters were looked at. */
  sortFew(places: Uint32Array, from: number, to: number, depth: number): number {
    let looked = 0;
    for (let next = from + 1; next < to; next++) {
      const place = places[next] as number;
      let at = next;
      for (; at > from && this.compare(places[at - 1] as number, place, depth) > 0; at--) {
        places[at] = places[at - 1] as number;
        looked += 16;
      }
      places[at] = place;
    }
    return looked + to - from;
  }
}

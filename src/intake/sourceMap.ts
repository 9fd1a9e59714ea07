// Which bytes of a made text come from which bytes of the text that a person brought. Pieces in typed arrays, so that a text of 100 MB has a map of
// some kilobytes where most of it was copied. Knows no form and no JSON.

/** Bytes `[from, to)`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Piece `k` is the bytes `[made[k], made[k + 1])` of the made text (the last one ends at `madeLength`). It stands for the bytes `[from[k], to[k])` of the
 * origin: byte for byte where both have one length, as a whole otherwise. `from[k] === to[k]` where it was put in between and stands for nothing.
 */
export interface MapPieces {
  readonly made: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly madeLength: number;
}

export class SourceMap {
  readonly pieces: MapPieces;
  /** Numbers of the pieces that stand for something, by where they begin in the origin. */
  #byOrigin: Uint32Array | undefined;

  constructor(pieces: MapPieces) {
    this.pieces = pieces;
  }

  get count(): number {
    return this.pieces.made.length;
  }

  /** The bytes of the origin that the bytes `[from, to)` of the made text stand for. Total: what lies outside is cut to the ends. */
  toOrigin(from: number, to: number): ByteRange {
    const { made, from: origins, to: ends } = this.pieces;
    if (made.length === 0) return { from: 0, to: 0 };
    let first = pieceAt(made, from);
    let last = to > from ? pieceAt(made, to - 1) : first;
    // What was put in between at an end of the range stands for nothing that is in it, unless nothing else is.
    const isMeant = (at: number) => (origins[at] as number) < (ends[at] as number);
    let low = first;
    while (low < last && !isMeant(low)) low++;
    let high = last;
    while (high > low && !isMeant(high)) high--;
    if (isMeant(low)) {
      first = low;
      last = high;
    }
    const start = this.#originOf(first, Math.max(from, made[first] as number), false);
    const end = this.#originOf(last, Math.min(to, this.#madeEnd(last)), true);
    return start <= end ? { from: start, to: end } : { from: origins[last] as number, to: ends[first] as number };
  }

  /** The bytes of the made text that stand for the byte of the origin; undefined where none does. */
  toMade(byte: number): ByteRange | undefined {
    const { made, from, to } = this.pieces;
    this.#byOrigin ??= sortedByOrigin(this.pieces);
    const order = this.#byOrigin;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((from[order[middle] as number] as number) <= byte) low = middle + 1;
      else high = middle;
    }
    const at = order[low - 1];
    if (at === undefined || byte >= (to[at] as number)) return undefined;
    const start = made[at] as number;
    const end = this.#madeEnd(at);
    if (end - start !== (to[at] as number) - (from[at] as number)) return { from: start, to: end };
    const exact = start + byte - (from[at] as number);
    return { from: exact, to: exact + 1 };
  }

  /** The map of a text that was made of this one's made text, back to this one's origin. */
  under(upper: SourceMap): SourceMap {
    const only = this.#onlyPart(upper);
    if (only !== undefined) return only;
    const writer = new PieceWriter();
    const { made, from, to } = upper.pieces;
    for (let at = 0; at < made.length; at++) {
      const start = from[at] as number;
      const end = to[at] as number;
      const length = upper.#madeEnd(at) - (made[at] as number);
      if (end - start === length && length > 0) this.addTo(writer, start, end);
      else {
        const origin = this.toOrigin(start, end);
        writer.add(length, origin.from, end > start ? origin.to : origin.from);
      }
    }
    return writer.finish();
  }

  /** `under` where both are one text that was taken as it is, as the parts of a long list are. */
  #onlyPart({ pieces }: SourceMap): SourceMap | undefined {
    const start = pieces.from[0] ?? 0;
    const isOne = this.count === 1 && pieces.made.length === 1 && this.#isAligned(0);
    if (
      !isOne ||
      (pieces.to[0] as number) - start !== pieces.madeLength ||
      start + pieces.madeLength > this.pieces.madeLength
    )
      return undefined;
    return sameMap(pieces.madeLength, (this.pieces.from[0] as number) + start);
  }

  /** Adds the pieces of the made bytes `[from, to)`, cut at both ends. */
  addTo(writer: PieceWriter, from: number, to: number): void {
    const { made, from: origins, to: ends } = this.pieces;
    for (let at = pieceAt(made, from), next = from; next < to && at < made.length; at++) {
      const end = Math.min(to, this.#madeEnd(at));
      const isAligned = this.#isAligned(at);
      const start = isAligned ? this.#originOf(at, next, false) : (origins[at] as number);
      writer.add(end - next, start, isAligned ? start + end - next : (ends[at] as number));
      next = end;
    }
  }

  #isAligned(at: number): boolean {
    const { made, from, to } = this.pieces;
    return this.#madeEnd(at) - (made[at] as number) === (to[at] as number) - (from[at] as number);
  }

  #madeEnd(at: number): number {
    return this.pieces.made[at + 1] ?? this.pieces.madeLength;
  }

  #originOf(at: number, byte: number, isEnd: boolean): number {
    const { made, from, to } = this.pieces;
    if (this.#isAligned(at)) return (from[at] as number) + byte - (made[at] as number);
    return (isEnd ? to : from)[at] as number;
  }
}

/** Gathers the pieces of a map in the order of the made text. Neighbours that belong together become one. */
export class PieceWriter {
  // Most maps have few pieces, and there may be tens of thousands of maps.
  #made = new Uint32Array(4);
  #from = new Uint32Array(4);
  #to = new Uint32Array(4);
  #count = 0;
  #length = 0;

  /** Bytes that were made so far. */
  get length(): number {
    return this.#length;
  }

  /** `length` bytes that stand for `[from, to)` of the origin. */
  add(length: number, from: number, to: number): void {
    if (length === 0) return;
    const last = this.#count - 1;
    const isAligned = to - from === length;
    if (
      last >= 0 &&
      isAligned &&
      this.#to[last] === from &&
      from - (this.#from[last] as number) === this.#length - (this.#made[last] as number)
    ) {
      this.#to[last] = to;
    } else {
      if (this.#count === this.#made.length) this.#grow();
      this.#made[this.#count] = this.#length;
      this.#from[this.#count] = from;
      this.#to[this.#count] = to;
      this.#count++;
    }
    this.#length += length;
  }

  finish(): SourceMap {
    return new SourceMap({
      made: this.#made.slice(0, this.#count),
      from: this.#from.slice(0, this.#count),
      to: this.#to.slice(0, this.#count),
      madeLength: this.#length,
    });
  }

  #grow(): void {
    const larger = (cells: Uint32Array<ArrayBuffer>) => {
      const grown = new Uint32Array(cells.length * 2);
      grown.set(cells);
      return grown;
    };
    this.#made = larger(this.#made);
    this.#from = larger(this.#from);
    this.#to = larger(this.#to);
  }
}

/** A map for a text that was taken as it is. */
export function sameMap(length: number, from = 0): SourceMap {
  if (length === 0) return new PieceWriter().finish();
  return new SourceMap({
    made: Uint32Array.of(0),
    from: Uint32Array.of(from),
    to: Uint32Array.of(from + length),
    madeLength: length,
  });
}

/** The piece that holds the byte; the first or last for what lies outside. */
function pieceAt(made: Uint32Array, byte: number): number {
  let low = 0;
  let high = made.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((made[middle] as number) <= byte) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function sortedByOrigin({ from, to, made }: MapPieces): Uint32Array {
  const meant: number[] = [];
  let isSorted = true;
  for (let at = 0; at < made.length; at++) {
    if ((from[at] as number) >= (to[at] as number)) continue;
    const before = meant.at(-1);
    if (before !== undefined && (from[before] as number) > (from[at] as number)) isSorted = false;
    meant.push(at);
  }
  const order = Uint32Array.from(meant);
  return isSorted ? order : order.sort((one, other) => (from[one] as number) - (from[other] as number));
}

// What a filter has found so far, gathered part by part as columns. Knows no screen.

import type { FoundGeneration, FoundRows, TextMatches } from '../../response/matches.ts';

/** Of so many found rows what they show is told with them; of others it is asked for when they are in view. */
export const excerptCount = 40;
/** After what was found first, more is shown this often: each time all rows are put in order. */
const showEveryMs = 250;

export class FoundSoFar {
  count = 0;
  readonly #positions: Uint32Array[] = [];
  readonly #counts: Uint32Array[] = [];
  readonly #matches = new Map<number, TextMatches>();
  #shownCount = 0;
  #shownAt = 0;

  /** Positions that follow those of before. */
  add(positions: Uint32Array, counts: Uint32Array, first: readonly FoundGeneration[]): void {
    this.#positions.push(positions);
    this.#counts.push(counts);
    this.count += positions.length;
    for (const { position, matches } of first) if (matches) this.#matches.set(position, matches);
  }

  addFound(found: readonly FoundGeneration[]): void {
    this.add(
      Uint32Array.from(found, ({ position }) => position),
      Uint32Array.from(found, ({ matches }) => matches?.count ?? 0),
      found.slice(0, Math.max(0, excerptCount - this.count)),
    );
  }

  /** Whether enough is new since this was asked last. */
  isWorthShowing(now = performance.now()): boolean {
    if (this.count === this.#shownCount || (this.#shownCount > 0 && now - this.#shownAt < showEveryMs)) return false;
    this.#shownCount = this.count;
    this.#shownAt = now;
    return true;
  }

  rows(): FoundRows {
    return { positions: joined(this.#positions, this.count), counts: joined(this.#counts, this.count) };
  }

  matches(): ReadonlyMap<number, TextMatches> {
    return new Map(this.#matches);
  }
}

function joined(parts: readonly Uint32Array[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

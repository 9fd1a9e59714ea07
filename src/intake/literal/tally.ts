// What was met while a literal was read: how often, and where first, for the sentences that say what was changed. Knows no language.

/** How often, and the byte of the first. */
export interface Met {
  readonly count: number;
  readonly first: number;
}

export class Tally<Kind extends string> {
  readonly #met = new Map<Kind, { count: number; first: number }>();
  readonly #names = new Map<string, number>();

  add(kind: Kind, byte: number): void {
    const met = this.#met.get(kind);
    if (met === undefined) this.#met.set(kind, { count: 1, first: byte });
    else met.count++;
  }

  of(kind: Kind): Met | undefined {
    return this.#met.get(kind);
  }

  has(...kinds: readonly Kind[]): boolean {
    return kinds.some((kind) => this.#met.has(kind));
  }

  /** A name that is not in what is made: that of a class. */
  addName(name: string): void {
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
  }

  /** Names with how often they came, in the order in which they came. */
  get names(): ReadonlyMap<string, number> {
    return this.#names;
  }
}

// A binary heap: what has the greatest gain comes first, and of equal ones what was put in first, so that nothing depends on chance.

interface Entry<Item> {
  readonly gain: number;
  readonly order: number;
  readonly item: Item;
}

export class GainHeap<Item> {
  readonly #entries: Entry<Item>[] = [];
  #order = 0;

  push(gain: number, item: Item): void {
    const entries = this.#entries;
    const entry = { gain, order: this.#order++, item };
    let at = entries.length;
    entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(entry, entries[parent] as Entry<Item>)) break;
      entries[at] = entries[parent] as Entry<Item>;
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): Item | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined || entries.length === 0) return top?.item;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && isBefore(entries[child + 1] as Entry<Item>, entries[child] as Entry<Item>))
        child++;
      if (!isBefore(entries[child] as Entry<Item>, last)) break;
      entries[at] = entries[child] as Entry<Item>;
      at = child;
    }
    entries[at] = last;
    return top.item;
  }
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.gain > other.gain || (one.gain === other.gain && one.order < other.order);
}

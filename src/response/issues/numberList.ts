// A growing list of whole numbers below 2³² in one typed array. Knows nothing else.

import { moved } from '../../json/letGo.ts';

export class NumberList {
  length = 0;
  #cells = new Uint32Array(16);

  push(value: number): void {
    if (this.length === this.#cells.length) this.#cells = moved(this.#cells, new Uint32Array(this.length * 2));
    this.#cells[this.length++] = value;
  }

  at(place: number): number {
    return this.#cells[place] ?? 0;
  }

  set(place: number, value: number): void {
    this.#cells[place] = value;
  }

  /** A copy that is as long as it has to be. */
  cells(): Uint32Array<ArrayBuffer> {
    return this.#cells.slice(0, this.length);
  }
}

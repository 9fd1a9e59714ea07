// Texts that were scanned before, by where they are written: the same text that stands again, byte for byte, is not scanned again. Knows bytes only.

import { moved } from '../../json/letGo.ts';
import type { TextScan } from './textScan.ts';

const laneCount = 4;
const countCount = 6;

export class KnownTexts {
  #bytes: Uint8Array | undefined;
  #froms = new Float64Array(64);
  #tos = new Float64Array(64);
  #lanes = new Int32Array(64 * laneCount);
  #counts = new Int32Array(64 * countCount);
  #count = 0;
  /** The text that is looked for first: samples come in the same order, wherever they are written. */
  #next = 0;

  /** Remembers what the scan of the string at `[from, to)`, quotes included, says. All of them stand in the same bytes. */
  add(bytes: Uint8Array, from: number, to: number, scan: TextScan): void {
    this.#bytes = bytes;
    const at = this.#count++;
    if (at === this.#froms.length) this.#grow();
    this.#froms[at] = from;
    this.#tos[at] = to;
    this.#lanes.set([scan.wholeA, scan.wholeB, scan.strippedA, scan.strippedB], at * laneCount);
    const { units, characters, words, leading, trailing } = scan;
    this.#counts.set([units, characters, words, leading, trailing, scan.isBroken ? 1 : 0], at * countCount);
  }

  /** Whether the string at `[from, to)` is one of those whose turn it is; its facts are in the scan then, but for the bytes of the text. */
  fill(bytes: Uint8Array, from: number, to: number, scan: TextScan): boolean {
    if (bytes !== this.#bytes) return false;
    // One may be missing, or one too many be there.
    const turn = this.#next;
    const at = [turn, turn + 1, turn - 1].find((one) => this.#isSame(one, bytes, from, to));
    this.#next = (at ?? turn) + 1;
    if (at === undefined) return false;
    const lanes = this.#lanes;
    const counts = this.#counts;
    const [lane, place] = [at * laneCount, at * countCount];
    scan.wholeA = lanes[lane] as number;
    scan.wholeB = lanes[lane + 1] as number;
    scan.strippedA = lanes[lane + 2] as number;
    scan.strippedB = lanes[lane + 3] as number;
    scan.units = counts[place] as number;
    scan.characters = counts[place + 1] as number;
    scan.words = counts[place + 2] as number;
    scan.leading = counts[place + 3] as number;
    scan.trailing = counts[place + 4] as number;
    scan.isBroken = counts[place + 5] === 1;
    return true;
  }

  #isSame(at: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (at < 0 || at >= this.#count) return false;
    const other = this.#froms[at] as number;
    const length = to - from;
    if ((this.#tos[at] as number) - other !== length) return false;
    for (let i = 1; i < length; i++) if (bytes[from + i] !== bytes[other + i]) return false;
    return true;
  }

  #grow(): void {
    const size = this.#froms.length * 2;
    this.#froms = moved(this.#froms, new Float64Array(size));
    this.#tos = moved(this.#tos, new Float64Array(size));
    this.#lanes = moved(this.#lanes, new Int32Array(size * laneCount));
    this.#counts = moved(this.#counts, new Int32Array(size * countCount));
  }
}

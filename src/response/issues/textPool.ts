// Texts as bytes under numbers, equal ones held once; a text is made again when somebody looks at it. Knows texts only.

import { readText, TextBytes } from '../samples/textCells.ts';
import { HashIndex, mixed, spread } from './hashIndex.ts';
import { NumberList } from './numberList.ts';

/** Two cells for each text: where it begins in `bytes`, and its form (`textCells.ts`). */
export interface TextPool {
  readonly cells: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export class TextPoolWriter {
  readonly #texts = new TextBytes();
  readonly #cells = new NumberList();
  readonly #index = new HashIndex();

  /** The number of a text: that of an equal one where there is one. */
  numberOf(text: string): number {
    const from = this.#texts.used;
    const form = this.#texts.write(text);
    const length = this.#texts.used - from;
    const { bytes } = this.#texts;
    const fresh = this.#cells.length / 2;
    const number = this.#index.numberOf(hashOf(bytes, from, length), fresh, (held) => {
      return this.#cells.at(2 * held + 1) === form && areEqual(bytes, this.#cells.at(2 * held), from, length);
    });
    if (number === fresh) {
      this.#cells.push(from);
      this.#cells.push(form);
    } else {
      this.#texts.used = from;
    }
    return number;
  }

  textOf(number: number): string {
    return readText(this.#texts.bytes, this.#cells.at(2 * number), this.#cells.at(2 * number + 1)) ?? '';
  }

  finish(): TextPool {
    return { cells: this.#cells.cells(), bytes: this.#texts.bytes.slice(0, this.#texts.used) };
  }
}

export function textOf({ cells, bytes }: TextPool, number: number): string {
  return readText(bytes, cells[2 * number] ?? 0, cells[2 * number + 1] ?? 0) ?? '';
}

/** Whether the text with this number is the one that `probe` was made of; compared as bytes. */
export function isText({ cells, bytes }: TextPool, number: number, probe: TextProbe): boolean {
  if (cells[2 * number + 1] !== probe.form) return false;
  const from = cells[2 * number] ?? 0;
  return probe.bytes.every((byte, at) => bytes[from + at] === byte);
}

/** A text to be compared with many of a pool. */
export interface TextProbe {
  readonly form: number;
  readonly bytes: Uint8Array;
}

export function probeOf(text: string): TextProbe {
  const texts = new TextBytes();
  const form = texts.write(text);
  return { form, bytes: texts.bytes.subarray(0, texts.used) };
}

function hashOf(bytes: Uint8Array, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + length; at++) hash = mixed(hash, bytes[at] ?? 0);
  return spread(hash);
}

function areEqual(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

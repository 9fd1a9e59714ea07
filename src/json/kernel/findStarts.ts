// Looks through large texts for what keys begin with, in WebAssembly: gives it a window of the text at a time. Knows what is where in its memory
// (memory.as); must not know what follows these beginnings.

import { compiledKernel } from './kernel.ts';

interface Exports extends Readonly<Record<'textAt' | 'textBytes' | 'linesAt' | 'mostLines', WebAssembly.Global>> {
  readonly memory: WebAssembly.Memory;
  findStarts(from: number, to: number): number;
}

const notAsked = { key: () => undefined, close: () => undefined, number: () => undefined };
/** What is looked at behind the end of a part. */
const behind = 32;

/** The places in `[from, to)` of a text at which `hl_`, `sk-`, `AKI` or `Bea` stands, in order. */
export type FindStarts = (bytes: Uint8Array, from: number, to: number) => readonly number[];

/** Undefined where the browser, or the policy of the page, refuses WebAssembly with SIMD. */
export function createFindStarts(): FindStarts | undefined {
  const module = compiledKernel();
  if (module === null) return undefined;
  // An instance of its own: the strict pass goes on in the memory of the other.
  const kernel = new WebAssembly.Instance(module, { env: notAsked }).exports as unknown as Exports;
  const [textAt, most] = [kernel.textAt.value as number, kernel.mostLines.value as number];
  const text = new Uint8Array(kernel.memory.buffer, textAt, kernel.textBytes.value);
  const found = new Uint32Array(kernel.memory.buffer, kernel.linesAt.value, most);
  return (bytes, from, to) => {
    const places: number[] = [];
    for (let start = from; start < to; ) {
      const end = Math.min(to, start + text.length - behind);
      const part = bytes.subarray(start, end + behind);
      text.set(part);
      text.fill(0, part.length);
      const count = kernel.findStarts(textAt, textAt + (end - start));
      for (let at = 0; at < count; at++) places.push(start + (found[at] as number) - textAt);
      // Where there was no room for more of them, there may be more behind the last.
      start = count === most ? (places.at(-1) ?? end) + 1 : end;
    }
    return places;
  };
}

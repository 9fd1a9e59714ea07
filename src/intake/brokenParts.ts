// JSON that goes wrong within what was brought: the longest of it is told, with its way back, so that its mends are those of the text. And mended texts that break
// off. Knows no form.

import { startStrictPass } from '../json/strict.ts';
import { bomLength } from '../json/utf8.ts';
import type { Refusal } from './form.ts';
import { skipWhite } from './formText.ts';
import type { MadeBytes } from './madeText.ts';

/** The longest part that begins as JSON and is none. */
export class BrokenParts {
  #longest: MadeBytes | undefined;

  add(placed: MadeBytes): void {
    const { bytes } = placed;
    const first = bytes[skipWhite(bytes, bomLength(bytes))];
    const isOpening = first === 0x7b || first === 0x5b;
    if (isOpening && bytes.length > (this.#longest?.bytes.length ?? 0)) this.#longest = placed;
  }

  /** What is wrong with it; `inBrought` gives its place in what was brought, or takes it away. */
  refusal(inBrought: (refusal: Refusal, placed: MadeBytes) => Refusal): Refusal | undefined {
    const broken = this.#longest;
    const { error } = broken ? startStrictPass(broken.bytes, { depth: 0 }).finish() : {};
    if (broken === undefined || error === undefined) return undefined;
    const { title, expected, found, advice, byte } = error;
    const detail = `Expected ${expected}; found ${found}.`;
    const refusal = inBrought({ isRefused: true, title, detail, advice, byte }, broken);
    return refusal.byte === undefined ? refusal : { ...refusal, broken };
  }
}

/** Whether JSON is sound as far as it goes, and breaks off. */
export function breaksOff(bytes: Uint8Array): boolean {
  return startStrictPass(bytes, { depth: 0 }).finish().error?.isEndOfText === true;
}

// A value in brackets with text around it: the largest one is read on, and with it those that begin as it does. What is left out is said with its
// lines. Knows no grammar of the value.

import { plural } from '../words/numbers.ts';
import { beginningOf, type Region, regionsOf } from './balanced.ts';
import type { Form, Read } from './form.ts';
import { isWhite, LinedText, skipWhite } from './formText.ts';

export const textAround: Form = {
  id: 'text-around',
  looksLike({ text }) {
    // Assignments and fields side by side belong to the forms of languages.
    return /[{[(]/.test(text) || text.length >= 60_000;
  },
  read(bytes): Read | undefined {
    const input = new LinedText(bytes);
    const regions = regionsOf(bytes);
    if (isBroken(bytes, regions[0])) return undefined;
    const largest = regions.reduce<Region | undefined>(
      (most, one) => (most === undefined || one.to - one.from > most.to - most.from ? one : most),
      undefined,
    );
    if (largest === undefined || isAllOf(bytes, largest)) return undefined;
    const beginning = beginningOf(bytes, largest);
    const taken = regions.filter((one) => one === largest || beginningOf(bytes, one) === beginning);
    const leftOut = input.leftOut(taken);
    return {
      form: 'Text around',
      ...(taken.length > 1 && { facts: [plural(taken.length, 'value')] }),
      notes: [
        taken.length === 1
          ? `Read the largest value in brackets: ${input.lineWords(taken)}.`
          : `Read ${plural(taken.length, 'value')} in brackets that begin alike: ${input.lineWords(taken)}.`,
        ...(leftOut ? [leftOut] : []),
      ],
      parts: taken.map(({ from, to }) => input.part(from, to, `line ${input.lineAt(from)}`)),
    };
  },
};

/** The text begins with a bracket, and what begins there does not close or goes on as if it had not: a value with a mistake, and no text around one. */
function isBroken(bytes: Uint8Array, first: Region | undefined): boolean {
  const start = skipWhite(bytes, bytes[0] === 0xef ? 3 : 0);
  if (bytes[start] !== 0x7b && bytes[start] !== 0x5b) return false;
  if (first === undefined || first.from !== start || first.isCut) return true;
  return goesOn.includes(bytes[skipWhite(bytes, first.to)] ?? 0);
}

/** Comma, colon, quote and closing brackets. */
const goesOn = [0x2c, 0x3a, 0x22, 0x7d, 0x5d];

/** Nothing but white space is left beside it. */
function isAllOf(bytes: Uint8Array, { from, to }: Region): boolean {
  const start = bytes[0] === 0xef ? 3 : 0;
  let end = bytes.length;
  while (end > to && isWhite(bytes[end - 1])) end--;
  return skipWhite(bytes, start) >= from && end <= to;
}

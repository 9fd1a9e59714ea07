// Where a person's regular expression finds something in a part of a document: in each key, string, number and word as a person reads it, one by
// one. Runs the pattern, which may never end: for a worker that is ended at a deadline.

import { eachText } from '../json/search/parts.ts';
import { codeOfUnit, lengthOfUnit, unitAt } from '../json/search/units.ts';
import { lexeme, readString } from '../json/text.ts';
import { compile, type Pattern } from './pattern.ts';

/** Pairs of bytes of the part, `[from, to)` each, in order; empty matches are none. Throws SyntaxError. */
export function findInPart(pattern: Pattern, part: Uint8Array): Float64Array {
  const { source, flags } = compile(pattern);
  const expression = new RegExp(source, `g${flags}`);
  const found: number[] = [];
  eachText(part, (from, to, isString, isWhole) => {
    const text = isString ? readString(part, from, isWhole ? to : to + 1) : lexeme(part, from, to);
    let place = { byte: isString ? from + 1 : from, unit: 0 };
    for (const { 0: match, index } of text.matchAll(expression)) {
      if (match === '') continue;
      const start = placeOf(part, place, index);
      place = placeOf(part, start, index + match.length);
      found.push(start.byte, place.byte);
    }
  });
  return Float64Array.from(found);
}

interface PlaceInText {
  readonly byte: number;
  /** UTF-16 code units before it. */
  readonly unit: number;
}

/** The byte of a code unit, from a place before it. */
function placeOf(part: Uint8Array, { byte, unit }: PlaceInText, wanted: number): PlaceInText {
  let at = byte;
  let units = unit;
  while (units < wanted) {
    const character = unitAt(part, at);
    at += lengthOfUnit(character);
    units += codeOfUnit(character) > 0xffff ? 2 : 1;
  }
  return { byte: at, unit: units };
}

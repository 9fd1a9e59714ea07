// Places and lists in the words that messages use. Knows pointers only.

import { type Pointer, pointerFromKeys, pointerKeys } from '../json/pointer.ts';

const plainKey = /^[A-Za-z_][A-Za-z0-9_]*$/;
const digits = /^(0|[1-9][0-9]*)$/;

/** `/data/3/output` as `data[3].output`, `/a b` as `["a b"]`; the root is `the root`. */
export function placeName(pointer: Pointer): string {
  let name = '';
  for (const key of pointerKeys(pointer)) {
    if (digits.test(key)) name += `[${key}]`;
    else if (plainKey.test(key)) name += name === '' ? key : `.${key}`;
    else name += `[${JSON.stringify(key)}]`;
  }
  return name === '' ? 'the root' : name;
}

/** A part of a sentence; one that names a place carries its pointer. */
export interface SentencePart {
  readonly text: string;
  readonly pointer?: Pointer;
}

const named = /\b(?:data|provider_responses)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\]|\.[A-Za-z_][A-Za-z0-9_]*)+/g;
const nameStep = /\[(\d+|"(?:[^"\\]|\\.)*")\]|([A-Za-z_][A-Za-z0-9_]*)/g;

/** Cuts a sentence at the names of places below `data` and `provider_responses` that `placeName` wrote into it. The parts join to it. */
export function placesIn(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(named)) {
    if (index > end) parts.push({ text: sentence.slice(end, index) });
    parts.push({ text, pointer: pointerFromKeys(stepsOf(text)) });
    end = index + text.length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end) });
  return parts;
}

function stepsOf(name: string): readonly string[] {
  return Array.from(name.matchAll(nameStep), ([, inBrackets, key]) => {
    if (inBrackets === undefined) return key ?? '';
    return inBrackets.startsWith('"') ? String(JSON.parse(inBrackets)) : inBrackets;
  });
}

// A place as an expression of other tools: a path of jq, an accessor of Python. Knows pointers and those two grammars, no document.

import { type Pointer, pointerKeys } from './pointer.ts';

/** Whether the key at this depth (0 below the root) is a place in an array; a pointer alone does not say it. */
export type IsIndex = (depth: number, key: string) => boolean;

const arrayPlace = /^(?:0|[1-9]\d{0,14})$/;

/** Takes digits as a place in an array: wrong only for an object with such keys. */
export const digitsAreIndexes: IsIndex = (_depth, key) => arrayPlace.test(key);

const jqIdentifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `.data[3].output`, `.["a-b"][0]`, `.` for the root. Strings of jq are those of JSON; a lone surrogate is one that jq itself cannot hold. */
export function jqPath(pointer: Pointer, isIndex: IsIndex = digitsAreIndexes): string {
  const steps = pointerKeys(pointer).map((key, depth) => {
    if (isIndex(depth, key)) return `[${key}]`;
    return jqIdentifier.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  const path = steps.join('');
  return path.startsWith('.') ? path : `.${path}`;
}

/** `response["data"][3]["output"]`; the name alone for the root. */
export function pythonAccessor(pointer: Pointer, isIndex: IsIndex = digitsAreIndexes, name = 'response'): string {
  const steps = pointerKeys(pointer).map((key, depth) => (isIndex(depth, key) ? `[${key}]` : `[${pythonString(key)}]`));
  return name + steps.join('');
}

/** Quotes, backslashes, and what cannot be seen: controls, formats, line separators, lone surrogates. */
const pythonSpecial = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const pythonShort: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string literal of Python 3 with the same code points; a lone surrogate too, which Python can hold. */
export function pythonString(text: string): string {
  const escaped = text.replace(pythonSpecial, (character) => pythonShort[character] ?? escapedCode(character));
  return `"${escaped}"`;
}

function escapedCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

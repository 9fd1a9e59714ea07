// Whether an output is JSON, told by reading all of it. Knows one text; no generation and no screen.

import type { TextScan } from './text/textScan.ts';

// A fence of CommonMark 0.31 section 4.5 around all that is said.
const oneBlock = /^\s*(`{3,}|~{3,})[ \t]*(?:json\w*)?[ \t]*[\r\n]+(.*?)[\r\n]\s*\1\s*$/is;

/** False for a text that surely begins neither as an object or array nor as a fence; told by its first byte after white space. */
export function mayBeJson({ bytes, strippedFrom, strippedTo }: TextScan): boolean {
  const first = strippedFrom < strippedTo ? (bytes[strippedFrom] as number) : 0;
  // U+FEFF is white space here and not for Python, which strips.
  return first === 0x5b || first === 0x7b || first === 0x60 || first === 0x7e || first === 0xef;
}

/**
 * For an output that begins as a JSON object or array (RFC 8259), alone or in one fenced block: whether it is one to its end. Undefined for any
 * other output; a bare number, word or string is an answer in words.
 */
export function outputJson(output: string): 'parses' | 'fails' | undefined {
  const text = /^\s*[`~]/.test(output) ? (oneBlock.exec(output)?.[2] ?? output) : output;
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    JSON.parse(text);
    return 'parses';
  } catch {
    return 'fails';
  }
}

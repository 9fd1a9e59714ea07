// Reads one log probability: a number, or one of the ways in which providers say that there is none.

import type { JsonCursor } from '../../json/cursor.ts';
import type { TokenLogprob } from './token.ts';

/** Values that mean "not among the top candidates", not a probability: OpenAI, older servers, mlx. */
const placeholders = new Set([-9999, -1000, -100]);

const words: Readonly<Record<string, 'negInf' | 'nan'>> = {
  '-inf': 'negInf',
  '-infinity': 'negInf',
  nan: 'nan',
  inf: 'nan',
  infinity: 'nan',
};

/** The log probability at a cursor; where the provider states probabilities, their logarithm. Never throws. */
export function readLogprob(cursor: JsonCursor | undefined, isProbability = false): TokenLogprob {
  if (cursor === undefined || cursor.kind === 'null') {
    return { logprob: null, state: 'unknown', lexeme: cursor === undefined ? '' : 'null' };
  }
  const lexeme = cursor.kind === 'string' ? (cursor.text() ?? '') : cursor.lexeme();
  const number = cursor.number();
  if (number === undefined) {
    // A number beyond the range of a double reads as an infinity.
    const word = words[lexeme.toLowerCase()] ?? (cursor.kind !== 'number' ? 'unknown' : undefined);
    return { logprob: null, state: word ?? (lexeme.startsWith('-') ? 'negInf' : 'nan'), lexeme: lexeme.slice(0, 40) };
  }
  if (isProbability) {
    if (number < 0) return { logprob: null, state: 'nan', lexeme };
    return number === 0
      ? { logprob: null, state: 'negInf', lexeme }
      : { logprob: Math.log(number), state: 'ok', lexeme };
  }
  if (placeholders.has(number)) return { logprob: null, state: 'belowTop', lexeme };
  return { logprob: number, state: 'ok', lexeme };
}

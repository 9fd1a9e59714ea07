// White space as Python's str.strip() sees it, which JavaScript's trim() does not: Python also strips U+001C..1F and
// U+0085, JavaScript also strips U+FEFF. Knows text only.

import { formatCount } from '../words/numbers.ts';

/** Whether Python's `str.isspace()` holds for the UTF-16 code unit (bidirectional type WS, B or S, or category Zs). */
export function isPythonSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0x1c && unit <= 0x1f);
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

export interface Stripped {
  readonly text: string;
  /** Characters removed at the start; of a text of white space only, all of them. Code units and code points alike. */
  readonly leading: number;
  /** Characters removed at the end. */
  readonly trailing: number;
}

/** `2 leading and 1 trailing white-space characters stripped`; an end at which nothing was stripped is not named. */
export function strippedWords({ leading, trailing }: Pick<Stripped, 'leading' | 'trailing'>): string {
  if (leading === lastWords.leading && trailing === lastWords.trailing) return lastWords.words;
  const ends = [
    ...(leading > 0 ? [`${formatCount(leading)} leading`] : []),
    ...(trailing > 0 ? [`${formatCount(trailing)} trailing`] : []),
  ].join(' and ');
  const words = `${ends} white-space ${leading + trailing === 1 ? 'character' : 'characters'} stripped`;
  lastWords = { leading, trailing, words };
  return words;
}

/** Outputs of one model begin alike as a rule. */
let lastWords = { leading: -1, trailing: -1, words: '' };

/** The text as Python's `str.strip()` leaves it. */
export function pyStrip(text: string): Stripped {
  let from = 0;
  let to = text.length;
  while (from < to && isPythonSpace(text.charCodeAt(from))) from++;
  while (to > from && isPythonSpace(text.charCodeAt(to - 1))) to--;
  return { text: text.slice(from, to), leading: from, trailing: text.length - to };
}

// The words that lead to a difference, by which a person finds it. Pure; knows an alignment and texts.

import { type Alignment, tokensIn } from '../../../analysis/align/alignment.ts';

/** At most this many words and code units. */
const mostWords = 3;
const mostUnits = 40;

/** The last words of a sample before a difference, on their line; empty at the start of the text. `texts` by sample. */
export function wordsBefore(
  alignment: Alignment,
  texts: readonly string[],
  divergence: number,
  sample: number,
): string {
  const place = alignment.divergences[divergence];
  const text = alignment.texts[alignment.textOf[sample] ?? -1];
  if (place === undefined || text === undefined) return '';
  const [, end] = tokensIn(text, { fromColumn: 0, toColumn: place.fromColumn });
  const until = text.starts[end] ?? 0;
  const whole = (texts[sample] ?? '').slice(Math.max(0, until - 60), until);
  const lastLine =
    whole
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? '';
  return lastLine.split(/\s+/).slice(-mostWords).join(' ').slice(-mostUnits);
}

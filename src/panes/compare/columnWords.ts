// What a column says of its text in words. Pure.

import { generationName } from '../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../response/report.ts';
import { formatCount, plural } from '../../state/wording.ts';
import type { AlignedText } from './alignOutputs.ts';

/** `12 words differ`, `3 words missing`, `equal to #7`; for the baseline nothing. */
export function differenceWords(aligned: AlignedText, baselineLabel: string): string {
  const about = aligned.isApproximate ? 'about ' : '';
  if (aligned.differingWords > 0) {
    return `${about}${plural(aligned.differingWords, 'word differs', 'words differ')}`;
  }
  if (aligned.lackingWords > 0) return `${about}${plural(aligned.lackingWords, 'word')} missing`;
  return aligned.rows.some((row) => row.some((piece) => piece.divergence !== undefined && piece.level > 0))
    ? 'only white space differs'
    : `equal to ${generationName(baselineLabel)}`;
}

/** `54 tokens`, or `247 characters` where the tokens are not known. */
export function sizeWords(row: GenerationRow): string | undefined {
  if (row.tokens !== undefined) return plural(row.tokens.count, 'token');
  return row.characters === undefined ? undefined : plural(row.characters, 'character');
}

/** Code units above which a text is shown without marks. */
export const longestMarked = 200_000;
/** Code units of an output that are asked for. */
export const longestShown = 1_000_000;

/** Why a text is not whole or not marked; undefined when it is both. */
export function limitWords(shownLength: number, totalLength: number): string | undefined {
  const sentences: string[] = [];
  if (shownLength < totalLength) {
    sentences.push(
      `Shows the first ${formatCount(shownLength)} of ${formatCount(totalLength)} UTF-16 units; the pane Generation has the rest.`,
    );
  }
  if (shownLength > longestMarked) sentences.push('Too long to be marked word by word.');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

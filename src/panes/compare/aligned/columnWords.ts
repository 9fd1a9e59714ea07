// What a column says of its text in words. Pure.

import type { Alignment } from '../../../analysis/align/alignment.ts';
import type { Granularity } from '../../../analysis/align/tokens.ts';
import { generationName } from '../../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { formatCount, formatDecimal, listPhrase, plural } from '../../../words/numbers.ts';
import { differenceOf } from './differences.ts';

const units: Readonly<Record<Granularity, readonly [one: string, several: string]>> = {
  word: ['word', 'words'],
  character: ['character', 'characters'],
  sentence: ['sentence', 'sentences'],
  line: ['line', 'lines'],
};

/** `12 words differ`, `3 words missing`, `equal to #7`: a sample of an alignment beside the baseline with this label. */
export function differenceWords(
  alignment: Alignment,
  sample: number,
  baseline: number,
  texts: readonly string[],
  baselineLabel: string,
): string {
  const about = alignment.isApproximate ? 'about ' : '';
  const { own, lacking, punctuation, blanks } = differenceOf(alignment, sample, baseline, (at) => texts[at] ?? '');
  const [unit, several] = units[alignment.granularityUsed];
  if (own > 0) return `${about}${plural(own, `${unit} differs`, `${several} differ`)}`;
  if (lacking > 0) return `${about}${plural(lacking, unit, several)} missing`;
  if (punctuation > 0) return 'only punctuation differs';
  if (blanks > 0) return 'only white space differs';
  const name = generationName(baselineLabel);
  return texts[sample] === texts[baseline] ? `equal to ${name}` : `equal to ${name} but for what is ignored`;
}

/** `Generation 0`, `Generations 0, 2 and 5`: those that say the same. */
export function columnName(rows: SampleList): string {
  const labels = [...rows.positions.keys()].map((place) => rows.label(place));
  return labels.length === 1 ? `Generation ${labels[0]}` : `Generations ${listPhrase(labels)}`;
}

/** `54 tokens`, or `247 characters` where the tokens are not known. */
export function sizeWords(row: GenerationRow): string | undefined {
  if (row.tokens !== undefined) return plural(row.tokens.count, 'token');
  return row.characters === undefined ? undefined : plural(row.characters, 'character');
}

/** Code units above which a text takes no part in the alignment. */
export const longestAligned = 400_000;

/** Why a text is not whole or not aligned; undefined when it is both. */
export function limitWords(shownLength: number, totalLength: number): string | undefined {
  const sentences: string[] = [];
  if (shownLength < totalLength) {
    sentences.push(
      `Shows the first ${formatCount(shownLength)} of ${formatCount(totalLength)} UTF-16 units; the pane Generation has the rest.`,
    );
  }
  if (totalLength > longestAligned) sentences.push('Too long to be aligned: shown without marks.');
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** A similarity or a mean of such, 0 to 1: `0.77`, with `≈` before an estimate. */
export function similarityWords(value: number, isApproximate: boolean): string {
  return `${isApproximate ? '≈ ' : ''}${formatDecimal(value, 2)}`;
}

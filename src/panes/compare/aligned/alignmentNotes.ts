// What must be said about an alignment before one trusts its marks: what took no part, what is rough, and that there is nothing to see. Pure.

import type { Alignment } from '../../../analysis/align/alignment.ts';
import type { Granularity } from '../../../analysis/align/tokens.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import { mostColumns } from '../columnGroups.ts';
import type { Compared } from '../compared.ts';
import { longestAligned } from './columnWords.ts';

/** Why outputs are beside the alignment and not in it. */
export interface Shown {
  /** Different texts, and the ones of them that there is room for. */
  readonly different: number;
  readonly columns: number;
  /** Samples that have one of those: all, the empty ones, those that are too long. */
  readonly samples: number;
  readonly empty: number;
  readonly tooLong: number;
}

const several: Readonly<Record<Granularity, string>> = {
  word: 'words',
  character: 'characters',
  sentence: 'sentences',
  line: 'lines',
};

/** All of them; `alignment` is absent while it is being worked out, or when there is nothing to align. `groups`: places by column. */
export function notesOf(
  { texts, totalLengths }: Compared,
  groups: readonly (readonly number[])[],
  alignment: Alignment | undefined,
): readonly string[] {
  const columns = groups.slice(0, mostColumns);
  const places = columns.flat();
  const shown = shownNotes({
    different: groups.length,
    columns: columns.length,
    samples: places.length,
    empty: places.filter((place) => texts[place] === '').length,
    tooLong: places.filter((place) => (totalLengths[place] ?? 0) > longestAligned).length,
  });
  return alignment === undefined ? shown : [...shown, ...alignmentNotes(alignment)];
}

/** Sentences for what is shown. */
export function shownNotes({ different, columns, samples, empty, tooLong }: Shown): readonly string[] {
  const notes: string[] = [];
  if (columns < different) {
    notes.push(`${formatCount(columns)} of ${plural(different, 'different text')} are aligned; Distinct shows all.`);
  }
  if (empty === samples) return [...notes, 'All of these outputs are empty.'];
  if (empty > 0) notes.push(`${plural(empty, 'empty output takes', 'empty outputs take')} no part.`);
  if (tooLong > 0) notes.push(`${plural(tooLong, 'output is', 'outputs are')} too long to be aligned.`);
  if (samples - empty - tooLong < 2) notes.push('Fewer than two outputs are left to be aligned.');
  return notes;
}

/** Sentences for what was found. */
export function alignmentNotes(alignment: Alignment): readonly string[] {
  const { granularityAsked, granularityUsed, divergences, sampleCount } = alignment;
  const notes: string[] = [];
  if (granularityUsed !== granularityAsked) {
    notes.push(`Compared by ${granularityUsed}: the texts have too little in common for ${several[granularityAsked]}.`);
  } else if (alignment.isApproximate) {
    const share = Math.max(1, Math.round(100 * alignment.uncomparedShare));
    notes.push(
      `About ${share} % of all ${several[granularityUsed]} were left uncompared: more may be shared than is shown as such.`,
    );
  }
  if (divergences.length === 0) {
    const but = alignment.texts.length > 1 ? ' but for what is ignored' : '';
    notes.push(`${sampleCount === 2 ? 'Both texts' : `These ${formatCount(sampleCount)} texts`} are the same${but}.`);
  }
  return notes;
}

// What Branches draws of the chosen generations: the different texts, each with all who say it, and in sentences what is not among them. Pure.

import { generationName } from '../../../analysis/equalAnswers.ts';
import { groupTexts } from '../../../analysis/textGroups.ts';
import type { SampleList } from '../../../response/samples/sampleList.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { Compared } from '../compared.ts';
import { namesOf } from '../sampleWords.ts';

const mostTexts = 40;
/** Code units of one text. */
const longestText = 20_000;

export interface DrawnTexts {
  /** Different ones, in the order of their first generations. */
  readonly texts: readonly string[];
  /** All that are drawn. */
  readonly rows: SampleList;
  /** By text: the generations that say it, in document order. */
  readonly saidBy: readonly SampleList[];
  /** By text: how many they are. */
  readonly counts: readonly number[];
  /** `4 samples`, `7 distinct texts of 2,000 samples`: what is drawn. */
  readonly summary: string;
  /** What is chosen and not drawn. */
  readonly notes: readonly string[];
}

/** The texts that are short enough; of more than can be drawn those that most generations say. */
export function drawnTexts({ rows, texts, totalLengths }: Compared): DrawnTexts {
  const isCut = (at: number): boolean => (totalLengths[at] ?? 0) > (texts[at] ?? '').length;
  const isLong = (at: number): boolean => isCut(at) || (totalLengths[at] ?? 0) > longestText;
  const places = [...rows.positions.keys()];
  const long = places.filter(isLong);
  // In document order, whichever is the baseline.
  const short = places.filter((at) => !isLong(at)).sort((one, other) => rows.position(one) - rows.position(other));
  const groups = groupTexts(short.map((at) => texts[at] ?? '')).groups.map((group) =>
    group.map((place) => short[place] ?? 0),
  );
  const drawn = [...groups.keys()]
    .sort((one, other) => sizeOf(groups[other]) - sizeOf(groups[one]) || one - other)
    .slice(0, mostTexts)
    .sort((one, other) => one - other)
    .map((group) => groups[group] ?? []);
  const counts = drawn.map(sizeOf);
  const sampleCount = counts.reduce((sum, count) => sum + count, 0);
  const notes: string[] = [];
  const [first] = long;
  if (first !== undefined) {
    const limit = long.reduce(
      (least, at) => (isCut(at) ? Math.min(least, texts[at]?.length ?? 0) : least),
      longestText,
    );
    const label = rows.label(first);
    const who = long.length === 1 ? `${generationName(label)} is` : `${plural(long.length, 'output')} are`;
    notes.push(`${who} left out: Branches shows outputs of at most ${formatCount(limit)} characters.`);
  }
  if (groups.length > drawn.length) {
    const areEqual = groups.every((group) => group.length === groups[0]?.length);
    notes.push(
      `The ${areEqual ? `first ${mostTexts}` : `${mostTexts} most said`} of ${plural(groups.length, 'distinct text')}, ` +
        `${formatCount(sampleCount)} of ${plural(short.length, 'sample')}: Branches shows at most ${mostTexts}; choose fewer.`,
    );
  }
  return {
    texts: drawn.map(([at]) => texts[at ?? 0] ?? ''),
    rows: rows.pick(drawn.flat().sort((one, other) => rows.position(one) - rows.position(other))),
    saidBy: drawn.map((group) => rows.pick(group)),
    counts,
    summary:
      drawn.length === sampleCount
        ? plural(sampleCount, 'sample')
        : `${plural(drawn.length, 'distinct text')} of ${plural(sampleCount, 'sample')}`,
    notes,
  };
}

/** Up to so many names of those who say these texts: all where they are few, else the first `most` and how many more. */
export function whoSays(
  { saidBy, counts }: Pick<DrawnTexts, 'saidBy' | 'counts'>,
  texts: readonly number[],
  most: number,
) {
  const total = texts.reduce((sum, text) => sum + (counts[text] ?? 0), 0);
  const first = texts
    .flatMap((text) => saidBy[text]?.first(most) ?? [])
    .sort((one, other) => one.position - other.position);
  return namesOf(first, most, total);
}

function sizeOf(group: readonly number[] | undefined): number {
  return group?.length ?? 0;
}

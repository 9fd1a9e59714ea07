// Groups of the chosen answers as the list shows them: samples, different texts, who stands for them. Pure; knows no screen.

import { groupTexts } from '../../../analysis/textGroups.ts';
import type { Compared } from '../compared.ts';

/** One of the different texts of a group with the samples that have it, by their place among the compared ones. */
export interface AnswerVariant {
  readonly text: string;
  readonly places: readonly number[];
}

export interface AnswerGroup {
  /** In document order. */
  readonly places: readonly number[];
  /** That of the sample which stands for the group first, then by number of samples. */
  readonly variants: readonly AnswerVariant[];
  /** The sample that stands for the group. */
  readonly first: number;
  /** False where its samples gave no answer at all: such a group is shown, and not counted. */
  readonly isAnswer: boolean;
}

/** Places whose text is whole and says something, and all others. */
export function wholeTexts({ texts, totalLengths }: Compared): {
  readonly places: readonly number[];
  readonly texts: readonly string[];
  readonly others: readonly number[];
} {
  const places: number[] = [];
  const others: number[] = [];
  texts.forEach((text, place) => {
    (text === '' || text.length < (totalLengths[place] ?? 0) ? others : places).push(place);
  });
  return { places, texts: places.map((place) => texts[place] ?? ''), others };
}

/**
 * Groups for the list: the largest first, of equal ones that of the earlier sample. `groups` are lists of items, `placesOf` the place of each
 * item; places in none of them are grouped by equal answers, as the table counts them. Those without an answer come last. `rank` says which sample stands for a group: the first of the highest.
 */
export function answerGroups(
  compared: Compared,
  groups: readonly (readonly number[])[],
  placesOf: readonly number[],
  rank: (place: number) => number = () => 0,
): readonly AnswerGroup[] {
  const positionOf = (place: number): number => compared.rows.position(place);
  const isIn = new Uint8Array(compared.rows.length);
  const lists = groups.map((items) => items.flatMap((item) => placesOf[item] ?? []));
  for (const list of lists) for (const place of list) isIn[place] = 1;
  const byGroup: number[][] = [];
  const byKind = new Map<string, number[]>();
  const { rows } = compared;
  for (let place = 0; place < rows.length; place++) {
    if (isIn[place] === 1) continue;
    const group = rows.group(place);
    const kind = group >= 0 || !rows.hasNoAnswer(place) ? undefined : (rows.outputKind(place) ?? '');
    const list = kind === undefined ? byGroup[group] : byKind.get(kind);
    if (list) {
      list.push(place);
      continue;
    }
    const fresh = [place];
    lists.push(fresh);
    if (kind !== undefined) byKind.set(kind, fresh);
    else if (group >= 0) byGroup[group] = fresh;
  }
  return lists
    .map((list): AnswerGroup => {
      const [only = 0] = list;
      if (list.length === 1) return new FoundGroup(compared, list, only, !rows.hasNoAnswer(only));
      const places = list.sort((one, other) => positionOf(one) - positionOf(other));
      const first = places.reduce((best, place) => (rank(place) > rank(best) ? place : best), places[0] ?? 0);
      return new FoundGroup(compared, places, first, !rows.hasNoAnswer(first));
    })
    .sort(
      (one, other) =>
        Number(other.isAnswer) - Number(one.isAnswer) ||
        other.places.length - one.places.length ||
        positionOf(one.first) - positionOf(other.first),
    );
}

/** The texts of a group are told apart when somebody looks at it: there can be very many groups. */
class FoundGroup implements AnswerGroup {
  readonly places: readonly number[];
  readonly first: number;
  readonly isAnswer: boolean;
  readonly #compared: Compared;
  #variants: readonly AnswerVariant[] | undefined;

  constructor(compared: Compared, places: readonly number[], first: number, isAnswer: boolean) {
    this.#compared = compared;
    this.places = places;
    this.first = first;
    this.isAnswer = isAnswer;
  }

  get variants(): readonly AnswerVariant[] {
    this.#variants ??= variantsOf(this.#compared, this.places, this.first);
    return this.#variants;
  }
}

function variantsOf({ texts }: Compared, places: readonly number[], first: number): readonly AnswerVariant[] {
  const { groups } = groupTexts(places.map((place) => texts[place] ?? ''));
  const variants = groups.map((items) => {
    const own = items.flatMap((item) => places[item] ?? []);
    return { text: texts[own[0] ?? -1] ?? '', places: own };
  });
  const order = ({ places: own }: AnswerVariant): number =>
    own.includes(first) ? Number.POSITIVE_INFINITY : own.length;
  return variants.sort((one, other) => order(other) - order(one));
}

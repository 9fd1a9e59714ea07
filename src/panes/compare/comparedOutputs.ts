// What the chosen generations say, as Compare asks for it, and with which texts it begins, from what is chosen. Pure; knows no hook, so that it can be asked ahead of need too.

import type { TaskInput } from '../../analysis/tasks.ts';
import type { Questions, SaidWindow } from '../../response/questions.ts';
import { SampleList } from '../../response/samples/sampleList.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { ComparedPart } from '../../state/view.ts';
import { columnGroups, mostColumns } from './columnGroups.ts';
import { type Compared, saysSomething } from './compared.ts';
import { reasoningRows } from './reasoningRows.ts';

/** Code units of a text that are asked for, and of all texts together. */
const longestShown = 1_000_000;
const longestTogether = 40_000_000;

/** The longest that the work before the first picture may take. */
export const deadlineMs = 60_000;

export interface SaidTexts {
  /** What of each generation it is; `answer` when absent. */
  readonly part?: ComparedPart;
  readonly positions: readonly number[];
  readonly said: readonly (SaidWindow | undefined)[];
}

/** Names the question that `askSaid` answers. */
export function saidKey(chosen: readonly number[]): string {
  return `said ${chosen.join(' ')}`;
}

/** Code units that are asked for of each of so many texts. */
export function mostUnits(count: number): number {
  return Math.min(longestShown, Math.ceil(longestTogether / Math.max(1, count)));
}

export function askSaid(questions: Questions, chosen: readonly number[]): Promise<SaidTexts> {
  return questions.said(chosen, mostUnits(chosen.length)).then((said) => ({ positions: chosen, said }));
}

/** The samples that can be columns: all that have one of as many texts as there is room for, which say something and are here as a whole. */
export function nearnessInput(
  { positions, said }: SaidTexts,
  baseline: number | undefined,
): { readonly positions: readonly number[]; readonly task: TaskInput<'nearness'> | undefined } {
  const places = [...positions.keys()].filter((place) => {
    const text = said[place];
    return text !== undefined && saysSomething(text.text) && text.totalLength === text.text.length;
  });
  const texts = places.map((place) => said[place]?.text ?? '');
  const ofPlaces = places.map((place) => positions[place] ?? -1);
  const own = baseline === undefined ? -1 : ofPlaces.indexOf(baseline);
  const groups = columnGroups(
    { texts, totalLengths: texts.map(({ length }) => length), positions: ofPlaces },
    own < 0 ? undefined : own,
  );
  const shown = groups
    .slice(0, mostColumns)
    .flat()
    .sort((one, other) => one - other);
  return {
    positions: shown.map((at) => ofPlaces[at] ?? -1),
    task: shown.length < 2 ? undefined : { texts: shown.map((at) => texts[at] ?? '') },
  };
}

interface Ordered extends Pick<Compared, 'part' | 'texts' | 'totalLengths' | 'outputLengths'> {
  readonly positions: readonly number[];
}

/** The texts with the one at this place first. */
export function withFirst({ positions, said, part = 'answer' }: SaidTexts, first: number): Ordered {
  const order = [first, ...[...positions.keys()].filter((place) => place !== first)];
  return {
    part,
    positions: order.map((place) => positions[place] ?? -1),
    texts: order.map((place) => said[place]?.text ?? ''),
    totalLengths: order.map((place) => said[place]?.totalLength ?? 0),
    outputLengths: order.map((place) => said[place]?.outputLength ?? 0),
  };
}

/** The texts with what else is known of their generations. Positions beyond the document do not get in. */
export function comparedOf({ positions, ...said }: Ordered, allRows: SampleTable): Compared {
  const rows =
    said.part === 'answer' ? new SampleList(allRows, positions) : reasoningRows(allRows, positions, said.texts);
  return { rows, ...said };
}

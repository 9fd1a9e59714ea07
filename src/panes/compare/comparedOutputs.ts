// What Compare asks for and with which texts it begins, from what is chosen. Pure; knows no hook, so that it can be asked ahead of need too.

import type { TaskInput } from '../../analysis/tasks.ts';
import type { Questions, TextWindow } from '../../response/questions.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { type Compared, mostColumns } from './compared.ts';

/** Code units of an output that are asked for, and of all outputs together. */
const longestShown = 1_000_000;
const longestTogether = 40_000_000;

/** The longest that the work before the first picture may take. */
export const deadlineMs = 60_000;

export interface Outputs {
  readonly positions: readonly number[];
  readonly outputs: readonly (TextWindow | undefined)[];
}

/** Names the question that `askOutputs` answers. */
export function outputsKey(chosen: readonly number[]): string {
  return `outputs ${chosen.join(' ')}`;
}

export function askOutputs(questions: Questions, chosen: readonly number[]): Promise<Outputs> {
  const most = Math.min(longestShown, Math.ceil(longestTogether / Math.max(1, chosen.length)));
  return questions.outputs(chosen, most).then((outputs) => ({ positions: chosen, outputs }));
}

/** The samples that can be columns: as many as there is room for, of those that say something and are here as a whole. */
export function nearnessInput(
  { positions, outputs }: Outputs,
  baseline: number | undefined,
): { readonly positions: readonly number[]; readonly task: TaskInput<'nearness'> | undefined } {
  const places = [...positions.keys()].filter((place) => {
    const output = outputs[place];
    return output !== undefined && output.text !== '' && output.totalLength === output.text.length;
  });
  const ownPlace = baseline === undefined ? -1 : positions.indexOf(baseline);
  const first = places.slice(0, mostColumns);
  const shown = ownPlace < 0 || first.includes(ownPlace) ? first : [...first.slice(0, -1), ownPlace];
  const texts = shown.map((place) => outputs[place]?.text ?? '');
  return {
    positions: shown.map((place) => positions[place] ?? -1),
    task: texts.length < 2 ? undefined : { texts },
  };
}

interface Ordered extends Pick<Compared, 'texts' | 'totalLengths'> {
  readonly positions: readonly number[];
}

/** The outputs with the one at this place first. */
export function withFirst({ positions, outputs }: Outputs, first: number): Ordered {
  const order = [first, ...[...positions.keys()].filter((place) => place !== first)];
  return {
    positions: order.map((place) => positions[place] ?? -1),
    texts: order.map((place) => outputs[place]?.text ?? ''),
    totalLengths: order.map((place) => outputs[place]?.totalLength ?? 0),
  };
}

/** The outputs with what else is known of their generations. Positions beyond the document do not get in. */
export function comparedOf({ positions, texts, totalLengths }: Ordered, allRows: readonly GenerationRow[]): Compared {
  return { rows: positions.flatMap((position) => allRows[position] ?? []), texts, totalLengths };
}

// Gets what Compare shows: the outputs of all chosen generations and which of them is the baseline. Knows no tab.

import { useMemo } from 'react';
import { typicality } from '../../analysis/similarity/medoid.ts';
import type { TaskInput } from '../../analysis/tasks.ts';
import type { TextWindow } from '../../response/reader.ts';
import { useAnswer } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { useDocument, useView } from '../../state/store.ts';
import { useTask } from '../../state/task.ts';
import { type Compared, type CompareTabProps, mostColumns, type Nearness } from './compared.ts';

/** Code units of an output that are asked for, and of all outputs together. */
const longestShown = 1_000_000;
const longestTogether = 40_000_000;
/** How long the screen waits for the most typical sample, so that the columns need not change their places. */
const patienceMs = 250;
const deadlineMs = 60_000;

export type ComparedState = Omit<CompareTabProps, 'arrangement'>;

/**
 * Undefined while fewer than two are chosen, and until the first outputs are there. `now` is for those who can begin before it is known
 * which one comes first, `held` for the others: it waits for that, but not for long.
 */
export function useCompared(): { readonly now: ComparedState | undefined; readonly held: ComparedState | undefined } {
  const { rows: allRows } = useDocument();
  const { chosen, baseline: wanted } = useView();
  const most = Math.min(longestShown, Math.ceil(longestTogether / Math.max(1, chosen.length)));
  const { value } = useAnswer(chosen.length < 2 ? undefined : `outputs ${chosen.join(' ')}`, (reader) =>
    reader.outputs(chosen, most).then((outputs) => ({ positions: chosen, outputs })),
  );
  // Which one is the baseline matters to what is compared only where not all can be.
  const kept = chosen.length > mostColumns ? wanted : undefined;
  const input = useMemo(() => (value === undefined ? undefined : nearnessInput(value, kept)), [value, kept]);
  const task = useTask('nearness', input?.task, deadlineMs);
  const matrix = task.isStale ? undefined : task.value;
  const nearness = useMemo<Nearness | undefined>(
    () => matrix && input && { positions: input.positions, matrix },
    [matrix, input],
  );
  const isBaselineSet = wanted !== undefined && (value?.positions.includes(wanted) ?? false);
  const typical = nearness?.positions[typicality(nearness.matrix).mostTypical ?? -1];
  const baseline = isBaselineSet ? wanted : typical;
  const first = value === undefined || baseline === undefined ? 0 : Math.max(0, value.positions.indexOf(baseline));
  const ordered = useMemo(() => value && withFirst(value, first), [value, first]);
  const isOrderKnown = input === undefined || input.task === undefined || !task.isStale || task.stopped !== undefined;
  const present = useMemo((): ComparedState | undefined => {
    if (ordered === undefined) return undefined;
    const { positions, texts, totalLengths } = ordered;
    const rows = positions.flatMap((position) => allRows[position] ?? []);
    // Positions beyond the document do not get into the view.
    return { compared: { rows, texts, totalLengths }, nearness, isBaselineSet, isOrderKnown };
  }, [ordered, nearness, isBaselineSet, isOrderKnown, allRows]);
  const held = useHeld(present, isOrderKnown, patienceMs);
  return chosen.length < 2 ? nothing : { now: present, held };
}

const nothing = { now: undefined, held: undefined };

interface Outputs {
  readonly positions: readonly number[];
  readonly outputs: readonly (TextWindow | undefined)[];
}

/** The samples that can be columns: as many as there is room for, of those that say something and are here as a whole. */
function nearnessInput(
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
function withFirst({ positions, outputs }: Outputs, first: number): Ordered {
  const order = [first, ...[...positions.keys()].filter((place) => place !== first)];
  return {
    positions: order.map((place) => positions[place] ?? -1),
    texts: order.map((place) => outputs[place]?.text ?? ''),
    totalLengths: order.map((place) => outputs[place]?.totalLength ?? 0),
  };
}

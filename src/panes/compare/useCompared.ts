// Gets what Compare shows: what all chosen generations say, or their reasoning, and which of them is the baseline. Knows no tab.

import { useMemo } from 'react';
import { typicality } from '../../analysis/similarity/medoid.ts';
import { useAnswer } from '../../state/answer.ts';
import { useHeldFor } from '../../state/held.ts';
import { useDocument, useView } from '../../state/store.ts';
import { useTask } from '../../state/task.ts';
import type { ComparedPart } from '../../state/view.ts';
import { mostColumns } from './columnGroups.ts';
import type { CompareTabProps, Nearness } from './compared.ts';
import { askSaid, comparedOf, deadlineMs, mostUnits, nearnessInput, saidKey, withFirst } from './comparedOutputs.ts';
import { askReasoning, reasoningKey, reasoningOf } from './comparedReasoning.ts';

/** How long the screen waits for the most typical sample, so that the columns need not change their places. */
const patienceMs = 250;

export type ComparedState = Omit<CompareTabProps, 'arrangement' | 'shownOrder'>;

export interface ComparedTexts {
  /** For those who can begin before it is known which one comes first. */
  readonly now: ComparedState | undefined;
  /** For the others: it waits for that, but not for long. */
  readonly held: ComparedState | undefined;
  /** What is compared of each. */
  readonly part: ComparedPart;
  /** How many of the chosen ones give their reasoning. */
  readonly reasoningCount: number;
}

/** The states are undefined while fewer than two are chosen, and until the first texts are there. */
export function useCompared(): ComparedTexts {
  const { rows: allRows, providers } = useDocument();
  const { chosen, baseline: wanted, comparedPart } = useView();
  const reasoning = useMemo(() => reasoningOf(providers, chosen), [providers, chosen]);
  const part = reasoning.length < 2 ? 'answer' : comparedPart;
  const key = part === 'answer' ? saidKey(chosen) : reasoningKey(reasoning);
  const { value } = useAnswer(chosen.length < 2 ? undefined : key, (questions) =>
    part === 'answer'
      ? askSaid(questions, chosen)
      : askReasoning(questions, reasoning, mostUnits(reasoning.length)).then((said) => ({ ...said, part })),
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
    return { compared: comparedOf(ordered, allRows), nearness, isBaselineSet, isOrderKnown };
  }, [ordered, nearness, isBaselineSet, isOrderKnown, allRows]);
  const held = useHeldFor(present, isOrderKnown, patienceMs);
  const isNothing = chosen.length < 2;
  return {
    now: isNothing ? undefined : present,
    held: isNothing ? undefined : held,
    part,
    reasoningCount: reasoning.length,
  };
}

// What the person's own patterns find in the outputs: worked out apart from the page, and ended when it takes too long.

import { useMemo } from 'react';
import type { TaskStopped } from '../../analysis/tasks.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { useTask } from '../../state/task.ts';
import type { OwnPattern } from '../../state/view.ts';
import type { CapturedByPattern } from './shownRows.ts';

/** Code units of an output that are looked at. */
export const longestLookedAt = 20_000;
export const patternDeadlineMs = 2000;

export interface FoundByPatterns {
  readonly found: CapturedByPattern;
  readonly stopped: TaskStopped | undefined;
  /** So many outputs are longer than what is looked at. */
  readonly cutCount: number;
  again(): void;
}

/** `all`: every row of the document. */
export function usePatterns(all: readonly GenerationRow[], patterns: readonly OwnPattern[]): FoundByPatterns {
  // Whether a pattern narrows the table does not change what it finds.
  const key = JSON.stringify(patterns.map(({ source }) => source));
  const positions = useMemo(() => all.filter((row) => row.outputKind === 'text').map((row) => row.position), [all]);
  const { value: outputs } = useAnswer(
    patterns.length === 0 || positions.length === 0 ? undefined : `patterns ${positions.length}`,
    (questions) => questions.outputs(positions, longestLookedAt).then((texts) => ({ positions, texts })),
  );
  const input = useMemo(() => {
    const sources: readonly string[] = JSON.parse(key);
    if (outputs === undefined || sources.length === 0) return undefined;
    return { texts: outputs.texts.map((output) => output?.text ?? ''), sources };
  }, [outputs, key]);
  const { value, isStale, stopped, again } = useTask('capture', input, patternDeadlineMs);
  const found = useMemo<CapturedByPattern>(
    () =>
      isStale || outputs === undefined
        ? []
        : (value ?? []).map((list) => new Map(list.map((one, at) => [outputs.positions[at] ?? -1, one]))),
    [value, isStale, outputs],
  );
  const cutCount = outputs?.texts.filter((output) => (output?.totalLength ?? 0) > longestLookedAt).length ?? 0;
  return { found, stopped, cutCount, again };
}

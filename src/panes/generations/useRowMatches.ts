// What the rows in view show of the filter. Of the first that were found it came with them; of others it is asked for when they come into view, and kept as
// long as the filter is the same.

import { startTransition, useEffect, useMemo, useState } from 'react';
import type { TextMatches } from '../../response/matches.ts';
import { useQuestions } from '../../state/answer.ts';
import { useTasks } from '../../state/task.ts';
import type { TextFilter } from './filterAhead.ts';
import type { ShownRow, ShownRows } from './shownRows.ts';

const deadlineMs = 1000;

interface Known {
  readonly of: object;
  readonly matches: ReadonlyMap<number, TextMatches>;
}

/** `window` with the matches that are known; the same list where none is missing. Both must be stable between changes. */
export function useRowMatches(
  rows: ShownRows,
  window: readonly ShownRow[],
  { filter, isCaseMatched, isPattern }: TextFilter,
): readonly ShownRow[] {
  const questions = useQuestions();
  const tasks = useTasks();
  const of = useMemo(
    () => ({ questions, filter, isCaseMatched, isPattern }),
    [questions, filter, isCaseMatched, isPattern],
  );
  const [known, setKnown] = useState<Known>();
  const found = known?.of === of ? known.matches : undefined;
  const missing = useMemo(
    () =>
      window.flatMap(({ position, matches }) =>
        filter !== '' && matches === undefined && rows.matchCountOf(position) !== undefined ? position : [],
      ),
    [window, rows, filter],
  );
  const asked = missing.filter((position) => !found?.has(position)).join(' ');

  // In step with the workers that look the matches up.
  useEffect(() => {
    if (asked === '') return;
    const controller = new AbortController();
    const positions = asked.split(' ').map(Number);
    const look = async (): Promise<readonly (TextMatches | undefined)[]> => {
      if (!isPattern) return questions.rowMatches(positions, { text: filter, matchCase: isCaseMatched });
      const outputs = await questions.outputs(positions, Number.MAX_SAFE_INTEGER);
      const subjects = outputs.map((output) => ({ ...(output && { output: output.text }), others: [] }));
      const pattern = { source: filter, isCaseMatched };
      const hits = await tasks.run('findPattern', { pattern, subjects }, { signal: controller.signal, deadlineMs });
      const byPlace = new Map(hits.map(({ position, matches }) => [position, matches]));
      return positions.map((_, at) => byPlace.get(at));
    };
    look().then(
      (answers) => {
        if (controller.signal.aborted) return;
        startTransition(() =>
          setKnown((before) => {
            const matches = new Map(before?.of === of ? before.matches : []);
            for (const [at, answer] of answers.entries()) if (answer) matches.set(positions[at] ?? -1, answer);
            return { of, matches };
          }),
        );
      },
      // The rows show the beginning of their outputs.
      () => undefined,
    );
    return () => controller.abort();
  }, [asked, of, questions, tasks, filter, isCaseMatched, isPattern]);

  return useMemo(() => {
    if (missing.length === 0 || found === undefined) return window;
    return window.map((row) => {
      const matches = row.matches ?? found.get(row.position);
      return matches === undefined || matches === row.matches ? row : { ...row, matches };
    });
  }, [window, missing, found]);
}

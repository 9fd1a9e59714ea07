// Asks for the outputs of all chosen generations, as the tabs of Compare want them.

import { useMemo } from 'react';
import { useAnswer } from '../../state/answer.ts';
import { useDocument, useView } from '../../state/store.ts';
import { baselineOf } from '../../state/view.ts';
import { longestShown } from './columnWords.ts';
import type { Compared } from './compared.ts';

/** Undefined until the first outputs are there; while others are chosen, those of before. */
export function useCompared(isWanted: boolean): Compared | undefined {
  const { rows } = useDocument();
  const view = useView();
  const baseline = baselineOf(view);
  const wanted = [...(baseline === undefined ? [] : [baseline]), ...view.chosen.filter((one) => one !== baseline)];
  const { value } = useAnswer(isWanted ? `all outputs ${wanted.join(' ')}` : undefined, (reader) =>
    reader.outputs(wanted, longestShown).then((outputs) => ({
      positions: wanted,
      texts: outputs.map((output) => output?.text ?? ''),
      totalLengths: outputs.map((output) => output?.totalLength ?? 0),
    })),
  );
  return useMemo(() => {
    if (value === undefined) return undefined;
    const { positions, texts, totalLengths } = value;
    return { rows: positions.flatMap((position) => rows[position] ?? []), texts, totalLengths };
  }, [value, rows]);
}

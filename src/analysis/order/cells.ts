// Values of a row that are worked out from its columns: figures of tokens, in units of charts too, and the group of its end. Pure.

import { finishClasses } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { FinishGroup } from '../brushes.ts';
import { perplexity } from '../perplexity.ts';
import type { FigureId } from '../probability/figureIds.ts';
import { figureKinds } from '../probability/figureKinds.ts';

/** As `figureKinds` says; NaN for none. */
export function figureAt(rows: SampleTable, id: FigureId, position: number): number {
  switch (id) {
    case 'logprob':
      return rows.figure('mean', position);
    case 'perplexity':
      return perplexity(rows.figure('mean', position));
    case 'lowest':
      return Math.exp(rows.figure('lowest', position));
    case 'lowest16':
      return rows.figure('windowMean', position);
    case 'below':
      return rows.figure('below', position) / rows.figure('usable', position);
    case 'total':
      return rows.figure('total', position);
  }
}

/** The figure in whole units, as charts count it and ranges hold it; NaN for none, and for one that is too large to be counted so. */
export function unitsAt(rows: SampleTable, id: FigureId, position: number): number {
  const units = Math.round(figureAt(rows, id, position) / figureKinds[id].unit);
  // −0 is 0.
  return Number.isSafeInteger(units) ? units + 0 : Number.NaN;
}

export function finishGroupAt(rows: SampleTable, position: number): FinishGroup {
  return finishClasses[rows.finishClass(position)] ?? 'none';
}

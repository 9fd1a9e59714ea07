// Values of a row that are worked out from its columns: figures of tokens, in units of charts too, and the group of its end. Pure.

import { finishClasses } from '../../response/samples/sampleColumns.ts';
import type { SampleTable } from '../../response/samples/sampleTable.ts';
import type { FinishGroup } from '../brushes.ts';
import { perplexity } from '../perplexity.ts';
import type { FigureId } from '../probability/figureIds.ts';
import { unitsOf } from '../probability/figureKinds.ts';

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

export function unitsAt(rows: SampleTable, id: FigureId, position: number): number {
  return unitsOf(id, figureAt(rows, id, position));
}

export function finishGroupAt(rows: SampleTable, position: number): FinishGroup {
  return finishClasses[rows.finishClass(position)] ?? 'none';
}

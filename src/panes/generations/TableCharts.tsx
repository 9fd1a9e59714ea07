// The charts over the table: histograms of what the rows have, and a person's own patterns beside them. Comes on its own, when it is opened.

import { chartedFigures } from './chartedFigures.ts';
import { Histograms } from './Histograms.tsx';
import { PatternCharts } from './PatternCharts.tsx';
import type { TableFiltersProps } from './TableFilters.tsx';

export function TableCharts({
  rows,
  view,
  columns,
  onChange,
}: Pick<TableFiltersProps, 'rows' | 'view' | 'columns' | 'onChange'>) {
  // Until they are counted there is nothing to draw.
  if (rows.charts === undefined) return null;
  return (
    <Histograms
      charts={rows.charts}
      brushes={view.brushes}
      figures={chartedFigures(columns, view.brushes)}
      onBrush={(brushes) => onChange((current) => ({ ...current, brushes }))}
    >
      <PatternCharts
        patterns={view.ownPatterns}
        patternsFound={rows.patternsFound}
        onChange={(ownPatterns) => onChange((current) => ({ ...current, ownPatterns }))}
      />
    </Histograms>
  );
}

// The charts over the table: histograms of what the rows have, and a person's own patterns beside them. Comes on its own, when it is opened.

import { figureIds } from '../../analysis/probability/figureIds.ts';
import { Histograms } from './Histograms.tsx';
import { PatternCharts } from './PatternCharts.tsx';
import type { TableFiltersProps } from './TableFilters.tsx';

export function TableCharts({
  rows,
  view,
  columns,
  onChange,
}: Pick<TableFiltersProps, 'rows' | 'view' | 'columns' | 'onChange'>) {
  return (
    <Histograms
      all={rows.all}
      shown={rows.shown}
      brushes={view.brushes}
      figures={figureIds.filter((id) => columns.includes(id) || view.brushes[id] !== undefined)}
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

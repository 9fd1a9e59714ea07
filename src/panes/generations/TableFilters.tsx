// What stands between the header of the pane and its table: the charts while they are open, and a chip for everything that narrows.

import type { View } from '../../state/view.ts';
import { FilterChips } from './FilterChips.tsx';
import { chipsOf, withoutChip } from './filterWords.ts';
import { Histograms } from './Histograms.tsx';
import { PatternCharts } from './PatternCharts.tsx';
import type { ShownRows } from './useShownRows.ts';

export interface TableFiltersProps {
  readonly rows: ShownRows;
  readonly view: View;
  readonly areHistogramsShown: boolean;
  onChange(change: (view: View) => View): void;
  onClear(): void;
}

export function TableFilters({ rows, view, areHistogramsShown, onChange, onClear }: TableFiltersProps) {
  // A chip says what the rows are, not what was asked for and could not be had.
  const chips = chipsOf({ ...view, ...rows.filtering.applied });
  return (
    <>
      {areHistogramsShown ? (
        <Histograms
          all={rows.all}
          shown={rows.shown}
          brushes={view.brushes}
          onBrush={(brushes) => onChange((current) => ({ ...current, brushes }))}
        >
          <PatternCharts
            patterns={view.ownPatterns}
            patternsFound={rows.patternsFound}
            onChange={(ownPatterns) => onChange((current) => ({ ...current, ownPatterns }))}
          />
        </Histograms>
      ) : null}
      {chips.length > 0 ? (
        <FilterChips
          chips={chips}
          onRemove={(id) => onChange((current) => withoutChip(current, id))}
          onClear={onClear}
        />
      ) : null}
    </>
  );
}

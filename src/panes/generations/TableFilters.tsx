// What stands between the header of the pane and its table: how samples are grouped, the charts while they are open, and a chip for
// everything that narrows.

import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId, View } from '../../state/view.ts';
import { preloadable } from '../../ui/preloadable.tsx';
import { FilterChips } from './FilterChips.tsx';
import { chipsOf, withoutChip } from './filterWords.ts';
import type { NarrowedRows } from './useShownRows.ts';

const groups = preloadable(() => import('./GroupBar.tsx').then((module) => module.GroupBar));
const charts = preloadable(() => import('./TableCharts.tsx').then((module) => module.TableCharts));

export interface TableFiltersProps {
  readonly rows: NarrowedRows;
  readonly arrangement: Arrangement;
  /** Its samples can be grouped. */
  readonly isGrouped: boolean;
  readonly view: View;
  /** Which match of the filter the keys are at. */
  readonly matchWords: string | undefined;
  readonly areHistogramsShown: boolean;
  /** The columns of the table: those of figures have a chart. */
  readonly columns: readonly ColumnId[];
  onChange(change: (view: View) => View): void;
  onClear(): void;
}

export function TableFilters({
  rows,
  arrangement,
  isGrouped,
  view,
  matchWords,
  areHistogramsShown,
  columns,
  onChange,
  onClear,
}: TableFiltersProps) {
  // A chip says what the rows are, not what was asked for and could not be had.
  const chips = chipsOf({ ...view, ...rows.filtering.applied });
  return (
    <>
      {isGrouped && arrangement !== 'rail' ? <groups.Part isNarrow={arrangement === 'narrow'} /> : null}
      {areHistogramsShown ? <charts.Part rows={rows} view={view} columns={columns} onChange={onChange} /> : null}
      {chips.length > 0 ? (
        <FilterChips
          chips={chips}
          matchWords={matchWords}
          onRemove={(id) => onChange((current) => withoutChip(current, id))}
          onClear={onClear}
        />
      ) : null}
    </>
  );
}

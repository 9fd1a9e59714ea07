// The rows of the table that are in view: makes them, asks for what is missing of them, and draws them. Mounted once; told which places are in view.

import { type ReactNode, useMemo } from 'react';
import { equalText } from '../../analysis/equalAnswers.ts';
import { equalTo } from '../../analysis/order/equalGroups.ts';
import type { EqualGroups } from '../../analysis/order/orderRequest.ts';
import type { SharedPreviews } from '../../analysis/previews.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId } from '../../state/view.ts';
import type { TextFilter } from './filterAhead.ts';
import { GenerationRowView, type RowActions } from './GenerationRowView.tsx';
import type { ShownRow, ShownRows } from './shownRows.ts';
import { type TableState, useTableRows } from './useGenerationTable.ts';
import { useRowMatches } from './useRowMatches.ts';

/** What is the same for all rows. */
export interface RowsProps {
  readonly rows: ShownRows;
  readonly state: TableState;
  readonly columns: readonly ColumnId[];
  readonly arrangement: Arrangement;
  readonly selected: number | undefined;
  readonly lit: number | undefined;
  readonly chosen: ReadonlySet<number>;
  readonly isComparing: boolean;
  readonly equal: EqualGroups;
  readonly brokenLine: number | undefined;
  /** The filter that the rows are found by. */
  readonly filter: TextFilter;
  /** Of the outputs of all rows; stable between changes. */
  readonly shared: SharedPreviews;
  readonly actions: RowActions;
}

export interface TableRowsProps extends RowsProps {
  /** Places in the table, in view or nearly. */
  readonly places: readonly number[];
  /** Begins the id of each row's element. */
  readonly idBase: string;
  /** The label of a generation, by position. */
  readonly labelOf: (position: number) => string;
  /** Puts every row in its place. */
  readonly draw: (rowAt: (place: number) => ReactNode) => ReactNode;
}

export function TableRows(props: TableRowsProps) {
  const { rows, places, state, selected, chosen, filter, shared, actions } = props;
  // The list of places is a new one at each rendering.
  const key = places.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the places
  const window = useMemo(() => places.flatMap((place) => rows.rowAt(place) ?? []), [key, rows]);
  const matched = useRowMatches(rows, window, filter);
  const drawn = useTableRows(matched, state);
  const byPosition = new Map<number, ShownRow>(drawn.map((row) => [row.position, row]));
  return props.draw((place) => {
    const row = byPosition.get(rows.positionAt(place) ?? -1);
    if (row === undefined) return null;
    const equal = row.isBroken ? undefined : equalTo(props.equal, row.group);
    return (
      <GenerationRowView
        id={`${props.idBase}-${row.position}`}
        row={row}
        rowIndex={place + 2}
        isGroupStart={rows.startsGroup(place)}
        columns={props.columns}
        arrangement={props.arrangement}
        isSelected={row.position === selected}
        isLit={row.position === props.lit}
        isChosen={chosen.has(row.position)}
        isAside={props.isComparing && !chosen.has(row.position)}
        equals={
          equal &&
          equalText(equal.first.filter((position) => position !== row.position).map(props.labelOf), equal.count - 1)
        }
        brokenLine={row.isBroken ? props.brokenLine : undefined}
        shared={shared}
        actions={actions}
      />
    );
  });
}

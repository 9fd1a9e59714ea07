// The buttons of the pane's header: Compare, the charts, which columns are shown.

import type { Comparable } from '../../state/comparable.ts';
import { type OfferedCommand, useOfferedCommands } from '../../state/offeredCommands.ts';
import type { Arrangement } from '../../state/panes.ts';
import { type ColumnId, columnIds } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { columnTitles, flexibleColumn } from './columns.ts';
import styles from './GenerationActions.module.css';
import { TableExport, type TableExportProps } from './TableExport.tsx';

export interface GenerationActionsProps {
  readonly arrangement: Arrangement;
  readonly exported: TableExportProps;
  readonly chosenCount: number;
  /** What Compare would show; absent where there is nothing to compare yet. */
  readonly comparable: Comparable | undefined;
  readonly onCompare: (positions: readonly number[]) => void;
  readonly isFilterShown: boolean;
  readonly onToggleFilter: () => void;
  /** Absent where there is too little to chart. */
  readonly areHistogramsShown: boolean | undefined;
  readonly onToggleHistograms: (areShown: boolean) => void;
  /** Columns that are shown, or would be with more room. */
  readonly listed: readonly ColumnId[];
  readonly onToggle: (column: ColumnId) => void;
  /** Columns that there are for this response, in their order. */
  readonly available: readonly ColumnId[];
  readonly onMove: (column: ColumnId, by: -1 | 1) => void;
  readonly onResetOrder: () => void;
  /** Columns that a person wants and that have no room. */
  readonly roomlessColumns: readonly ColumnId[];
  /** Columns that have nothing in any row yet. */
  readonly unusedColumns: readonly ColumnId[];
}

const resetId = 'usual-order';

export function GenerationActions(props: GenerationActionsProps) {
  const { arrangement, chosenCount, comparable } = props;
  useOfferedCommands(() => (arrangement === 'full' ? columnCommands(props) : []));
  const compare = (
    <Button
      variant={comparable === undefined ? 'quiet' : 'primary'}
      icon="columns-compare"
      keys="c"
      showKeys={arrangement === 'full'}
      disabled={comparable === undefined}
      onClick={() => comparable && props.onCompare(comparable.positions)}
      className={styles.compare}
    >
      {comparable?.words ?? 'Compare'}
    </Button>
  );
  const filter = (
    <ToggleButton
      label="Filter"
      icon="search"
      keys="/"
      isPressed={props.isFilterShown}
      onToggle={props.onToggleFilter}
    />
  );
  const histograms =
    props.areHistogramsShown === undefined ? null : (
      <ToggleButton
        label="Histograms"
        icon="bars"
        isPressed={props.areHistogramsShown}
        onToggle={props.onToggleHistograms}
      />
    );
  if (arrangement === 'rail') {
    return (
      <>
        {histograms}
        <TableExport {...props.exported} />
        {filter}
      </>
    );
  }
  if (arrangement === 'narrow') {
    return (
      <>
        {histograms}
        <TableExport {...props.exported} />
        {filter}
        {compare}
      </>
    );
  }
  return (
    <>
      {chosenCount === 1 ? <span className={styles.chosen}>1 chosen</span> : null}
      {compare}
      <span className={styles.divider} />
      {histograms}
      <TableExport {...props.exported} />
      <MenuButton
        label="Columns"
        icon="columns"
        selection="multiple"
        selected={props.listed}
        entries={[
          ...props.available.map((column) => ({
            id: column,
            label: columnTitles[column],
            isDisabled: column === flexibleColumn,
            hint: hintOf(column, props),
          })),
          {
            kind: 'action',
            id: resetId,
            label: 'Reset order',
            hint: 'Drag a head to move its column, or press Shift and ← or → on the head or here.',
          },
        ]}
        onMove={(id, by) => {
          const column = props.available.find((one) => one === id);
          if (column) props.onMove(column, by);
        }}
        onAction={(id) => {
          if (id === resetId) props.onResetOrder();
          const column = columnIds.find((one) => one === id);
          if (column) props.onToggle(column);
        }}
      />
    </>
  );
}

/** What the menu of the columns does. */
function columnCommands({
  available,
  listed,
  onToggle,
  onResetOrder,
}: GenerationActionsProps): readonly OfferedCommand[] {
  return [
    ...available
      .filter((column) => column !== flexibleColumn)
      .map((column): OfferedCommand => {
        const way = listed.includes(column) ? 'Hide' : 'Show';
        return {
          id: `column-${column}`,
          label: `${way} the column ${columnTitles[column]}`,
          group: 'View',
          run: () => onToggle(column),
        };
      }),
    { id: 'columns-order', label: 'Columns in their usual order', group: 'View', run: onResetOrder },
  ];
}

function hintOf(column: ColumnId, { roomlessColumns, unusedColumns }: GenerationActionsProps): string | undefined {
  if (unusedColumns.includes(column)) return 'Shown as soon as a generation has one';
  return roomlessColumns.includes(column) ? 'No room at this width' : undefined;
}

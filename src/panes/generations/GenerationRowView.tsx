// One row of the table. Memoised: while a person moves along the table, only the rows that change are drawn again.

import { type MouseEvent, memo } from 'react';
import type { SharedPreviews } from '../../analysis/previews.ts';
import type { Arrangement } from '../../state/panes.ts';
import type { ColumnId } from '../../state/view.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { formatCount } from '../../words/numbers.ts';
import { numericColumns } from './columns.ts';
import { FinishSign } from './FinishSign.tsx';
import { GenerationCell } from './GenerationCell.tsx';
import styles from './GenerationRowView.module.css';
import { GridCell } from './GridCell.tsx';
import { LinkSign } from './LinkSign.tsx';
import { EqualSign, OutputCell } from './OutputCell.tsx';
import type { ShownRow } from './shownRows.ts';

export interface RowActions {
  select(row: ShownRow): void;
  setChosen(row: ShownRow, isChosen: boolean, isRange: boolean): void;
  hover(row: ShownRow | undefined): void;
}

export interface GenerationRowViewProps {
  readonly id: string;
  readonly row: ShownRow;
  /** 1-based among all rows of the grid; 2 is the first below the heads. */
  readonly rowIndex: number;
  /** Another group than that of the row before it. */
  readonly isGroupStart: boolean;
  readonly columns: readonly ColumnId[];
  readonly arrangement: Arrangement;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isChosen: boolean;
  /** Another generation is being compared and this one is not. */
  readonly isAside: boolean;
  readonly equals: string | undefined;
  readonly brokenLine: number | undefined;
  /** Of the outputs of all rows. */
  readonly shared: SharedPreviews;
  readonly actions: RowActions;
}

export const GenerationRowView = memo(function GenerationRowView(props: GenerationRowViewProps) {
  const {
    id,
    row,
    rowIndex,
    isGroupStart,
    columns,
    arrangement,
    isSelected,
    isLit,
    isChosen,
    isAside,
    equals,
    brokenLine,
    shared,
    actions,
  } = props;
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    // Words of a row can be marked and copied; a click that ends a marking is none.
    const marked = document.getSelection();
    if (marked && !marked.isCollapsed && event.currentTarget.contains(marked.anchorNode)) return;
    actions.select(row);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      className={arrangement === 'narrow' ? styles.narrow : styles.row}
      data-starts={isGroupStart || undefined}
      data-lit={isLit || undefined}
      data-aside={isAside || undefined}
      data-unchecked={!row.isChecked || undefined}
      onClick={onClick}
      // Its menu is of the selected row.
      onContextMenu={() => actions.select(row)}
      data-context="generation"
      // As in the other panes: entering by another kind of event would come before leaving the pane beside it.
      onMouseEnter={() => actions.hover(row)}
      onMouseLeave={() => actions.hover(undefined)}
    >
      <GridCell className={styles.select}>
        {row.isBroken ? null : (
          <Checkbox
            label={`Compare generation ${row.label}`}
            isChecked={isChosen}
            tabIndex={-1}
            onChange={(isChecked, isRange) => actions.setChosen(row, isChecked, isRange)}
          />
        )}
      </GridCell>
      {arrangement === 'narrow' ? (
        <NarrowCells row={row} equals={equals} brokenLine={brokenLine} shared={shared} figure={columns.at(-1)} />
      ) : (
        columns.map((column) => (
          <GridCell
            key={column}
            className={styles.cell}
            data-column={column}
            data-numeric={numericColumns.has(column) || undefined}
          >
            <GenerationCell column={column} row={row} equals={equals} brokenLine={brokenLine} shared={shared} />
          </GridCell>
        ))
      )}
    </div>
  );
});

interface NarrowCellsProps {
  readonly row: ShownRow;
  readonly equals: string | undefined;
  readonly brokenLine: number | undefined;
  readonly shared: SharedPreviews;
  readonly figure: ColumnId | undefined;
}

/** Two lines: the output, and below it in words what the wide form has columns for. */
function NarrowCells({ row, equals, brokenLine, shared, figure }: NarrowCellsProps) {
  const count = figure === 'tokens' ? row.tokens?.count : row.characters;
  return (
    <>
      <GridCell className={styles.index}>{row.label}</GridCell>
      <div className={styles.lines} role="presentation">
        <GridCell className={styles.first}>
          <OutputCell row={row} equals={undefined} brokenLine={brokenLine} shared={shared} />
        </GridCell>
        <div className={styles.second} role="presentation">
          <GridCell className={styles.detail}>
            <FinishSign reason={row.finishReason} />
          </GridCell>
          <GridCell className={styles.detail}>
            <LinkSign link={row.link} />
            {equals === undefined ? null : <EqualSign mark={equals} />}
          </GridCell>
        </div>
      </div>
      <GridCell className={styles.figure}>
        <span>{count === undefined ? '–' : formatCount(count)}</span>
        <span className={styles.unit}>{figure === 'tokens' ? 'tokens' : 'characters'}</span>
      </GridCell>
    </>
  );
}

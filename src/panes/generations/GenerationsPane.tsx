// The pane "Generations": every answer of the response as a row of a table that sorts, filters and chooses what to compare.
// Connects the table to the store; the table itself knows no store.

import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { equalAnswers, oneOfEach } from '../../analysis/equalAnswers.ts';
import { useAnswer } from '../../state/answer.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, useDocument, useStore, useView } from '../../state/store.ts';
import { type ColumnId, choose, columnIds, defaultView, sortBy, toggleChosen } from '../../state/view.ts';
import { Pane } from '../../ui/Pane.tsx';
import { type Arrangement, hiddenColumns, type RowGrid, rowGrid } from './columnLayout.ts';
import { countWords } from './countWords.ts';
import { FilterField } from './FilterField.tsx';
import { GenerationActions } from './GenerationActions.tsx';
import type { RowActions } from './GenerationRowView.tsx';
import styles from './GenerationsPane.module.css';
import { GenerationTable, type ScrollLayout } from './GenerationTable.tsx';
import { NothingFound, NothingThere } from './NoGenerations.tsx';
import { chosenState, withRange } from './rowOrder.ts';
import { everyRow, foundRows } from './shownRows.ts';
import { TotalsRow } from './TotalsRow.tsx';
import { totalsOf } from './totals.ts';
import { useGenerationTable } from './useGenerationTable.ts';

export interface GenerationsPaneProps {
  /** `rail`: the column beside a comparison; `narrow`: the width of a phone. */
  readonly arrangement?: Arrangement;
}

export function GenerationsPane({ arrangement = 'full' }: GenerationsPaneProps) {
  const document = useDocument();
  const view = useView();
  const preferences = useStore((state) => state.preferences);
  const selected = generationAt(document, view.selection);
  const lit = useStore((state) => {
    const shown = activeDocument(state);
    return shown && state.hovered !== undefined ? generationAt(shown, state.hovered) : undefined;
  });

  const { value: found } = useAnswer(
    view.filter === '' ? undefined : `filter ${view.isCaseMatched} ${view.filter}`,
    (reader) => reader.filter({ text: view.filter, matchCase: view.isCaseMatched }),
  );
  const all = useMemo(
    () => everyRow(document.rows, document.generationCount),
    [document.rows, document.generationCount],
  );
  const shown = useMemo(() => foundRows(all, found), [all, found]);
  const groups = useMemo(() => equalAnswers(all), [all]);
  const totals = useMemo(() => totalsOf(shown), [shown]);

  const [layout, setLayout] = useState<ScrollLayout>({ scrollLeft: 0, gutter: 0, width: 0 });
  const [drag, setDrag] = useState<{ readonly column: ColumnId; readonly width: number }>();
  const hidden = useMemo(
    () => hiddenColumns(columnIds, arrangement, layout.width, preferences.hiddenColumns, all),
    [arrangement, layout.width, preferences.hiddenColumns, all],
  );
  const widths = useMemo(
    () => (drag ? { ...preferences.columnWidths, [drag.column]: drag.width } : preferences.columnWidths),
    [preferences.columnWidths, drag],
  );
  const table = useGenerationTable(shown, { sort: view.sort, hidden, widths, totals }, arrangement);
  const columnKey = table.columns.map((column) => column.id).join(' ');
  // The same list as long as the same columns are shown, so that rows are not drawn again for a new width.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  const columns = useMemo(() => table.columns.map((column) => column.id), [columnKey]);
  const grid = rowGrid(
    table.columns.map((column) => ({
      ...column,
      isSetByPerson: arrangement === 'full' && widths[column.id] !== undefined,
    })),
    arrangement,
  );
  const order = useMemo(() => table.rows.map((row) => row.position), [table.rows]);
  const choosable = useMemo(() => table.rows.filter((row) => !row.isBroken).map((row) => row.position), [table.rows]);
  const chosen = useMemo(() => new Set(view.chosen), [view.chosen]);

  const latestOrder = useRef(order);
  latestOrder.current = choosable;
  const anchor = useRef<number>(undefined);
  const actions = useMemo<RowActions>(() => {
    const { select, hover, changeView } = useStore.getState();
    return {
      select: (row) => select(row.pointer, 'generations'),
      hover: (row) => hover(row?.pointer),
      setChosen: (row, isChosen, isRange) => {
        const from = isRange ? anchor.current : undefined;
        anchor.current = row.position;
        changeView((current) =>
          choose(current, withRange(current.chosen, latestOrder.current, from, row.position, isChosen)),
        );
      },
    };
  }, []);

  const { changeView, setPreferences } = useStore.getState();
  const filterInput = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLElement>(null);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const hasFilter = arrangement === 'full' || isFilterOpen || view.filter !== '';
  const focusGrid = () => pane.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const clearFilter = () => changeView((current) => ({ ...current, filter: defaultView.filter }));
  const openFilter = () => {
    flushSync(() => setFilterOpen(true));
    filterInput.current?.focus();
    filterInput.current?.select();
  };
  const open = () => changeView((current) => ({ ...current, pane: 'generation' }));
  const step = (by: 1 | -1) => {
    const at = order.indexOf(selected ?? -1);
    const next = table.rows[at < 0 ? 0 : Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) actions.select(next);
  };
  usePaneKeys('generations', {
    next: () => step(1),
    previous: () => step(-1),
    open,
    choose: () => {
      if (selected !== undefined) changeView((current) => toggleChosen(current, selected));
    },
    filter: openFilter,
  });

  const onLayout = useCallback(
    (next: ScrollLayout) =>
      setLayout((before) =>
        before.scrollLeft === next.scrollLeft && before.gutter === next.gutter && before.width === next.width
          ? before
          : next,
      ),
    [],
  );
  const hasGenerations = document.kind === 'response' && all.length > 0;
  const isFailed = document.load === 'failed';
  const brokenLine = document.failure?.place?.line;
  const hasBroken = all.some((row) => row.isBroken);
  const isFiltered = found !== undefined;

  const filter = (
    <FilterField
      isWide={arrangement !== 'full'}
      inputRef={filterInput}
      value={view.filter}
      isCaseMatched={view.isCaseMatched}
      onChange={(text) => changeView((current) => ({ ...current, filter: text }))}
      onMatchCase={(isCaseMatched) => changeView((current) => ({ ...current, isCaseMatched }))}
      onEnter={focusGrid}
      onLeave={() => {
        setFilterOpen(false);
        focusGrid();
      }}
    />
  );

  return (
    <Pane
      ref={pane}
      label="Generations"
      count={hasGenerations ? countWords(document, arrangement, isFiltered ? shown.length : undefined) : undefined}
      header={hasGenerations && arrangement === 'full' ? filter : undefined}
      toolbar={hasGenerations && arrangement !== 'full' && hasFilter ? filter : undefined}
      className={styles.pane}
      actions={
        hasGenerations ? (
          <GenerationActions
            arrangement={arrangement}
            chosenCount={view.chosen.length}
            isComparing={view.isComparing}
            onCompare={() => changeView((current) => ({ ...current, isComparing: true, pane: 'compare' }))}
            distinct={document.load === 'loading' ? undefined : oneOfEach(groups)}
            onChooseDistinct={(positions) =>
              changeView((current) => {
                const next = choose({ ...current, chosen: [] }, positions);
                return next.isComparing ? { ...next, pane: 'compare' } : next;
              })
            }
            isFilterShown={hasFilter}
            onToggleFilter={() => {
              if (hasFilter) {
                setFilterOpen(false);
                clearFilter();
              } else openFilter();
            }}
            hidden={preferences.hiddenColumns}
            onHide={(columns) => setPreferences({ hiddenColumns: [...columns] })}
            roomlessColumns={[...hidden].filter((column) => !preferences.hiddenColumns.includes(column))}
          />
        ) : undefined
      }
      footer={
        hasGenerations && !isFailed && arrangement === 'full' && table.rows.length > 0 ? (
          <div
            className={styles.totals}
            style={{ ...gridStyle(grid), paddingRight: layout.gutter }}
            data-testid="generation-totals"
          >
            <div style={{ transform: `translateX(${-layout.scrollLeft}px)`, minWidth: grid.contentWidth }}>
              <TotalsRow totals={totals} columns={columns} />
            </div>
          </div>
        ) : undefined
      }
    >
      {hasGenerations ? (
        <div className={styles.table} style={gridStyle(grid)}>
          <GenerationTable
            rows={table.rows}
            columns={columns}
            arrangement={arrangement}
            contentWidth={grid.contentWidth}
            heads={{
              columns: table.columns,
              sort: view.sort,
              canResize: arrangement === 'full',
              chosen: chosenState(choosable, chosen),
              onChooseAll: (isChosen) =>
                changeView((current) =>
                  choose(
                    current,
                    isChosen
                      ? [...current.chosen, ...choosable]
                      : current.chosen.filter((one) => !choosable.includes(one)),
                  ),
                ),
              onSort: (column, isAdding) => changeView((current) => sortBy(current, column, isAdding)),
              onResize: (column, width, isFinal) => {
                setDrag(isFinal ? undefined : { column, width });
                if (isFinal) setPreferences({ columnWidths: { ...preferences.columnWidths, [column]: width } });
              },
              onResetWidth: (column) => {
                const { [column]: _removed, ...rest } = preferences.columnWidths;
                setPreferences({ columnWidths: rest });
              },
            }}
            selected={selected}
            lit={lit}
            chosen={chosen}
            isComparing={view.isComparing}
            groups={groups}
            brokenLine={brokenLine}
            actions={actions}
            onOpen={open}
            onLayout={onLayout}
            isFitted={hasBroken || table.rows.length === 0}
          />
          {hasBroken && !isFiltered ? <p className={styles.note}>nothing after it was read</p> : null}
          {table.rows.length === 0 ? (
            <NothingFound text={view.filter} isCaseMatched={view.isCaseMatched} onClear={clearFilter} />
          ) : null}
        </div>
      ) : (
        <NothingThere document={document} />
      )}
    </Pane>
  );
}

function gridStyle({ tracks, gap }: RowGrid): CSSProperties {
  return { '--tracks': tracks, '--track-gap': `${gap}px` } as CSSProperties;
}

// The pane "Generations": every answer of the response as a row of a table that sorts, filters and chooses what to compare.
// Connects the table to the store; the table itself knows no store.

import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { equalAnswers } from '../../analysis/equalAnswers.ts';
import { sharedPreviews } from '../../analysis/previews.ts';
import { whatToCompare } from '../../state/comparable.ts';
import { goToMatch, useMatchAt } from '../../state/matchStep.ts';
import { goToPane, usePaneKeys } from '../../state/paneKeys.ts';
import type { Arrangement } from '../../state/panes.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, useDocument, useStore, useView } from '../../state/store.ts';
import {
  type ColumnId,
  choose,
  defaultView,
  type OwnPattern,
  openCompare,
  patternColumns,
  sortBy,
} from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { Pane } from '../../ui/Pane.tsx';
import { CommonStart } from './CommonStart.tsx';
import type { RowGrid } from './columnLayout.ts';
import { columnHint } from './columns.ts';
import { countWords } from './countWords.ts';
import { FilterField } from './FilterField.tsx';
import { FilterLine } from './FilterLine.tsx';
import { isNarrowed } from './filterWords.ts';
import { GenerationActions } from './GenerationActions.tsx';
import styles from './GenerationsPane.module.css';
import { GenerationTable } from './GenerationTable.tsx';
import { matchWords, steppedMatch } from './matchSteps.ts';
import { NothingFound, NothingThere, NothingWithin } from './NoGenerations.tsx';
import { chosenState, withAll } from './rowOrder.ts';
import { isPreviewed } from './shownRows.ts';
import { TableFilters } from './TableFilters.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { totalsOf } from './totals.ts';
import { useColumns } from './useColumns.ts';
import { useRowActions } from './useRowActions.ts';
import { useShownRows } from './useShownRows.ts';

export interface GenerationsPaneProps {
  /** `rail`: the column beside a comparison; `narrow`: the width of a phone. */
  readonly arrangement?: Arrangement;
}

export function GenerationsPane({ arrangement = 'full' }: GenerationsPaneProps) {
  const document = useDocument();
  const view = useView();
  const areHistogramsShown = useStore((state) => state.preferences.areHistogramsShown);
  const selected = generationAt(document, view.selection);
  const lit = useStore((state) => {
    const shown = activeDocument(state);
    return shown && state.hovered !== undefined ? generationAt(shown, state.hovered) : undefined;
  });

  const rows = useShownRows(document, view);
  const { all, shown, unused, isFiltered, filtering } = rows;
  const groups = equalAnswers(document.rows);
  const comparable = useMemo(() => whatToCompare(document, view.chosen), [document, view.chosen]);
  const isLoading = document.load === 'loading';
  const shared = useMemo(() => sharedPreviews(isLoading ? [] : shown.filter(isPreviewed)), [isLoading, shown]);
  const totals = useMemo(() => totalsOf(shown), [shown]);

  const columns = useColumns({ rows: shown, all, totals, sort: view.sort, arrangement, unused });
  const { table, grid, layout } = columns;
  const order = useMemo(() => table.rows.map((row) => row.position), [table.rows]);
  const choosable = useMemo(() => table.rows.filter((row) => !row.isBroken).map((row) => row.position), [table.rows]);
  const chosen = useMemo(() => new Set(view.chosen), [view.chosen]);

  const actions = useRowActions(choosable);

  const { changeView, setPreferences } = useStore.getState();
  const filterInput = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLElement>(null);
  const [isFilterOpen, setFilterOpen] = useState(false);
  const hasFilter = arrangement === 'full' || isFilterOpen || view.filter !== '';
  const focusGrid = () => pane.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const clearFilter = () => changeView((current) => ({ ...current, filter: defaultView.filter }));
  const clearAll = () =>
    changeView((current) => ({
      ...current,
      filter: '',
      brushes: defaultView.brushes,
      ownPatterns: current.ownPatterns.map((one) => ({ ...one, shows: 'all' as const })),
    }));
  const openFilter = () => {
    flushSync(() => setFilterOpen(true));
    filterInput.current?.focus();
    filterInput.current?.select();
  };
  const open = () => goToPane('generation');
  const step = (by: 1 | -1) => {
    const at = order.indexOf(selected ?? -1);
    const next = table.rows[at < 0 ? 0 : Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) actions.select(next);
  };
  const matchAt = useMatchAt(document.id, selected ?? -1, view);
  const matchLine = useMemo(
    () => (selected === undefined ? undefined : matchWords(table.rows, { position: selected, at: matchAt })),
    [table.rows, selected, matchAt],
  );
  const stepMatch = (by: 1 | -1) => {
    const to = steppedMatch(table.rows, selected, matchAt, by);
    const next = to && table.rows.find((row) => row.position === to.position);
    if (to === undefined || next === undefined) return;
    goToMatch(document.id, to.position, view, to.at);
    if (to.position !== selected) actions.select(next);
    announce(matchWords(table.rows, to) ?? '');
  };
  usePaneKeys('generations', {
    next: () => step(1),
    previous: () => step(-1),
    filter: openFilter,
    // Without a filter there is nothing to walk here, and Compare has the keys.
    ...(view.filter !== '' && { nextMatch: () => stepMatch(1), previousMatch: () => stepMatch(-1) }),
  });

  const hasGenerations = document.kind === 'response' && all.length > 0;
  const isFailed = document.load === 'failed';
  const brokenLine = document.failure?.place?.line;
  const hasBroken = all.some((row) => row.isBroken);
  const canChart = hasGenerations && all.length > 1;

  const filter = (
    <FilterField
      isWide={arrangement !== 'full'}
      inputRef={filterInput}
      value={view.filter}
      isCaseMatched={view.isCaseMatched}
      isPattern={view.isPattern}
      error={filtering.problem}
      isInvalid={filtering.isInvalid}
      onPattern={(isPattern) => changeView((current) => ({ ...current, isPattern }))}
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
      pane="generations"
      ref={pane}
      label="Generations"
      count={hasGenerations ? countWords(document, isFiltered ? shown.length : undefined) : undefined}
      header={hasGenerations && arrangement === 'full' ? filter : undefined}
      toolbar={hasGenerations && arrangement !== 'full' && hasFilter ? filter : undefined}
      className={styles.pane}
      actions={
        hasGenerations ? (
          <GenerationActions
            arrangement={arrangement}
            chosenCount={view.chosen.length}
            comparable={comparable}
            onCompare={(positions) => {
              changeView((current) => openCompare(current, positions));
              goToPane('compare');
            }}
            isFilterShown={hasFilter}
            onToggleFilter={() => {
              if (hasFilter) {
                setFilterOpen(false);
                clearFilter();
              } else openFilter();
            }}
            areHistogramsShown={canChart ? areHistogramsShown : undefined}
            onToggleHistograms={(areShown) => setPreferences({ areHistogramsShown: areShown })}
            listed={columns.listed}
            onToggle={columns.onToggle}
            available={columns.available}
            roomlessColumns={columns.roomless}
            onMove={columns.onMove}
            onResetOrder={columns.onResetOrder}
            unusedColumns={unused}
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
              <TotalsRow totals={totals} columns={columns.ids} />
            </div>
          </div>
        ) : undefined
      }
    >
      {hasGenerations ? (
        <div className={styles.table} style={gridStyle(grid)}>
          <FilterLine state={filtering} />
          <TableFilters
            rows={rows}
            view={view}
            matchWords={matchLine}
            areHistogramsShown={canChart && areHistogramsShown}
            columns={columns.ids}
            onChange={changeView}
            onClear={clearAll}
          />
          {arrangement === 'narrow' ? <CommonStart text={shared.start} isLine /> : null}
          <GenerationTable
            rows={table.rows}
            columns={columns.ids}
            arrangement={arrangement}
            contentWidth={grid.contentWidth}
            heads={{
              columns: table.columns.map((column) => ({
                ...column,
                title: titleOf(column.id, view.ownPatterns),
                hint: columnHint(column.id),
                remark:
                  column.id === 'output' && arrangement !== 'narrow' ? <CommonStart text={shared.start} /> : undefined,
              })),
              sort: view.sort,
              canResize: arrangement === 'full',
              chosen: chosenState(choosable, chosen),
              onChooseAll: (isChosen) =>
                changeView((current) => choose(current, withAll(current.chosen, choosable, isChosen))),
              onSort: (column, isAdding) => changeView((current) => sortBy(current, column, isAdding)),
              onResize: columns.onResize,
              onResetWidth: columns.onResetWidth,
              onMove: columns.onMove,
              onMoveNextTo: columns.onMoveNextTo,
            }}
            selected={selected}
            lit={lit}
            chosen={chosen}
            isComparing={view.isComparing}
            groups={groups}
            brokenLine={brokenLine}
            shared={shared}
            actions={actions}
            onOpen={open}
            onLayout={columns.onLayout}
            isFitted={hasBroken || table.rows.length === 0}
          />
          {hasBroken && !isFiltered ? <p className={styles.note}>nothing after it was read</p> : null}
          {table.rows.length === 0 ? (
            isNarrowed(view) ? (
              <NothingWithin onClear={clearAll} />
            ) : (
              <NothingFound
                text={view.filter}
                isStopped={filtering.problem !== undefined}
                isCaseMatched={view.isCaseMatched}
                isPattern={view.isPattern}
                onClear={clearFilter}
              />
            )
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

/** The column of a pattern is named by it. */
function titleOf(column: ColumnId, patterns: readonly OwnPattern[]): string | undefined {
  const columns: readonly ColumnId[] = patternColumns;
  const pattern = patterns[columns.indexOf(column)];
  return pattern && `/${pattern.source}/`;
}

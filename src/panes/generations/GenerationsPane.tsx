// The pane "Generations": every answer of the response as a row of a table that sorts, filters and chooses what to compare.
// Connects the table to the store; the table itself knows no store.

import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { whatToCompare } from '../../state/comparable.ts';
import { goToMatch, useMatchAt } from '../../state/matchStep.ts';
import { goToPane, usePaneKeys } from '../../state/paneKeys.ts';
import type { Arrangement } from '../../state/panes.ts';
import { hasSeveralPrompts } from '../../state/sampleGroups.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, useDocument, useStore, useView } from '../../state/store.ts';
import { type ColumnId, choose, defaultView, openCompare, sortBy } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { Pane } from '../../ui/Pane.tsx';
import { CommonStart } from './CommonStart.tsx';
import { chartedFigures } from './chartedFigures.ts';
import type { RowGrid } from './columnLayout.ts';
import { columnHint, titleOf } from './columns.ts';
import { countWords } from './countWords.ts';
import { FilterField } from './FilterField.tsx';
import { FilterLine } from './FilterLine.tsx';
import { isNarrowed } from './filterWords.ts';
import { GenerationActions } from './GenerationActions.tsx';
import styles from './GenerationsPane.module.css';
import { GenerationTable } from './GenerationTable.tsx';
import { isCountCut, matchWords, steppedMatch } from './matchSteps.ts';
import { NothingFound, NothingThere, NothingWithin } from './NoGenerations.tsx';
import { withAll } from './rowOrder.ts';
import { TableFilters } from './TableFilters.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useColumns } from './useColumns.ts';
import { useAskAhead } from './useFilter.ts';
import { useRowActions } from './useRowActions.ts';
import { useShownRows } from './useShownRows.ts';
import { useTableWritings } from './useTableWritings.ts';

const noColumns: readonly ColumnId[] = [];

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

  const [shownColumns, setShownColumns] = useState(noColumns);
  const canChart = document.kind === 'response' && document.generationCount > 1;
  const charts = useMemo(
    () => (canChart && areHistogramsShown ? chartedFigures(shownColumns, view.brushes) : undefined),
    [canChart, areHistogramsShown, shownColumns, view.brushes],
  );
  const rows = useShownRows(document, view, charts);
  const { shown, every, totals, shared, unused, isFiltered, filtering } = rows;
  const { chosen: toCompare, brushes } = view;
  const comparable = useMemo(
    () => whatToCompare(document, { chosen: toCompare, brushes }),
    [document, toCompare, brushes],
  );

  const columns = useColumns({ every, totals, sort: view.sort, arrangement, unused });
  const { grid, layout } = columns;
  // The figures that have a column have a chart, and which columns there are is known with the rows.
  if (columns.ids !== shownColumns) setShownColumns(columns.ids);
  const chosen = useMemo(() => new Set(view.chosen), [view.chosen]);
  const chosenState = useMemo(() => shown.chosenState(view.chosen), [shown, view.chosen]);

  const actions = useRowActions(shown);
  const askFilterAhead = useAskAhead();

  useTableWritings({
    document,
    shown,
    columns: columns.ids,
    arrangement,
    patterns: view.ownPatterns,
    unused,
    selected,
    chosen: view.chosen,
  });

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
      // What was taken out is not filtered.
      brushes: current.brushes.without ? { without: current.brushes.without } : defaultView.brushes,
      ownPatterns: current.ownPatterns.map((one) => ({ ...one, shows: 'all' as const })),
    }));
  const openFilter = () => {
    flushSync(() => setFilterOpen(true));
    filterInput.current?.focus();
    filterInput.current?.select();
  };
  const open = () => goToPane('generation');
  const labelOf = (position: number) => document.rows.label(position);
  const step = (by: 1 | -1) => {
    const at = shown.placeOf(selected);
    const next = shown.rowAt(at < 0 ? 0 : Math.max(0, Math.min(shown.count - 1, at + by)));
    if (next) actions.select(next);
  };
  const matchAt = useMatchAt(document.id, selected ?? -1, view);
  const isMore = useMemo(() => isCountCut(filtering.found?.counts), [filtering.found]);
  const wordsAt = (position: number, at: number) => matchWords(shown, { position, at }, isMore);
  const stepMatch = (by: 1 | -1) => {
    const to = steppedMatch(shown, selected, matchAt, by);
    const next = to && shown.rowAt(shown.placeOf(to.position));
    if (to === undefined || next === undefined) return;
    goToMatch(document.id, to.position, view, to.at);
    if (to.position !== selected) actions.select(next);
    announce(wordsAt(to.position, to.at) ?? '');
  };
  usePaneKeys('generations', {
    next: () => step(1),
    previous: () => step(-1),
    filter: openFilter,
    // Without a filter there is nothing to walk here, and Compare has the keys.
    ...(view.filter !== '' && { nextMatch: () => stepMatch(1), previousMatch: () => stepMatch(-1) }),
  });

  const hasGenerations = document.kind === 'response' && document.generationCount > 0;
  const isFailed = document.load === 'failed';
  const brokenLine = document.failure?.place?.line;
  const hasBroken = every.broken.length > 0;

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
      onChange={(text) => {
        askFilterAhead({ ...view, filter: text });
        changeView((current) => ({ ...current, filter: text }));
      }}
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
      count={hasGenerations ? countWords(document, isFiltered ? shown.count : undefined) : undefined}
      header={hasGenerations && arrangement === 'full' ? filter : undefined}
      toolbar={hasGenerations && arrangement !== 'full' && hasFilter ? filter : undefined}
      className={styles.pane}
      actions={
        hasGenerations ? (
          <GenerationActions
            arrangement={arrangement}
            exported={{
              shownCount: document.load === 'loading' ? undefined : shown.count,
              selected: selected === undefined ? undefined : labelOf(selected),
              responseCount: document.responses && (view.brushes.responses?.length ?? document.responses.names.length),
            }}
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
        hasGenerations && !isFailed && arrangement === 'full' && shown.count > 0 ? (
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
            arrangement={arrangement}
            isGrouped={document.responses !== undefined || hasSeveralPrompts(document)}
            view={view}
            matchWords={selected === undefined ? undefined : wordsAt(selected, matchAt)}
            areHistogramsShown={canChart && areHistogramsShown}
            columns={columns.ids}
            onChange={changeView}
            onClear={clearAll}
          />
          {arrangement === 'narrow' ? <CommonStart text={shared.start} isLine /> : null}
          <GenerationTable
            rows={shown}
            state={columns.state}
            columns={columns.ids}
            arrangement={arrangement}
            contentWidth={grid.contentWidth}
            heads={{
              columns: columns.columns.map((column) => ({
                ...column,
                title: titleOf(column.id, view.ownPatterns),
                hint: columnHint(column.id),
                remark:
                  column.id === 'output' && arrangement !== 'narrow' ? <CommonStart text={shared.start} /> : undefined,
              })),
              sort: view.sort,
              canResize: arrangement === 'full',
              chosen: chosenState,
              onChooseAll: (isChosen) =>
                changeView((current) => choose(current, withAll(current.chosen, shown.choosable(), isChosen))),
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
            equal={every.equal}
            labelOf={labelOf}
            filter={filtering.applied}
            brokenLine={brokenLine}
            shared={shared}
            actions={actions}
            onOpen={open}
            onLayout={columns.onLayout}
            isFitted={hasBroken || shown.count === 0}
          />
          {hasBroken && !isFiltered ? <p className={styles.note}>nothing after it was read</p> : null}
          {shown.count === 0 ? (
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

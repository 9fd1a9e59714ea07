// The pane "Generations": every answer of the response as a row of a table that sorts, filters and chooses what to compare.
// Connects the table to the store; the table itself knows no store.

import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { brushedRows, hasBrushes } from '../../analysis/brushes.ts';
import { equalAnswers, oneOfEach } from '../../analysis/equalAnswers.ts';
import { usedMarks } from '../../response/marks.ts';
import { useAnswer } from '../../state/answer.ts';
import { goToPane, usePaneKeys } from '../../state/paneKeys.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, activeMarks, useDocument, useStore, useView } from '../../state/store.ts';
import {
  type ColumnId,
  choose,
  defaultView,
  type OwnPattern,
  patternColumns,
  sortBy,
  toggleChosen,
} from '../../state/view.ts';
import { Pane } from '../../ui/Pane.tsx';
import type { Arrangement, RowGrid } from './columnLayout.ts';
import { countWords } from './countWords.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterField } from './FilterField.tsx';
import { chipsOf, withoutChip } from './filterWords.ts';
import { GenerationActions } from './GenerationActions.tsx';
import styles from './GenerationsPane.module.css';
import { GenerationTable } from './GenerationTable.tsx';
import { Histograms } from './Histograms.tsx';
import { NothingFound, NothingThere, NothingWithin } from './NoGenerations.tsx';
import { PatternCharts } from './PatternCharts.tsx';
import { chosenState, withAll } from './rowOrder.ts';
import { capturedRows, everyRow, foundRows, markedRows } from './shownRows.ts';
import { TotalsRow } from './TotalsRow.tsx';
import { totalsOf } from './totals.ts';
import { useColumns } from './useColumns.ts';
import { usePatterns } from './usePatterns.ts';
import { useRowActions } from './useRowActions.ts';

export interface GenerationsPaneProps {
  /** `rail`: the column beside a comparison; `narrow`: the width of a phone. */
  readonly arrangement?: Arrangement;
}

export function GenerationsPane({ arrangement = 'full' }: GenerationsPaneProps) {
  const document = useDocument();
  const view = useView();
  const areHistogramsShown = useStore((state) => state.preferences.areHistogramsShown);
  const hiddenByPerson = useStore((state) => state.preferences.hiddenColumns);
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
  const patternsFound = usePatterns(all, view.ownPatterns);
  const marks = useStore(activeMarks);
  const shown = useMemo(
    () =>
      capturedRows(
        markedRows(brushedRows(foundRows(all, found), view.brushes), marks),
        view.ownPatterns,
        patternsFound.found,
      ),
    [all, found, view.brushes, marks, view.ownPatterns, patternsFound.found],
  );
  const { hasStars, hasNotes } = usedMarks(marks);
  const patternCount = view.ownPatterns.length;
  const unused = useMemo<readonly ColumnId[]>(
    () => [
      ...patternColumns.slice(patternCount),
      ...(hasStars ? [] : ['star' as const]),
      ...(hasNotes ? [] : ['note' as const]),
    ],
    [hasStars, hasNotes, patternCount],
  );
  const groups = useMemo(() => equalAnswers(all), [all]);
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
  usePaneKeys('generations', {
    next: () => step(1),
    previous: () => step(-1),
    open,
    choose: () => {
      if (selected !== undefined) changeView((current) => toggleChosen(current, selected));
    },
    filter: openFilter,
  });

  const hasGenerations = document.kind === 'response' && all.length > 0;
  const isFailed = document.load === 'failed';
  const brokenLine = document.failure?.place?.line;
  const hasBroken = all.some((row) => row.isBroken);
  const isFiltered =
    found !== undefined || hasBrushes(view.brushes) || view.ownPatterns.some(({ shows }) => shows !== 'all');
  const chips = chipsOf(view);
  const canChart = hasGenerations && all.length > 1;

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
            areHistogramsShown={canChart ? areHistogramsShown : undefined}
            onToggleHistograms={(areShown) => setPreferences({ areHistogramsShown: areShown })}
            hidden={hiddenByPerson}
            onHide={(hidden) => setPreferences({ hiddenColumns: [...hidden] })}
            roomlessColumns={columns.roomless}
            absentColumns={patternColumns.slice(patternCount)}
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
          {canChart && areHistogramsShown ? (
            <Histograms
              all={all}
              shown={shown}
              brushes={view.brushes}
              onBrush={(brushes) => changeView((current) => ({ ...current, brushes }))}
            >
              <PatternCharts
                patterns={view.ownPatterns}
                patternsFound={patternsFound}
                onChange={(ownPatterns) => changeView((current) => ({ ...current, ownPatterns }))}
              />
            </Histograms>
          ) : null}
          {chips.length > 0 ? (
            <FilterChips
              chips={chips}
              onRemove={(id) => changeView((current) => withoutChip(current, id))}
              onClear={clearAll}
            />
          ) : null}
          <GenerationTable
            rows={table.rows}
            columns={columns.ids}
            arrangement={arrangement}
            contentWidth={grid.contentWidth}
            heads={{
              columns: table.columns.map((column) => ({ ...column, title: titleOf(column.id, view.ownPatterns) })),
              sort: view.sort,
              canResize: arrangement === 'full',
              chosen: chosenState(choosable, chosen),
              onChooseAll: (isChosen) =>
                changeView((current) => choose(current, withAll(current.chosen, choosable, isChosen))),
              onSort: (column, isAdding) => changeView((current) => sortBy(current, column, isAdding)),
              onResize: columns.onResize,
              onResetWidth: columns.onResetWidth,
            }}
            selected={selected}
            lit={lit}
            chosen={chosen}
            isComparing={view.isComparing}
            groups={groups}
            brokenLine={brokenLine}
            actions={actions}
            onOpen={open}
            onLayout={columns.onLayout}
            isFitted={hasBroken || table.rows.length === 0}
          />
          {hasBroken && !isFiltered ? <p className={styles.note}>nothing after it was read</p> : null}
          {table.rows.length === 0 ? (
            chips.some(({ id }) => id !== 'text') ? (
              <NothingWithin onClear={clearAll} />
            ) : (
              <NothingFound text={view.filter} isCaseMatched={view.isCaseMatched} onClear={clearFilter} />
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

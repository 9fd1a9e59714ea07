// The tab "Aligned": the outputs in full, in columns or stacked, with what differs marked, and what is said at each difference. Knows the
// view and the compared outputs; how they are aligned is useAlignment, how they are drawn AlignedGrid.

import { useCallback, useMemo, useRef, useState } from 'react';
import { equalAnswers } from '../../../analysis/equalAnswers.ts';
import type { ForkOdds } from '../../../analysis/probability/forkOdds.ts';
import { usePaneKeys } from '../../../state/paneKeys.ts';
import { generationAt } from '../../../state/selection.ts';
import { selectSample } from '../../../state/selectSample.ts';
import { activeDocument, useDocument, useStore, useView } from '../../../state/store.ts';
import { choose, setBaseline } from '../../../state/view.ts';
import { copyAndSay } from '../../../ui/copyAndSay.ts';
import { mostColumns } from '../columnGroups.ts';
import type { CompareTabProps } from '../compared.ts';
import { PlaceStrip } from '../PlaceStrip.tsx';
import { useShownOrder } from '../shownOrder.ts';
import { useMarkdown } from '../useMarkdown.ts';
import { AlignedColumn, type ColumnActions } from './AlignedColumn.tsx';
import { AlignedGrid, lightDifference } from './AlignedGrid.tsx';
import { AlignedLegend } from './AlignedLegend.tsx';
import styles from './AlignedTab.module.css';
import { AlignedToolbar } from './AlignedToolbar.tsx';
import { AlignNotice } from './AlignNotice.tsx';
import { type ColumnFacts, columnsOf, meanWords, mostAtOnce } from './alignedColumns.ts';
import { notesOf } from './alignmentNotes.ts';
import { DifferencesTable } from './DifferencesTable.tsx';
import { differenceOrder } from './differenceOrder.ts';
import { differencesMarkdown } from './differencesMarkdown.ts';
import { drawPlan } from './drawPlan.ts';
import { useAlignedOdds } from './useAlignedOdds.ts';
import { type AlignedTexts, useAlignment } from './useAlignment.ts';
import { useDifferenceSteps } from './useDifferenceSteps.ts';
import { VariantsPanel } from './VariantsPanel.tsx';

const none: readonly never[] = [];

export function AlignedTab(props: CompareTabProps) {
  const { picture, task } = useAlignment(props);
  const { compared, nearness, groups, places, aligned } = picture ?? {};
  const [isAllShown, setAllShown] = useState(false);
  const isNarrow = props.arrangement === 'narrow';
  const document = useDocument();
  const view = useView();
  const { areInvisiblesShown, areDifferencesListed, compareLayout, isSharedHighlighted } = useStore(
    (state) => state.preferences,
  );
  const lit = useStore((state) => {
    const shown = activeDocument(state);
    return shown && state.hovered !== undefined ? generationAt(shown, state.hovered) : undefined;
  });
  const selected = generationAt(document, view.selection);
  const area = useRef<HTMLDivElement>(null);
  const answers = useMemo(() => equalAnswers(document.rows), [document.rows]);
  const allColumns = useMemo(
    () =>
      compared && groups && places
        ? columnsOf({ compared, nearness, groups, places }, answers, view.clusterFrom / 100)
        : none,
    [compared, nearness, groups, places, answers, view.clusterFrom],
  );
  const columns = useMemo(() => (isAllShown ? allColumns : allColumns.slice(0, mostAtOnce)), [allColumns, isAllShown]);
  useShownOrder(
    props.shownOrder,
    useCallback(() => allColumns.flatMap(({ rows }) => rows.positions), [allColumns]),
  );
  const plan = useMemo(() => {
    const { innerWidth: width, innerHeight: height } = window;
    return drawPlan(
      columns.map(({ text }) => text.length),
      { width, height, layout: compareLayout },
    );
  }, [columns, compareLayout]);
  const means = useMemo(() => meanWords(nearness), [nearness]);
  const notes = useMemo(
    () => (picture ? notesOf(picture.compared, picture.groups, picture.aligned?.alignment) : none),
    [picture],
  );

  const { step, isPinned, goTo, next, previous, pin, unpin } = useDifferenceSteps(aligned);
  const move = (by: 1 | -1) => {
    const at = columns.findIndex((column) => isOf(column, selected));
    const position = columns[at < 0 ? 0 : Math.max(0, Math.min(columns.length - 1, at + by))]?.row.position;
    if (position === undefined) return;
    actions.select(position);
    area.current
      ?.querySelector(`[data-position="${position}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const odds = useAlignedOdds(compared, places, aligned);
  const listed = useMemo(() => aligned && listedOf(aligned, columns, odds.odds), [aligned, columns, odds.odds]);
  usePaneKeys('compare', {
    next: () => move(1),
    previous: () => move(-1),
    nextMatch: next,
    previousMatch: previous,
    ...(listed &&
      step && {
        copyMatch: () => void copyAndSay('Difference', [...differencesMarkdown(listed, [step.at])].join('\n')),
      }),
  });
  const differenceOrderWanted = useStore((state) => state.preferences.differenceOrder);
  useMarkdown(
    'aligned',
    compared?.rows ?? props.compared.rows,
    listed && (() => differencesMarkdown(listed, differenceOrder(listed.alignment, differenceOrderWanted))),
  );
  const stripPlaces = useMemo(() => (aligned === undefined ? none : placesOf(aligned.alignment)), [aligned]);
  const count = aligned?.alignment.divergences.length ?? 0;
  const isListed = areDifferencesListed && count > 0 && !isNarrow;
  return (
    <div className={styles.tab}>
      <AlignedToolbar
        generations={compared?.rows.first(mostColumns) ?? none}
        baselineReason={props.isBaselineSet || props.nearness === undefined ? undefined : 'most typical'}
        meanWords={means}
        divergenceCount={aligned && count}
        current={step?.at}
        onNext={next}
        onPrevious={previous}
      />
      <AlignNotice
        isWorking={task.isStale && task.stopped === undefined}
        progress={task.progress}
        stopped={task.stopped}
        notes={notes}
        onCancel={task.cancel}
        onAgain={task.again}
        columns={{ shown: columns.length, all: allColumns.length }}
        onShowAll={() => setAllShown(true)}
      />
      <div className={styles.stage}>
        <AlignedGrid
          areaRef={area}
          columnCount={columns.length}
          rowCount={(aligned?.rowEnds.length ?? 0) + 1}
          step={step}
          layout={compareLayout}
          isNarrow={isNarrow}
          isSharedHighlighted={isSharedHighlighted}
          onPin={pin}
        >
          {columns.map((column) => (
            <AlignedColumn
              key={column.rows.positions.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)}
              column={column}
              aligned={aligned}
              plan={plan}
              isSelected={isOf(column, selected)}
              isLit={isOf(column, lit)}
              areInvisiblesShown={areInvisiblesShown}
              isSharedHighlighted={isSharedHighlighted}
              current={step?.at}
              areaRef={area}
              actions={actions}
            />
          ))}
        </AlignedGrid>
        {aligned === undefined || count === 0 ? null : (
          <PlaceStrip places={stripPlaces} current={step?.at} onGo={goTo} />
        )}
      </div>
      {listed && (isListed || isPinned) ? (
        <div className={styles.below}>
          {isListed ? (
            <DifferencesTable
              listed={listed}
              current={step?.at}
              onGo={goTo}
              onPoint={(at) => area.current && lightDifference(area.current, at)}
            />
          ) : null}
          {isPinned && step !== undefined ? (
            <VariantsPanel
              alignment={listed.alignment}
              texts={listed.texts}
              rows={compared?.rows.pick(places ?? none)}
              divergence={step.at}
              baseline={listed.baseline}
              onSelect={actions.select}
              onClose={unpin}
              odds={odds}
            />
          ) : null}
        </div>
      ) : null}
      {aligned === undefined || isNarrow ? null : <AlignedLegend alignment={aligned.alignment} />}
    </div>
  );
}

const actions: ColumnActions = {
  select: (position) => selectSample(position, 'compare'),
  makeBaseline: (position) => useStore.getState().changeView((now) => setBaseline(now, position)),
  remove: (positions) =>
    useStore.getState().changeView((now) => {
      const gone = new Set(positions);
      return choose(
        now,
        now.chosen.filter((position) => !gone.has(position)),
      );
    }),
  hover: (row) => useStore.getState().hover(row?.pointer),
};

function isOf({ rows }: ColumnFacts, position: number | undefined): boolean {
  return position !== undefined && rows.positions.includes(position);
}

/** The table of differences: its samples as the columns stand. */
function listedOf(
  { alignment, texts }: AlignedTexts,
  columns: readonly ColumnFacts[],
  odds: readonly ForkOdds[] | undefined,
) {
  const samples = columns.flatMap(({ sample, rows }) => (sample === undefined ? [] : [{ sample, rows }]));
  return { alignment, texts, samples, odds, baseline: columns[0]?.baseline.sample ?? 0 };
}

/** Where each difference lies, 0 to 1, by its place among the columns. */
function placesOf({ divergences, columnCount }: AlignedTexts['alignment']): readonly number[] {
  return divergences.map(({ fromColumn, toColumn }) => (fromColumn + toColumn) / 2 / Math.max(1, columnCount));
}

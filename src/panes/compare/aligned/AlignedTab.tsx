// The tab "Aligned": the outputs in full, in columns or stacked, with what differs marked, and what is said at each difference. Knows the
// view and the compared outputs; how they are aligned is useAlignment, how they are drawn AlignedGrid.

import { useMemo, useRef, useState } from 'react';
import { variantsIn } from '../../../analysis/align/variants.ts';
import { equalAnswers, equalSign, generationName } from '../../../analysis/equalAnswers.ts';
import { typicality } from '../../../analysis/similarity/medoid.ts';
import { pointerOf } from '../../../json/pointer.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { useClosedByEscape } from '../../../state/escape.ts';
import { usePaneKeys } from '../../../state/paneKeys.ts';
import { generationAt } from '../../../state/selection.ts';
import { activeDocument, useDocument, useStore, useView } from '../../../state/store.ts';
import { setBaseline, toggleChosen } from '../../../state/view.ts';
import { announce } from '../../../ui/announce.ts';
import { formatCount } from '../../../words/numbers.ts';
import { type CompareTabProps, mostColumns, nearnessOf } from '../compared.ts';
import type { AlignedColumnProps, AlignedTexts, ColumnActions } from './AlignedColumn.tsx';
import { AlignedGrid } from './AlignedGrid.tsx';
import { AlignedLegend } from './AlignedLegend.tsx';
import styles from './AlignedTab.module.css';
import { AlignedToolbar } from './AlignedToolbar.tsx';
import { AlignNotice } from './AlignNotice.tsx';
import { alignmentNotes, shownNotes } from './alignmentNotes.ts';
import { longestAligned, similarityWords } from './columnWords.ts';
import { DifferencesTable } from './DifferencesTable.tsx';
import { DivergenceStrip } from './DivergenceStrip.tsx';
import { fewColumns, firstView } from './firstView.ts';
import { type Picture, useAlignment } from './useAlignment.ts';
import { stepsOf, useDrawnCount } from './useDrawnCount.ts';
import { VariantsPanel } from './VariantsPanel.tsx';

const noColumns: readonly never[] = [];

export function AlignedTab(props: CompareTabProps) {
  const { picture, task } = useAlignment(props);
  const { arrangement } = props;
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
  const alignment = picture?.alignment;

  const [step, setStep] = useState<{ readonly of: unknown; readonly at: number }>();
  const [isPinned, setPinned] = useState(false);
  const currentStep = step?.of === alignment ? step : undefined;
  const current = currentStep?.at;
  const count = alignment?.divergences.length ?? 0;
  const goTo = (wanted: number) => {
    if (picture === undefined || alignment === undefined || count === 0) return;
    const at = (wanted + count) % count;
    setStep({ of: alignment, at });
    announce(spokenDifference(picture, at));
  };
  const pin = (at: number) => {
    goTo(at);
    setPinned(true);
  };
  useClosedByEscape(isPinned && current !== undefined, () => setPinned(false));

  const actions = useMemo<ColumnActions>(() => {
    const { select, hover, changeView } = useStore.getState();
    return {
      select: (position) => select(pointerOf('data', position), 'compare'),
      makeBaseline: (position) => changeView((now) => setBaseline(now, position)),
      remove: (position) => changeView((now) => toggleChosen(now, position)),
      hover: (row) => hover(row?.pointer),
    };
  }, []);
  const order = useMemo(() => (picture ? columnOrder(picture) : noColumns), [picture]);
  const move = (by: 1 | -1) => {
    const positions = order.map((place) => picture?.compared.rows[place]?.position);
    const at = positions.indexOf(selected);
    const position = positions[at < 0 ? 0 : Math.max(0, Math.min(positions.length - 1, at + by))];
    if (position === undefined) return;
    actions.select(position);
    area.current
      ?.querySelector(`[data-position="${position}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  usePaneKeys('compare', {
    next: () => move(1),
    previous: () => move(-1),
    nextMatch: () => goTo(current === undefined ? 0 : current + 1),
    previousMatch: () => goTo(current === undefined ? count - 1 : current - 1),
  });

  const aligned = useMemo<AlignedTexts | undefined>(() => {
    if (picture?.alignment === undefined) return undefined;
    const baseline = picture.places.indexOf(0);
    const { alignment: own, texts, rowEnds } = picture;
    return { alignment: own, texts, baseline: baseline < 0 ? undefined : baseline, rowEnds };
  }, [picture]);
  const groups = useMemo(() => equalAnswers(document.rows), [document.rows]);
  const lengths = useMemo(() => order.map((place) => picture?.compared.texts[place]?.length ?? 0), [order, picture]);
  const first = useMemo(
    () => firstView({ width: window.innerWidth, height: window.innerHeight }, compareLayout, lengths.length),
    [compareLayout, lengths.length],
  );
  const steps = useMemo(() => stepsOf(lengths, first), [lengths, first]);
  const drawnCount = useDrawnCount(picture?.compared.texts, steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: those that were first when it came, wherever they stand since
  const atOnce = useMemo(
    () => new Set(order.slice(0, steps[0]).map((place) => picture?.compared.rows[place]?.position)),
    [alignment],
  );
  const meanWords = useMemo(() => meanWordsOf(picture), [picture]);
  const columns = order.flatMap((place, at): readonly AlignedColumnProps[] => {
    const row = picture?.compared.rows[place];
    if (picture === undefined || row === undefined) return [];
    const sample = picture.places.indexOf(place);
    return [
      {
        row,
        place: at,
        text: picture.compared.texts[place] ?? '',
        totalLength: picture.compared.totalLengths[place] ?? 0,
        sample: sample < 0 ? undefined : sample,
        aligned,
        baselineLabel: place === 0 ? undefined : picture.compared.rows[0]?.label,
        nearness: place === 0 ? meanWords(row.position) : nearnessWords(picture, place),
        equals: equalSign(row, groups),
        isEqualToBaseline: place > 0 && isEqualTo(row, picture.compared.rows[0]),
        isSelected: row.position === selected,
        isLit: row.position === lit,
        isSharedHighlighted,
        isDrawn: at < drawnCount,
        isMarkedAtOnce: atOnce.has(row.position),
        unitsAtFirst: first.unitsEach,
        isWatched: order.length > fewColumns,
        areInvisiblesShown,
        current,
        areaRef: area,
        actions,
      },
    ];
  });
  const listed = useMemo(() => {
    if (picture?.alignment === undefined) return undefined;
    const { alignment: own, texts, places, compared } = picture;
    const samples = order.flatMap((place) => {
      const sample = places.indexOf(place);
      const row = compared.rows[place];
      return row === undefined || sample < 0 ? [] : [{ sample, row }];
    });
    return { alignment: own, texts, samples, baseline: Math.max(0, places.indexOf(0)) };
  }, [order, picture]);
  const isListed = areDifferencesListed && count > 0 && arrangement !== 'narrow';
  const notes = useMemo(() => (picture ? notesOf(picture) : noColumns), [picture]);
  return (
    <div className={styles.tab}>
      <AlignedToolbar
        generations={picture?.compared.rows.slice(0, mostColumns) ?? noColumns}
        baselineReason={props.isBaselineSet || props.nearness === undefined ? undefined : 'most typical'}
        meanWords={meanWords}
        divergenceCount={alignment?.divergences.length}
        current={current}
        onNext={() => goTo(current === undefined ? 0 : current + 1)}
        onPrevious={() => goTo(current === undefined ? count - 1 : current - 1)}
      />
      <AlignNotice
        isWorking={task.isStale && task.stopped === undefined}
        progress={task.progress}
        stopped={task.stopped}
        notes={notes}
        onCancel={task.cancel}
        onAgain={task.again}
      />
      <div className={styles.stage}>
        <AlignedGrid
          areaRef={area}
          columns={columns}
          rowCount={(picture?.rowEnds.length ?? 0) + 1}
          step={currentStep}
          layout={compareLayout}
          isNarrow={arrangement === 'narrow'}
          isSharedHighlighted={isSharedHighlighted}
          onPin={pin}
        />
        {alignment === undefined || count === 0 ? null : (
          <DivergenceStrip alignment={alignment} current={current} onGo={goTo} />
        )}
      </div>
      {picture && alignment && (isListed || isPinned) ? (
        <div className={styles.below}>
          {isListed && listed ? <DifferencesTable listed={listed} current={current} onGo={goTo} /> : null}
          {isPinned && current !== undefined ? (
            <VariantsPanel
              alignment={alignment}
              texts={picture.texts}
              rows={picture.places.flatMap((place) => picture.compared.rows[place] ?? [])}
              divergence={current}
              baseline={aligned?.baseline ?? 0}
              onSelect={actions.select}
              onClose={() => setPinned(false)}
            />
          ) : null}
        </div>
      ) : null}
      {alignment === undefined || arrangement === 'narrow' ? null : <AlignedLegend alignment={alignment} />}
    </div>
  );
}

/** Places in `compared`: the baseline, then the others from the nearest to it to the farthest. */
function columnOrder({ compared, nearness }: Picture): readonly number[] {
  const places = [...compared.rows.slice(0, mostColumns).keys()];
  const baseline = compared.rows[0]?.position;
  if (nearness === undefined || baseline === undefined) return places;
  const near = places.map((place) => nearnessOf(nearness, baseline, compared.rows[place]?.position ?? -1) ?? -1);
  return places.sort((one, other) =>
    one === 0 ? -1 : other === 0 ? 1 : (near[other] ?? -1) - (near[one] ?? -1) || one - other,
  );
}

/** The same answer, byte for byte. */
function isEqualTo(row: GenerationRow, other: GenerationRow | undefined): boolean {
  return row.group !== undefined && row.group === other?.group && !row.isBroken;
}

function nearnessWords({ compared, nearness }: Picture, place: number): string | undefined {
  const [baseline] = compared.rows;
  const row = compared.rows[place];
  if (nearness === undefined || baseline === undefined || row === undefined) return undefined;
  const value = nearnessOf(nearness, baseline.position, row.position);
  if (value === undefined) return undefined;
  return `${similarityWords(value, nearness.matrix.isApproximate)} to ${generationName(baseline.label)}`;
}

/** `mean 0.62`: how near a generation is to all others on the mean. */
function meanWordsOf(picture: Picture | undefined): (position: number) => string | undefined {
  const nearness = picture?.nearness;
  if (nearness === undefined) return () => undefined;
  const { means } = typicality(nearness.matrix);
  return (position) => {
    const mean = means[nearness.positions.indexOf(position)];
    return mean === undefined ? undefined : `mean ${similarityWords(mean, nearness.matrix.isApproximate)}`;
  };
}

function notesOf({ compared, alignment }: Picture): readonly string[] {
  const texts = compared.texts.slice(0, mostColumns);
  const shown = shownNotes({
    chosen: compared.rows.length,
    columns: texts.length,
    empty: texts.filter((text) => text === '').length,
    tooLong: texts.filter((_, place) => (compared.totalLengths[place] ?? 0) > longestAligned).length,
  });
  return alignment === undefined ? shown : [...shown, ...alignmentNotes(alignment)];
}

/** `Difference 8 of 9: “adjust” in 2 of 4, “catch up” in 1 of 4, absent in 1 of 4` */
function spokenDifference({ alignment, texts }: Picture, at: number): string {
  const place = alignment?.divergences[at];
  if (alignment === undefined || place === undefined) return '';
  const { variants, absent } = variantsIn(alignment, place, (sample) => texts[sample] ?? '');
  const share = (samples: readonly number[]) => `${samples.length} of ${alignment.sampleCount}`;
  const said = variants
    .slice(0, 4)
    .map(({ text, samples }) => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}” in ${share(samples)}`);
  if (variants.length > said.length) said.push(`${variants.length - said.length} more variants`);
  if (absent.length > 0) said.push(`absent in ${share(absent)}`);
  return `Difference ${formatCount(at + 1)} of ${formatCount(alignment.divergences.length)}: ${said.join(', ')}`;
}

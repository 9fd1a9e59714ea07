// The pane "Compare": the chosen generations' outputs in full, side by side, with what differs from a baseline marked.
// Knows what is chosen and which is the baseline; how differences are found is alignOutputs.

import { useId, useMemo, useRef, useState } from 'react';
import { equalAnswers, equalMark, generationName, oneOfEach } from '../../analysis/equalAnswers.ts';
import { pointerOf } from '../../json/pointer.ts';
import type { GenerationRow } from '../../response/report.ts';
import { useAnswer } from '../../state/answer.ts';
import { usePaneKeys } from '../../state/paneKeys.ts';
import { generationAt } from '../../state/selection.ts';
import { activeDocument, useDocument, useStore, useView } from '../../state/store.ts';
import { baselineOf, choose, setBaseline, toggleChosen } from '../../state/view.ts';
import { formatCount } from '../../state/wording.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { BranchesTab } from './branches/BranchesTab.tsx';
import type { ColumnActions, ComparedColumnProps } from './ComparedColumn.tsx';
import { CompareGrid } from './CompareGrid.tsx';
import { CompareLegend } from './CompareLegend.tsx';
import styles from './ComparePane.module.css';
import { CompareToolbar } from './CompareToolbar.tsx';
import { longestMarked, longestShown } from './columnWords.ts';
import type { Compared } from './compared.ts';
import { useAlignment } from './useAlignment.ts';

export interface ComparePaneProps {
  readonly arrangement?: 'full' | 'rail' | 'narrow';
}

/** More columns than a person can compare, and than a page can lay out in time. */
const mostColumns = 40;

export function ComparePane({ arrangement = 'full' }: ComparePaneProps) {
  const document = useDocument();
  const view = useView();
  const areInvisiblesShown = useStore((state) => state.preferences.areInvisiblesShown);
  const lit = useStore((state) => {
    const shown = activeDocument(state);
    return shown && state.hovered !== undefined ? generationAt(shown, state.hovered) : undefined;
  });
  const selected = generationAt(document, view.selection);
  const idBase = useId();
  const area = useRef<HTMLDivElement>(null);

  const baseline = baselineOf(view);
  const wanted = baselineFirst(view.chosen, baseline).slice(0, mostColumns);
  const { value } = useAnswer(wanted.length < 2 ? undefined : `outputs ${wanted.join(' ')}`, (reader) =>
    reader.outputs(wanted, longestShown).then((outputs) => ({ positions: wanted, outputs })),
  );
  const positions = value?.positions;
  const outputs = value?.outputs;
  const texts = useMemo(() => outputs?.map((output) => output?.text ?? '') ?? [], [outputs]);
  // A text that is too long to be marked takes no part; when the baseline is, none does.
  const marked = useMemo(() => {
    const all = texts.map((_, place) => place).filter((place) => (texts[place] ?? '').length <= longestMarked);
    return all[0] === 0 ? all : [];
  }, [texts]);
  const alignment = useAlignment(useMemo(() => marked.map((place) => texts[place] ?? ''), [marked, texts]));
  const tab = view.compareTab === 'branches' ? 'branches' : 'aligned';
  const compared = useMemo<Compared | undefined>(
    () =>
      positions && {
        rows: positions.flatMap((position) => document.rows[position] ?? []),
        texts,
        totalLengths: outputs?.map((output) => output?.totalLength ?? 0) ?? [],
      },
    [positions, document.rows, texts, outputs],
  );
  const groups = useMemo(() => equalAnswers(document.rows), [document.rows]);

  const [step, setStep] = useState<{ readonly of: unknown; readonly at: number }>();
  const currentStep = step?.of === alignment ? step : undefined;
  const current = currentStep?.at;
  const count = alignment?.divergenceCount ?? 0;
  const goTo = (at: number) => {
    if (alignment === undefined || count === 0) return;
    setStep({ of: alignment, at: (at + count) % count });
  };
  const next = () => goTo(current === undefined ? 0 : current + 1);
  const previous = () => goTo(current === undefined ? count - 1 : current - 1);

  const actions = useMemo<ColumnActions>(() => {
    const { select, hover, changeView } = useStore.getState();
    return {
      select: (position) => select(pointerOf('data', position), 'compare'),
      makeBaseline: (position) => changeView((now) => setBaseline(now, position)),
      remove: (position) => changeView((now) => toggleChosen(now, position)),
      hover: (row) => hover(row?.pointer),
    };
  }, []);
  const { changeView } = useStore.getState();
  const move = (by: 1 | -1) => {
    const at = wanted.indexOf(selected ?? -1);
    const position = wanted[at < 0 ? 0 : Math.max(0, Math.min(wanted.length - 1, at + by))];
    if (position === undefined) return;
    actions.select(position);
    area.current
      ?.querySelector(`[data-position="${position}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  usePaneKeys('compare', {
    next: () => move(1),
    previous: () => move(-1),
    open: () => changeView((now) => ({ ...now, isComparing: false, pane: 'generation' })),
    choose: () => selected !== undefined && actions.remove(selected),
    baseline: () => selected !== undefined && actions.makeBaseline(selected),
    nextMatch: next,
    previousMatch: previous,
  });

  const rowOf = (position: number) => document.rows[position];
  const baselineLabel = positions?.[0] === undefined ? undefined : rowOf(positions[0])?.label;
  const columns: readonly ComparedColumnProps[] = (positions ?? []).flatMap((position, place) => {
    const row = rowOf(position);
    if (row === undefined) return [];
    return {
      row,
      place,
      text: outputs?.[place]?.text,
      totalLength: outputs?.[place]?.totalLength ?? 0,
      aligned: alignment?.texts[marked.indexOf(place)],
      baselineLabel: place === 0 ? undefined : baselineLabel,
      equals: equalMark(row, groups),
      isSelected: position === selected,
      isLit: position === lit,
      areInvisiblesShown,
      current,
      areaRef: area,
      actions,
    };
  });
  const distinct = oneOfEach(groups);
  const close = () => changeView((now) => ({ ...now, isComparing: false, pane: 'generations' }));

  return (
    <Pane
      label="Compare"
      className={styles.pane}
      count={`${formatCount(view.chosen.length)} of ${formatCount(document.generationCount)}`}
      header={
        <Tabs
          label="Ways to compare"
          idBase={idBase}
          tabs={[
            { id: 'aligned', label: 'Aligned' },
            { id: 'branches', label: 'Branches' },
          ]}
          selected={tab}
          onSelect={(compareTab) => changeView((now) => ({ ...now, compareTab }))}
        />
      }
      actions={
        <>
          {arrangement === 'narrow' || distinct.length < 2 ? null : (
            <Button
              hint="One of each distinct answer"
              onClick={() => changeView((now) => ({ ...choose({ ...now, chosen: [] }, distinct), isComparing: true }))}
            >
              Choose distinct
            </Button>
          )}
          {columns.length > 0 ? <CopyButton label="Copy outputs" text={() => allOutputs(columns)} /> : null}
          <IconButton icon="x" label="Close Compare" keys="Escape" onClick={close} />
        </>
      }
      toolbar={
        wanted.length < 2 || tab === 'branches' ? undefined : (
          <CompareToolbar
            generations={wanted.flatMap((position) => rowOf(position) ?? [])}
            baseline={baseline}
            onBaseline={actions.makeBaseline}
            divergenceCount={alignment?.divergenceCount}
            current={current}
            onNext={next}
            onPrevious={previous}
          />
        )
      }
      footer={
        columns.length > 1 && tab === 'aligned' && arrangement !== 'narrow' ? (
          <CompareLegend
            textCount={marked.length}
            isApproximate={alignment?.texts.some((text) => text.isApproximate) ?? false}
            leftOut={view.chosen.length - wanted.length}
          />
        ) : undefined
      }
    >
      {wanted.length < 2 ? (
        <EmptyState>Choose two or more generations by their checkboxes to see them side by side.</EmptyState>
      ) : tab === 'branches' ? (
        <TabPanel idBase={idBase} id="branches" className={styles.panel} isFocusable={false}>
          {compared === undefined ? null : <BranchesTab compared={compared} arrangement={arrangement} />}
        </TabPanel>
      ) : (
        <CompareGrid
          idBase={idBase}
          areaRef={area}
          columns={columns}
          rowCount={alignment?.rowCount ?? 1}
          step={currentStep}
          isNarrow={arrangement === 'narrow'}
        />
      )}
    </Pane>
  );
}

function baselineFirst(chosen: readonly number[], baseline: number | undefined): readonly number[] {
  return baseline === undefined ? chosen : [baseline, ...chosen.filter((position) => position !== baseline)];
}

/** Every shown output under its name. */
function allOutputs(columns: readonly { readonly row: GenerationRow; readonly text: string | undefined }[]): string {
  return columns.map(({ row, text }) => `${generationName(row.label)}\n${text ?? ''}`).join('\n\n');
}

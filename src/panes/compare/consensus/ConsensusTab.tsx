// The tab "Consensus": one text to read instead of many, with the forks where samples part, in the line. Knows what is on screen; how the text is
// found is `analysis/consensus`.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { wayOfText } from '../../../analysis/consensus/consensus.ts';
import { mostContestedFirst } from '../../../analysis/contested.ts';
import { pointerOf } from '../../../json/pointer.ts';
import { usePaneKeys } from '../../../state/paneKeys.ts';
import { generationAt } from '../../../state/selection.ts';
import { activeDocument, useStore, useView } from '../../../state/store.ts';
import { announce } from '../../../ui/announce.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { namesOf } from '../sampleWords.ts';
import { useShownOrder } from '../shownOrder.ts';
import frame from '../TabFrame.module.css';
import { WorkNote } from '../WorkNote.tsx';
import styles from './ConsensusTab.module.css';
import { ConsensusText } from './ConsensusText.tsx';
import { ConsensusToolbar, type ForkOrder } from './ConsensusToolbar.tsx';
import { consensusItems, type ForkItem, isNearlyShared } from './consensusItems.ts';
import { precisionNotes, settledWords, sharedWords, wayName } from './consensusWords.ts';
import { ForkList } from './ForkList.tsx';
import { ForkPanel } from './ForkPanel.tsx';
import type { ForkActions } from './ForkSlot.tsx';
import { type ConsensusState, type ReadConsensus, useConsensus, useFollowing } from './useConsensus.ts';

export function ConsensusTab(props: CompareTabProps) {
  const state = useConsensus(props.compared);
  const { read, task } = state;
  if (read === undefined && task.stopped === undefined && task.progress === undefined) {
    const left = props.compared.rows.length - state.silentCount - state.cutCount;
    return left < 2 ? (
      <EmptyState>
        {`${notesOf(state).join(' ')} Fewer than two outputs are left to be read as one text.`.trim()}
      </EmptyState>
    ) : null;
  }
  return (
    <div className={frame.frame}>
      <WorkNote what={`Reading ${plural(props.compared.rows.length, 'sample')} as one text`} task={task} />
      {read === undefined ? null : <Read {...props} read={read} notes={notesOf(state)} />}
    </div>
  );
}

function notesOf({ silentCount, cutCount, read }: ConsensusState): readonly string[] {
  return [
    ...(silentCount > 0 ? [`${plural(silentCount, 'empty output takes', 'empty outputs take')} no part.`] : []),
    ...(cutCount > 0
      ? [`${plural(cutCount, 'output is', 'outputs are')} too long and ${cutCount === 1 ? 'takes' : 'take'} no part.`]
      : []),
    ...(read === undefined ? [] : precisionNotes(read.consensus)),
  ];
}

interface ReadProps extends CompareTabProps {
  readonly read: ReadConsensus;
  readonly notes: readonly string[];
}

function Read({ read, notes, arrangement, shownOrder }: ReadProps) {
  const { consensus, saying, rows } = read;
  const { followed, weighed, toggle, clear } = useFollowing(consensus);
  const [order, setOrder] = useState<ForkOrder>('text');
  const [step, setStep] = useState<{ readonly of: unknown; readonly segment: number }>();
  const [lit, setLit] = useState<number>();
  const [isFolding, setFolding] = useState(true);
  const area = useRef<HTMLDivElement>(null);
  const areInvisiblesShown = useStore((state) => state.preferences.areInvisiblesShown);
  const view = useView();
  const items = useMemo(
    () => consensusItems(consensus, weighed, followed, saying),
    [consensus, weighed, followed, saying],
  );
  const forks = useMemo(() => items.filter((item): item is ForkItem => item.kind === 'fork'), [items]);
  const listed = useMemo(() => {
    if (order === 'text') return forks;
    return mostContestedFirst(forks.map(({ ways }) => ways.map(({ count }) => count))).flatMap(
      (place) => forks[place] ?? [],
    );
  }, [forks, order]);
  const current = step?.of === consensus ? step.segment : undefined;
  const place = forks.findIndex(({ segment }) => segment === current);
  const shownFork = forks.find(({ segment }) => segment === (lit ?? current)) ?? listed[0];

  const samplesOf = (segment: number) => (way: number) =>
    weighed.samples.filter((sample) => wayOfText(consensus, segment, consensus.textOf[sample] ?? -1) === way);
  const selectSample = (sample: number): void => {
    const row = rows[sample];
    if (row) useStore.getState().select(pointerOf('data', row.position, 'output'), 'compare');
  };
  const selectedPosition = (): number | undefined => {
    const shown = activeDocument(useStore.getState());
    return shown && generationAt(shown, view.selection);
  };
  const goTo = (segment: number): void => {
    const item = forks.find((one) => one.segment === segment);
    if (item === undefined) return;
    setStep({ of: consensus, segment });
    announce(spoken(item, consensus.forks.length));
    requestAnimationFrame(() => {
      const slot = area.current?.querySelector<HTMLElement>(`[data-segment="${segment}"]`);
      slot?.scrollIntoView({ block: 'nearest' });
      // Who is in the text goes along; who is in this fork stays where they are.
      const focused = globalThis.document.activeElement;
      if (area.current?.contains(focused) && !slot?.contains(focused)) {
        slot?.querySelector<HTMLElement>('[data-way]')?.focus();
      }
    });
  };
  const walk = (by: 1 | -1): void => {
    const next = place < 0 ? (by > 0 ? 0 : forks.length - 1) : (place + by + forks.length) % forks.length;
    const item = forks[next];
    if (item) goTo(item.segment);
  };
  const moveSample = (by: 1 | -1): void => {
    const selected = selectedPosition();
    const samples = weighed.samples;
    const at = samples.findIndex((sample) => rows[sample]?.position === selected);
    const sample = samples[at < 0 ? 0 : Math.max(0, Math.min(samples.length - 1, at + by))];
    if (sample !== undefined) selectSample(sample);
  };
  usePaneKeys('compare', {
    next: () => moveSample(1),
    previous: () => moveSample(-1),
    nextMatch: () => walk(1),
    previousMatch: () => walk(-1),
  });
  useShownOrder(
    shownOrder,
    useCallback(() => weighed.samples.flatMap((sample) => rows[sample]?.position ?? []), [weighed, rows]),
  );
  const actions: ForkActions = {
    follow: (segment, way) => {
      setStep({ of: consensus, segment });
      toggle({ segment, way });
      // The other panes show one of those who went this way.
      const going = samplesOf(segment)(way);
      const selected = selectedPosition();
      if (!going.some((sample) => rows[sample]?.position === selected)) selectSample(going[0] ?? -1);
    },
    pin: goTo,
    light: setLit,
  };
  const latest = useRef(actions);
  // The slots, of which there may be a thousand, are not drawn again because what they call is another function.
  useEffect(() => {
    latest.current = actions;
  });
  const stable = useMemo(
    (): ForkActions => ({
      follow: (segment, way) => latest.current.follow(segment, way),
      pin: (segment) => latest.current.pin(segment),
      light: (segment) => latest.current.light(segment),
    }),
    [],
  );
  const foldedCount = forks.filter(isNearlyShared).length;
  const settled = settledWords(consensus, weighed, followed, saying);
  return (
    <>
      <ConsensusToolbar
        order={order}
        onOrder={setOrder}
        followed={followed.map(({ segment, way }) => ({
          key: segment,
          words: wayName(consensusItemText(read, segment, way), 24),
          remove: () => toggle({ segment, way }),
        }))}
        samples={weighed.samples.flatMap((sample) => rows[sample] ?? [])}
        allCount={consensus.sampleCount}
        forkCount={consensus.forks.length}
        leftCount={forks.filter(({ ways }) => ways.length > 1).length}
        current={place < 0 ? undefined : forks[place]?.fork}
        onStep={walk}
      />
      <div className={styles.body} data-narrow={arrangement === 'narrow' ? '' : undefined}>
        <ConsensusText
          areaRef={area}
          items={items}
          forkCount={consensus.forks.length}
          current={current}
          isFolding={isFolding}
          areInvisiblesShown={areInvisiblesShown}
          actions={stable}
        />
        {arrangement === 'narrow' || forks.length === 0 ? null : (
          <div className={styles.side}>
            <ForkList consensus={consensus} saying={saying} forks={listed} current={current} onGo={goTo} />
            {shownFork === undefined ? null : (
              <ForkPanel
                read={read}
                item={shownFork}
                samplesOf={samplesOf(shownFork.segment)}
                onSelect={selectSample}
              />
            )}
          </div>
        )}
      </div>
      <div className={frame.footer}>
        <span>{settled ?? [sharedWords(consensus, saying), equalWords(read), ...notes].filter(Boolean).join(' ')}</span>
        {foldedCount === 0 ? null : (
          <button type="button" className={styles.link} onClick={() => setFolding(!isFolding)}>
            {isFolding
              ? `${plural(foldedCount, 'fork', 'forks')} where nearly all agree: show`
              : 'Fold forks where nearly all agree'}
          </button>
        )}
        <span className={styles.hint}>
          {followed.length === 0 ? (
            'Click a way to follow the samples that went it'
          ) : (
            <button
              type="button"
              className={styles.link}
              onClick={clear}
            >{`Esc: all ${formatCount(consensus.sampleCount)} again`}</button>
          )}
        </span>
      </div>
    </>
  );
}

function consensusItemText({ consensus, saying }: ReadConsensus, segment: number, way: number): string {
  const text = consensus.texts[consensus.wayText[(consensus.firstWay[segment] ?? 0) + way] ?? -1];
  return text === undefined ? '' : saying(text.samples[0] ?? -1).slice(text.starts[segment], text.starts[segment + 1]);
}

const mostEqual = 2;

/** `#0 #2 #5 are one text; #3 #6 are one text.` */
function equalWords({ consensus, rows }: ReadConsensus): string {
  const groups = consensus.texts
    .filter(({ samples }) => samples.length > 1)
    .sort((one, other) => other.samples.length - one.samples.length);
  const said = groups.slice(0, mostEqual).map(
    ({ samples }) =>
      `${namesOf(
        samples.flatMap((sample) => rows[sample] ?? []),
        6,
      )} are one text`,
  );
  if (groups.length > mostEqual) said.push(`${formatCount(groups.length - mostEqual)} more are said several times`);
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

/** `Fork 2 of 6: “reads” 4 of 8, “follows” 3 of 8` */
function spoken({ fork, ways, of }: ForkItem, forkCount: number): string {
  const said = ways
    .slice(0, 4)
    .map(({ text, count }) => `${wayName(text)} ${formatCount(count)} of ${formatCount(of)}`);
  if (ways.length > said.length) said.push(`${formatCount(ways.length - said.length)} more ways`);
  return `Fork ${formatCount(fork + 1)} of ${formatCount(forkCount)}: ${said.join(', ')}`;
}

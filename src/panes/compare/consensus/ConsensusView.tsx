// A consensus on screen: the text with its forks, the list of them and what is known of one; which ways are followed, and where a person stands.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { wayOfText } from '../../../analysis/consensus/consensus.ts';
import { mostContestedFirst } from '../../../analysis/contested.ts';
import { mostSurprisingFirst } from '../../../analysis/probability/forkOdds.ts';
import { outputPlace } from '../../../response/samplePlaces.ts';
import { usePaneKeys } from '../../../state/paneKeys.ts';
import { generationAt } from '../../../state/selection.ts';
import { showPlace } from '../../../state/shownPlace.ts';
import { activeDocument, useDocument, useStore, useView } from '../../../state/store.ts';
import { announce } from '../../../ui/announce.ts';
import { copyAndSay } from '../../../ui/copyAndSay.ts';
import { formatCount, plural } from '../../../words/numbers.ts';
import type { CompareTabProps } from '../compared.ts';
import { ForkOddsPanel } from '../odds/ForkOddsPanel.tsx';
import { PlaceStrip } from '../PlaceStrip.tsx';
import { useShownOrder } from '../shownOrder.ts';
import frame from '../TabFrame.module.css';
import { ranks, useInTurn } from '../turns.ts';
import { useMarkdown } from '../useMarkdown.ts';
import styles from './ConsensusTab.module.css';
import { ConsensusText } from './ConsensusText.tsx';
import { ConsensusToolbar, type ForkOrder } from './ConsensusToolbar.tsx';
import { consensusItems, type ForkItem, isNearlyShared, stripOf } from './consensusItems.ts';
import { consensusMarkdown, forkLines } from './consensusMarkdown.ts';
import { equalWords, settledWords, sharedWords, spokenFork, wayName, wayText } from './consensusWords.ts';
import { ForkList } from './ForkList.tsx';
import { ForkPanel } from './ForkPanel.tsx';
import type { ForkActions, SharedWord } from './ForkSlot.tsx';
import { type ReadConsensus, useFollowing } from './useConsensus.ts';
import { useConsensusOdds } from './useConsensusOdds.ts';
import { WordPanel } from './WordPanel.tsx';

export interface ConsensusViewProps extends CompareTabProps {
  readonly read: ReadConsensus;
  readonly notes: readonly string[];
}

/** What stands beside the text as a part of a frame. */
const sideWeight = 8000;

export function ConsensusView({ read, notes, shownOrder }: ConsensusViewProps) {
  const { consensus, saying, rows } = read;
  const { followed, weighed, toggle, clear } = useFollowing(consensus);
  const [order, setOrder] = useState<ForkOrder>('text');
  const [step, setStep] = useState<{ readonly of: unknown; readonly segment: number }>();
  const [lit, setLit] = useState<number>();
  const [word, setWord] = useState<SharedWord & { readonly of: unknown }>();
  const [isFolding, setFolding] = useState(true);
  const area = useRef<HTMLDivElement>(null);
  const oddsState = useConsensusOdds(read, followed.length === 0 ? undefined : weighed.samples);
  const { odds } = oddsState;
  const areOddsShown = useStore((state) => state.preferences.areOddsShown) && odds !== undefined;
  const areInvisiblesShown = useStore((state) => state.preferences.areInvisiblesShown);
  const view = useView();
  const items = useMemo(
    () => consensusItems(consensus, weighed, followed, saying),
    [consensus, weighed, followed, saying],
  );
  const forks = useMemo(() => items.filter((item): item is ForkItem => item.kind === 'fork'), [items]);
  const listed = useMemo(() => {
    if (order === 'text') return forks;
    if (order === 'surprising' && odds !== undefined) {
      return mostSurprisingFirst(forks.map(({ fork }) => odds[fork]?.surprise ?? Number.NaN)).flatMap(
        (place) => forks[place] ?? [],
      );
    }
    return mostContestedFirst(forks.map(({ ways }) => ways.map(({ count }) => count))).flatMap(
      (place) => forks[place] ?? [],
    );
  }, [forks, order, odds]);
  const strip = useMemo(() => stripOf(items), [items]);
  const current = step?.of === consensus ? step.segment : undefined;
  const place = forks.findIndex(({ segment }) => segment === current);
  const settled = settledWords(consensus, weighed, followed, saying);
  const shownFork = forks.find(({ segment }) => segment === (lit ?? current)) ?? listed[0];

  const samplesOf = (segment: number) => (way: number) =>
    weighed.samples.filter((sample) => wayOfText(consensus, segment, consensus.textOf[sample] ?? -1) === way);
  const documentId = useDocument().id;
  /** The other panes go to a sample; `[from, to)` is marked in its output where it lies in that. */
  const selectSample = (sample: number, from = 0, to = 0): void => {
    const row = rows.at(sample);
    if (row === undefined) return;
    useStore.getState().select(outputPlace(row), 'compare');
    if (to <= (read.outputLengths[sample] ?? 0)) showPlace(documentId, row.position, { from, to });
  };
  const selectAt = (sample: number, { segment, from, to }: SharedWord): void => {
    const start = consensus.texts[consensus.textOf[sample] ?? -1]?.starts[segment] ?? 0;
    selectSample(sample, start + from, start + to);
  };
  const selectInFork = (sample: number, segment: number): void => {
    const { starts } = consensus.texts[consensus.textOf[sample] ?? -1] ?? {};
    selectSample(sample, starts?.[segment], starts?.[segment + 1]);
  };
  const selectedPosition = (): number | undefined => {
    const shown = activeDocument(useStore.getState());
    return shown && generationAt(shown, view.selection);
  };
  const goTo = (segment: number): void => {
    const item = forks.find((one) => one.segment === segment);
    if (item === undefined) return;
    setStep({ of: consensus, segment });
    setWord(undefined);
    announce(spokenFork(item, consensus.forks.length));
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
    const at = samples.findIndex((sample) => rows.positions[sample] === selected);
    const sample = samples[at < 0 ? 0 : Math.max(0, Math.min(samples.length - 1, at + by))];
    if (sample !== undefined) selectSample(sample);
  };
  usePaneKeys('compare', {
    next: () => moveSample(1),
    previous: () => moveSample(-1),
    nextMatch: () => walk(1),
    previousMatch: () => walk(-1),
    ...(shownFork && {
      copyMatch: () =>
        void copyAndSay('Fork', [...forkLines(read, shownFork, samplesOf(shownFork.segment))].join('\n')),
    }),
  });
  useMarkdown('consensus', rows.pick(weighed.samples), () =>
    consensusMarkdown(
      read,
      items,
      (segment, way) => samplesOf(segment)(way),
      [...(settled === undefined ? [sharedWords(consensus, saying), equalWords(read)] : [settled]), ...notes].filter(
        (note) => note !== '',
      ),
    ),
  );
  useShownOrder(
    shownOrder,
    useCallback(() => rows.pick(weighed.samples).positions, [weighed, rows]),
  );
  const actions: ForkActions = {
    follow: (segment, way) => {
      setStep({ of: consensus, segment });
      toggle({ segment, way });
      // The other panes show one of those who went this way.
      const going = samplesOf(segment)(way);
      const selected = selectedPosition();
      if (!going.some((sample) => rows.positions[sample] === selected)) selectInFork(going[0] ?? -1, segment);
    },
    pin: goTo,
    light: setLit,
    look: (wanted) => {
      setWord({ of: consensus, ...wanted });
      const selected = weighed.samples.find((sample) => rows.positions[sample] === selectedPosition());
      selectAt(selected ?? weighed.samples[0] ?? -1, wanted);
    },
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
      look: (wanted) => latest.current.look(wanted),
    }),
    [],
  );
  // The text first: what stands beside it has its room, and comes with the next frame.
  const isSideThere = useInTurn(true, { isAtOnce: false, start: false, rank: ranks.rest, weight: sideWeight });
  const foldedCount = forks.filter((fork) => isNearlyShared(fork, consensus.forks.length)).length;
  return (
    <>
      <ConsensusToolbar
        order={order}
        onOrder={setOrder}
        hasOdds={odds !== undefined}
        areOddsShown={areOddsShown}
        followed={followed.map(({ segment, way }) => ({
          key: segment,
          words: wayName(wayText(read, segment, way), 24),
          remove: () => toggle({ segment, way }),
        }))}
        samples={rows.pick(weighed.samples)}
        allCount={consensus.sampleCount}
        forkCount={consensus.forks.length}
        leftCount={forks.filter(({ ways }) => ways.length > 1).length}
        current={place < 0 ? undefined : forks[place]?.fork}
        onStep={walk}
      />
      <div className={styles.body}>
        <div className={styles.reading}>
          <ConsensusText
            areaRef={area}
            items={items}
            forkCount={consensus.forks.length}
            current={current}
            isFolding={isFolding}
            areInvisiblesShown={areInvisiblesShown}
            odds={areOddsShown ? odds : undefined}
            actions={stable}
          />
          {forks.length === 0 ? null : (
            <PlaceStrip
              places={strip.places}
              weights={strip.weights}
              current={place < 0 ? undefined : place}
              onGo={(at) => goTo(forks[at]?.segment ?? -1)}
            />
          )}
        </div>
        {forks.length === 0 ? null : (
          <div className={styles.side}>
            {isSideThere ? (
              <>
                <ForkList consensus={consensus} saying={saying} forks={listed} current={current} onGo={stable.pin} />
                {word?.of === consensus && lit === undefined ? (
                  <WordPanel
                    read={read}
                    word={word}
                    samples={weighed.samples}
                    onSelect={(sample) => selectAt(sample, word)}
                  />
                ) : shownFork === undefined ? null : (
                  <ForkPanel
                    read={read}
                    item={shownFork}
                    samplesOf={samplesOf(shownFork.segment)}
                    onSelect={selectInFork}
                    odds={<ForkOddsPanel state={oddsState} fork={shownFork.fork} ways={shownFork.ways} rows={rows} />}
                    areOddsFirst={odds !== undefined}
                  />
                )}
              </>
            ) : null}
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

// The tab "Distinct": in how many different ways the chosen generations answered. Equal bytes at once, the rest as it is worked out.

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { insteadOfText } from '../../../analysis/insteadOfText.ts';
import { clustersAt } from '../../../analysis/similarity/clusters.ts';
import type { TextGroups } from '../../../analysis/textGroups.ts';
import type { Pointer } from '../../../json/pointer.ts';
import { generationAt } from '../../../state/selection.ts';
import { useDocument, useStore, useView } from '../../../state/store.ts';
import { useTask } from '../../../state/task.ts';
import { compareOnly } from '../../../state/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { plural } from '../../../words/numbers.ts';
import type { Compared, CompareTabProps } from '../compared.ts';
import { leftOutWords } from '../leftOutWords.ts';
import { useShownOrder } from '../shownOrder.ts';
import { type SimilarityState, useSimilarity } from '../similar.ts';
import { matrixShape } from '../similarity/matrixShape.ts';
import { SimilarityMatrix } from '../similarity/SimilarityMatrix.tsx';
import { typicalWords } from '../similarity/typicalWords.ts';
import frame from '../TabFrame.module.css';
import { useThreshold } from '../ThresholdSlider.tsx';
import { useMarkdown } from '../useMarkdown.ts';
import { WorkNote } from '../WorkNote.tsx';
import { type AnswerGroup, answerGroups, wholeTexts } from './answerGroups.ts';
import styles from './DistinctTab.module.css';
import { GroupCounts } from './GroupCounts.tsx';
import { GroupingToolbar } from './GroupingToolbar.tsx';
import { GroupList } from './GroupList.tsx';
import { groupsMarkdown } from './groupsMarkdown.ts';

/** The matrix stands beside the groups up to this many different texts; more have room in the tab "Similarity" only. */
const mostBeside = 16;

export function DistinctTab({ compared, arrangement, shownOrder }: CompareTabProps) {
  const document = useDocument();
  const view = useView();
  const similar = useSimilarity(compared);
  const { similarities, task, texts, places, leftOut, silent, drawn } = similar;
  const note = leftOutWords(compared, leftOut, silent);
  const threshold = useThreshold();
  const settled = useDeferredValue(threshold.value);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());

  const whole = useMemo(() => wholeTexts(compared), [compared]);
  const normalised = useNormalised(whole.texts);
  const clusters = useMemo(
    () => similarities && samplesOf(similarities.matrix.samples, clustersAt(similarities.clustering, settled)),
    [similarities, settled],
  );
  const ways = useGroups(compared, whole.places, normalised, clusters, similar);
  const groups = ways[view.grouping] ?? ways.bytes;
  const answers = useMemo(() => answerCount(groups), [groups]);
  const equalAnswers = useMemo(() => answerCount(ways.bytes), [ways.bytes]);
  const shape = useMemo(() => drawn && matrixShape(drawn.similarities, settled), [drawn, settled]);
  useShownOrder(
    shownOrder,
    useCallback(() => groups.flatMap((group) => compared.rows.pick(group.places).positions), [groups, compared]),
  );

  useMarkdown('distinct', compared.rows, () => groupsMarkdown(compared, groups));

  const sampleOf = useMemo(() => new Map(places.map((place, sample) => [place, sample])), [places]);
  const rows = useMemo(() => compared.rows.pick(places), [places, compared.rows]);
  const means = similarities?.typicality.means;
  const meanOf = (place: number): number | undefined => means?.[sampleOf.get(place) ?? -1];
  const typical = similarities?.typicality.mostTypical;
  const unusual = similarities?.typicality.mostUnusual;
  const isDifferent = (similarities?.matrix.samples.length ?? 0) > 1;

  const actions = useMemo(() => {
    const { select, hover } = useStore.getState();
    return {
      select: (row: { readonly pointer: Pointer }) => select(row.pointer, 'compare'),
      hover: (row: { readonly pointer: Pointer } | undefined) => hover(row?.pointer),
      pick: (row: { readonly position: number }, isPicked: boolean) =>
        setPicked((now) => new Set(isPicked ? [...now, row.position] : [...now].filter((one) => one !== row.position))),
    };
  }, []);

  if (compared.rows.length < 2) {
    return <EmptyState>Choose two or more generations to see how many different answers they are.</EmptyState>;
  }
  const chosenPicks = picked.size === 0 ? [] : compared.rows.positions.filter((position) => picked.has(position));
  const arePicked = chosenPicks.length > 1;
  const compareThese = () => {
    const representatives = groups.flatMap(({ first, isAnswer }) =>
      isAnswer ? (compared.rows.positions[first] ?? []) : [],
    );
    const next = arePicked ? chosenPicks : representatives;
    useStore.getState().changeView((now) => ({ ...compareOnly(now, next), compareTab: 'aligned', pane: 'compare' }));
  };

  return (
    <div className={frame.frame}>
      <div className={frame.toolbar}>
        <GroupingToolbar threshold={threshold} clusterCount={clusters?.length} isNarrow={arrangement === 'narrow'} />
        <span className={frame.end}>
          {chosenPicks.length === 1 ? <span className={styles.picked}>1 picked, pick another to compare</span> : null}
          <Button
            variant="outline"
            disabled={!arePicked && answers < 2}
            hint={
              arePicked ? 'Aligns the samples that are picked in the open groups' : 'Aligns one sample of each group'
            }
            onClick={compareThese}
          >
            {arePicked ? `Compare ${plural(chosenPicks.length, 'picked sample')}` : 'Compare these'}
          </Button>
        </span>
      </div>
      <WorkNote what={`Comparing every pair of ${plural(texts.length, 'text')}`} task={task} />
      <div className={frame.body}>
        <div className={styles.groups}>
          <GroupCounts
            compared={compared}
            bytes={equalAnswers}
            normalised={ways.normalised && answerCount(ways.normalised)}
            clusters={ways.clusters && answerCount(ways.clusters)}
            threshold={threshold.value}
          />
          <GroupList
            groups={groups}
            rows={compared.rows}
            mostTypical={unusual !== undefined && typical !== undefined ? places[typical] : undefined}
            mostUnusual={unusual !== undefined ? places[unusual] : undefined}
            typicalText={isDifferent && typical !== undefined ? texts[typical] : undefined}
            meanOf={meanOf}
            picked={picked}
            selected={generationAt(document, view.selection)}
            actions={actions}
          />
        </div>
        {arrangement === 'full' && drawn && shape && shape.order.length > 1 && shape.order.length <= mostBeside ? (
          <section className={styles.beside} aria-labelledby="distinct-similarity">
            <h3 id="distinct-similarity" className={styles.title}>
              Similarity <span>ordered, so that clusters stand together</span>
            </h3>
            <SimilarityMatrix {...drawn} shape={shape} isBeside />
          </section>
        ) : null}
      </div>
      <div className={frame.footer}>
        <span>
          {ways.bytes.length === 1 ? allEqualWords(compared) : similarities && typicalWords(similarities, rows)}
        </span>
        {note === undefined ? null : <span>Similarity: {note}</span>}
      </div>
    </div>
  );
}

function allEqualWords({ texts, rows }: Compared): string {
  const first = rows.at(0);
  const instead = texts[0] === '' && first?.outputKind !== 'other' ? first && insteadOfText(first) : undefined;
  return instead !== undefined
    ? `All ${plural(rows.length, 'output')} are ${instead}.`
    : `All ${plural(rows.length, 'output')} are equal, byte for byte.`;
}

function answerCount(groups: readonly AnswerGroup[]): number {
  return groups.filter(({ isAnswer }) => isAnswer).length;
}

/** Samples of the texts of each cluster. */
function samplesOf(
  samples: readonly (readonly number[])[],
  clusters: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return clusters.map((cluster) => cluster.flatMap((text) => samples[text] ?? []));
}

/** The groups after the normalisation that the view asks for; those of before while newer ones are worked out. */
function useNormalised(texts: readonly string[]): TextGroups | undefined {
  const { normalised } = useView();
  const input = useMemo(() => {
    if (texts.length < 2) return undefined;
    return {
      texts,
      normalisation: {
        ignoresCase: normalised.includes('case'),
        ignoresWhiteSpace: normalised.includes('white space'),
        ignoresPunctuation: normalised.includes('punctuation'),
      },
    };
  }, [texts, normalised]);
  const { value } = useTask('groups', input);
  return value?.groupOf.length === texts.length ? value : undefined;
}

/** The groups by each way of grouping, as far as they are known; those of equal bytes always are. */
function useGroups(
  compared: Compared,
  wholePlaces: readonly number[],
  normalised: TextGroups | undefined,
  clusters: readonly (readonly number[])[] | undefined,
  { places, similarities }: SimilarityState,
) {
  const means = similarities?.typicality.means;
  const bytes = useMemo(() => answerGroups(compared, [], []), [compared]);
  const byNormalised = useMemo(
    () => normalised && answerGroups(compared, normalised.groups, wholePlaces),
    [compared, normalised, wholePlaces],
  );
  const byClusters = useMemo(() => {
    if (clusters === undefined) return undefined;
    const sampleOf = new Map(places.map((place, sample) => [place, sample]));
    return answerGroups(compared, clusters, places, (place) => means?.[sampleOf.get(place) ?? -1] ?? 0);
  }, [compared, clusters, places, means]);
  return { bytes, normalised: byNormalised, clusters: byClusters };
}

// The line over the aligned texts: what is compared and how it is shown, and steps from difference to difference.

import { generationName } from '../../../analysis/equalAnswers.ts';
import type { GenerationRow } from '../../../response/rows.ts';
import { useStore, useView } from '../../../state/store.ts';
import { granularities, type Ignorable, ignorables, setBaseline } from '../../../state/view.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MenuButton } from '../../../ui/MenuButton.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import styles from './AlignedToolbar.module.css';
import { sizeWords } from './columnWords.ts';

export interface AlignedToolbarProps {
  /** The baseline first. */
  readonly generations: readonly GenerationRow[];
  /** Why the baseline is one: `most typical`; absent when the person chose it. */
  readonly baselineReason: string | undefined;
  /** How near a generation is to all others, in words. */
  readonly meanWords: (position: number) => string | undefined;
  /** Absent while the differences are being looked for. */
  readonly divergenceCount: number | undefined;
  readonly current: number | undefined;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

const granularityWords = { word: 'Word', character: 'Character', sentence: 'Sentence', line: 'Line' } as const;
const ignorableWords: Readonly<Record<Ignorable, string>> = {
  case: 'Case',
  'white space': 'White space',
  punctuation: 'Punctuation',
};
const automatic = 'automatic';

export function AlignedToolbar(props: AlignedToolbarProps) {
  const { generations, baselineReason, meanWords, divergenceCount, current, onNext, onPrevious } = props;
  const { granularity, ignored, baseline } = useView();
  const { compareLayout, isSharedHighlighted } = useStore((state) => state.preferences);
  const { changeView, setPreferences } = useStore.getState();
  const inOrder = [...generations].sort((a, b) => a.position - b.position);
  const [first] = generations;
  return (
    <div className={styles.toolbar}>
      <span className={styles.control}>
        <span className={styles.caption} aria-hidden="true">
          Granularity
        </span>
        <SegmentedControl
          label="Granularity"
          options={granularities.map((value) => ({ value, label: granularityWords[value] }))}
          value={granularity}
          onChange={(value) => changeView((view) => ({ ...view, granularity: value }))}
        />
      </span>
      <span className={styles.control}>
        <span aria-hidden="true">Baseline</span>
        <MenuButton
          label="Baseline"
          variant="outline"
          selected={[baseline === undefined ? automatic : String(baseline)]}
          entries={[
            {
              id: automatic,
              label: 'Most typical',
              hint: 'The sample that is nearest to all others',
            },
            { kind: 'separator', id: 'separator' },
            ...inOrder.map((row) => ({
              id: String(row.position),
              label: generationName(row.label),
              hint: meanWords(row.position),
              detail: sizeWords(row),
            })),
          ]}
          onAction={(id) =>
            changeView((view) => {
              if (id !== automatic) return setBaseline(view, Number(id));
              const { baseline: _removed, ...rest } = view;
              return rest;
            })
          }
        >
          {first === undefined ? '–' : generationName(first.label)}
          {baselineReason === undefined ? null : <span className={styles.reason}>· {baselineReason}</span>}
        </MenuButton>
      </span>
      <MenuButton
        label="Ignore"
        variant="outline"
        selection="multiple"
        selected={ignored}
        entries={ignorables.map((one) => ({ id: one, label: ignorableWords[one] }))}
        onAction={(id) =>
          changeView((view) => ({
            ...view,
            ignored: ignorables.filter((one) => (one === id) !== view.ignored.includes(one)),
          }))
        }
      >
        {ignored.length === 0 ? 'Ignore' : `Ignores ${ignored.join(', ')}`}
      </MenuButton>
      <Switch
        label="Highlight what is shared"
        isOn={isSharedHighlighted}
        onChange={(isOn) => setPreferences({ isSharedHighlighted: isOn })}
      >
        Shared
      </Switch>
      <SegmentedControl
        label="Layout"
        options={[
          { value: 'columns', label: 'Columns' },
          { value: 'stacked', label: 'Stacked' },
        ]}
        value={compareLayout}
        onChange={(value) => setPreferences({ compareLayout: value })}
      />
      <span className={styles.steps}>
        <span className={styles.count}>{stepWords(divergenceCount, current)}</span>
        <IconButton
          icon="chevron-up"
          label="Previous difference"
          keys="p"
          disabled={!divergenceCount}
          onClick={onPrevious}
        />
        <IconButton icon="chevron-down" label="Next difference" keys="n" disabled={!divergenceCount} onClick={onNext} />
      </span>
    </div>
  );
}

function stepWords(count: number | undefined, current: number | undefined): string {
  if (count === undefined) return '–';
  if (count === 0) return 'No differences';
  if (current !== undefined) return `${formatCount(current + 1)} of ${formatCount(count)}`;
  return plural(count, 'difference');
}

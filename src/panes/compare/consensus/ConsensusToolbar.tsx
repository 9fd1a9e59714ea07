// The line over the text: the order of the forks, or which ways are followed and by which samples; and steps from fork to fork.

import type { SampleList } from '../../../response/samples/sampleList.ts';
import { useStore } from '../../../state/store.ts';
import { compareOnly } from '../../../state/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { formatCount, plural } from '../../../words/numbers.ts';
import { namesOf } from '../sampleWords.ts';
import frame from '../TabFrame.module.css';
import styles from './ConsensusToolbar.module.css';

export type ForkOrder = 'text' | 'contested' | 'surprising';

export interface ConsensusToolbarProps {
  readonly order: ForkOrder;
  readonly onOrder: (order: ForkOrder) => void;
  /** The samples' own lists say what was expected. */
  readonly hasOdds: boolean;
  readonly areOddsShown: boolean;
  readonly followed: readonly { readonly key: number; readonly words: string; readonly remove: () => void }[];
  /** Those that went all the ways. */
  readonly samples: SampleList;
  readonly allCount: number;
  readonly forkCount: number;
  /** Forks at which these samples still part. */
  readonly leftCount: number;
  /** The number of the fork that is outlined, among all. */
  readonly current: number | undefined;
  readonly onStep: (by: 1 | -1) => void;
}

const orders = [
  { value: 'text', label: 'In the text' },
  { value: 'contested', label: 'Most contested' },
] as const;
const ordersWithOdds = [...orders, { value: 'surprising', label: 'Most surprising' }] as const;
const oddsChoices = [
  { value: 'said', label: 'Said' },
  { value: 'expected', label: 'Said and expected' },
] as const;

export function ConsensusToolbar(props: ConsensusToolbarProps) {
  const { order, onOrder, hasOdds, areOddsShown, followed, samples, allCount, forkCount, leftCount, current, onStep } =
    props;
  return (
    <div className={frame.toolbar}>
      {followed.length === 0 ? (
        <span className={frame.labelled}>
          <span aria-hidden="true">Order</span>
          <SegmentedControl
            label="Order"
            options={hasOdds ? ordersWithOdds : orders}
            value={order}
            onChange={onOrder}
          />
        </span>
      ) : (
        <>
          <span>Samples that said</span>
          {followed.map(({ key, words, remove }) => (
            <button
              key={key}
              type="button"
              className={styles.chip}
              aria-label={`No longer follow ${words}`}
              onClick={remove}
            >
              {words}
              <Icon name="x" />
            </button>
          ))}
          <span
            className={styles.samples}
          >{`${formatCount(samples.length)} of ${formatCount(allCount)}: ${namesOf(samples)}`}</span>
          <Button
            variant="link"
            disabled={samples.length < 2}
            hint="Compares only these samples"
            onClick={() => useStore.getState().changeView((now) => compareOnly(now, samples.positions))}
          >
            Compare these
          </Button>
        </>
      )}
      {hasOdds ? (
        <span className={frame.labelled}>
          <span aria-hidden="true">Odds</span>
          <SegmentedControl
            label="Odds"
            options={oddsChoices}
            value={areOddsShown ? 'expected' : 'said'}
            onChange={(shown) => useStore.getState().setPreferences({ areOddsShown: shown === 'expected' })}
          />
        </span>
      ) : null}
      <span className={frame.end}>
        <span>{followed.length === 0 ? plural(forkCount, 'fork') : `${plural(leftCount, 'fork')} left`}</span>
        {current === undefined ? null : <span>{`${formatCount(current + 1)} of ${formatCount(forkCount)}`}</span>}
        <IconButton
          icon="chevron-up"
          label="Previous fork"
          keys="p"
          disabled={forkCount === 0}
          onClick={() => onStep(-1)}
        />
        <IconButton
          icon="chevron-down"
          label="Next fork"
          keys="n"
          disabled={forkCount === 0}
          onClick={() => onStep(1)}
        />
      </span>
    </div>
  );
}

// The text itself: what all share as plain text, each fork in its place. A list of segments, so that it reads aloud in its order. One tab stop;
// arrows go from way to way and from fork to fork.

import { type KeyboardEvent, memo, type RefObject } from 'react';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import styles from './ConsensusText.module.css';
import type { ConsensusItem } from './consensusItems.ts';
import { type ForkActions, ForkSlot } from './ForkSlot.tsx';

export interface ConsensusTextProps {
  readonly areaRef: RefObject<HTMLDivElement | null>;
  readonly items: readonly ConsensusItem[];
  readonly forkCount: number;
  /** The segment of the fork that is outlined. */
  readonly current: number | undefined;
  readonly isFolding: boolean;
  readonly areInvisiblesShown: boolean;
  readonly actions: ForkActions;
}

export const ConsensusText = memo(function ConsensusText(props: ConsensusTextProps) {
  const { areaRef, items, forkCount, current, isFolding, areInvisiblesShown, actions } = props;
  const stop = items.some((item) => item.kind === 'fork' && item.segment === current)
    ? current
    : items.find(({ kind }) => kind === 'fork')?.segment;
  return (
    <div ref={areaRef} className={styles.area}>
      <div role="list" aria-label="Text in segments" className={styles.text} onKeyDown={walkWays}>
        {items.map((item) => (
          <span key={item.segment} role="listitem">
            {item.kind === 'shared' ? (
              <VisibleRuns text={item.text} showInvisible={areInvisiblesShown} isPartial />
            ) : (
              <ForkSlot
                item={item}
                forkCount={forkCount}
                isCurrent={item.segment === current}
                isStop={item.segment === stop}
                isFolding={isFolding}
                areInvisiblesShown={areInvisiblesShown}
                actions={actions}
              />
            )}
          </span>
        ))}
      </div>
    </div>
  );
});

/** Up and down among all ways, left and right from fork to fork. */
function walkWays(event: KeyboardEvent<HTMLElement>): void {
  const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 } as const;
  if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
  const ways = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-way]')];
  const at = ways.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  const by = steps[event.key as keyof typeof steps];
  let next = at + by;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const own = ways[at]?.closest('[role="group"]');
    while (ways[next] && ways[next]?.closest('[role="group"]') === own) next += by;
    // To the first way of the fork before.
    const other = ways[next]?.closest('[role="group"]');
    while (by < 0 && ways[next - 1] && ways[next - 1]?.closest('[role="group"]') === other) next--;
  }
  ways[next]?.focus();
}

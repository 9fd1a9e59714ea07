// The text itself: what all share as plain text, each fork in its place. A list of segments, so that it reads aloud in its order. One tab stop;
// arrows go from way to way and from fork to fork.

import { type KeyboardEvent, type MouseEvent, memo, type RefObject, useMemo } from 'react';
import type { ForkOdds } from '../../../analysis/probability/forkOdds.ts';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { ranks, useInTurn } from '../turns.ts';
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
  /** By fork; absent where they are not shown. */
  readonly odds: readonly ForkOdds[] | undefined;
  readonly actions: ForkActions;
}

export const ConsensusText = memo(function ConsensusText(props: ConsensusTextProps) {
  const { areaRef, items, current, ...ofForks } = props;
  const { actions } = ofForks;
  const passages = useMemo(() => passagesOf(items), [items]);
  const stop = items.some((item) => item.kind === 'fork' && item.segment === current)
    ? current
    : items.find(({ kind }) => kind === 'fork')?.segment;
  return (
    <div ref={areaRef} className={styles.area}>
      <div
        role="list"
        aria-label="Text in segments"
        className={styles.text}
        onKeyDown={walkWays}
        onClick={(event) => lookAtWord(event, actions)}
      >
        {passages.map((passage, at) => (
          <Passage
            key={passage[0]?.segment}
            items={passage}
            isFirst={at < passagesAtOnce}
            current={holds(passage, current) ? current : undefined}
            stop={holds(passage, stop) ? stop : undefined}
            {...ofForks}
          />
        ))}
      </div>
    </div>
  );
});

/** Segments that are drawn together; those of the first passage, which fill the view or nearly, at once, the others in the next frames. */
const passageSize = 16;
const passagesAtOnce = 1;
/** A passage as a part of a frame. */
const passageWeight = 4000;

function passagesOf(items: readonly ConsensusItem[]): readonly (readonly ConsensusItem[])[] {
  return Array.from({ length: Math.ceil(items.length / passageSize) }, (_, at) =>
    items.slice(at * passageSize, (at + 1) * passageSize),
  );
}

function holds(passage: readonly ConsensusItem[], segment: number | undefined): boolean {
  return segment !== undefined && passage.some((item) => item.segment === segment);
}

interface PassageProps extends Omit<ConsensusTextProps, 'areaRef'> {
  readonly isFirst: boolean;
  /** The segment with the way at which the tab key stops. */
  readonly stop: number | undefined;
}

const Passage = memo(function Passage(props: PassageProps) {
  const { items, isFirst, forkCount, current, stop, isFolding, areInvisiblesShown, odds, actions } = props;
  const isThere = useInTurn(true, {
    isAtOnce: isFirst || current !== undefined,
    start: false,
    rank: ranks.rest,
    weight: passageWeight,
  });
  if (!isThere) return null;
  return items.map((item) => (
    <span
      key={item.segment}
      role="listitem"
      data-shared={item.kind === 'shared' && item.text.trim() !== '' ? item.segment : undefined}
    >
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
          expected={odds?.[item.fork]?.expected}
          actions={actions}
        />
      )}
    </span>
  ));
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

/** A click on a word that all share looks at it. */
function lookAtWord(event: MouseEvent<HTMLElement>, { look }: ForkActions): void {
  const item = (event.target as Element).closest<HTMLElement>('[data-shared]');
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  // Who drags over the text selects it.
  if (item === null || !caret || getSelection()?.isCollapsed === false) return;
  const before = document.createRange();
  before.setStart(item, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  const { length } = before.toString();
  const text = item.textContent ?? '';
  const from = length - (/\S*$/.exec(text.slice(0, length))?.[0].length ?? 0);
  const to = length + (/^\S*/.exec(text.slice(length))?.[0].length ?? 0);
  if (to > from) look({ segment: Number(item.dataset.shared), from, to });
}

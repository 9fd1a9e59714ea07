// One fork in the text: its ways as short lines, most samples first, each with its share as a bar and in figures. Where all that count go one way
// it is text with a line under it.

import { memo, useState } from 'react';
import { tip } from '../../../ui/tip.ts';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import { saidAndExpected } from '../odds/oddsWords.ts';
import { type ForkItem, isNearlyShared, type ShownWay } from './consensusItems.ts';
import styles from './ForkSlot.module.css';

/** Code units `[from, to)` of what all say in a segment. */
export interface SharedWord {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

export interface ForkActions {
  /** Follows a way, or no longer. */
  follow(segment: number, way: number): void;
  /** Keeps what is known of a fork in view. */
  pin(segment: number): void;
  light(segment: number | undefined): void;
  look(word: SharedWord): void;
}

export interface ForkSlotProps {
  readonly item: ForkItem;
  readonly forkCount: number;
  readonly isCurrent: boolean;
  /** One of its ways is where the tab key stops. */
  readonly isStop: boolean;
  /** Forks where nearly all go one way are read as that one. */
  readonly isFolding: boolean;
  readonly areInvisiblesShown: boolean;
  /** By way: what the samples' own lists give to it, where that is shown. */
  readonly expected?: Float64Array | undefined;
  readonly actions: ForkActions;
}

/** Ways that are shown before a person asks for the others. */
const mostWays = 5;
/** UTF-16 units from which on a way may be cut at its third line. */
const longWay = 150;
/** Milliseconds after which a press is held. */
const heldMs = 500;

export const ForkSlot = memo(function ForkSlot(props: ForkSlotProps) {
  const { item, forkCount, isCurrent, isStop, isFolding, areInvisiblesShown, expected, actions } = props;
  const [isOpen, setOpen] = useState(false);
  const { ways, segment, of } = item;
  const isInLine = ways.length === 1 && !item.isApart;
  const isFolded = isFolding && !isOpen && !isCurrent && isNearlyShared(item, forkCount);
  const shown = isFolded
    ? ways.slice(0, 1)
    : isOpen
      ? ways
      : ways.slice(0, ways.length > mostWays + 1 ? mostWays : mostWays + 1);
  const isAnyLong = !isInLine && ways.some(({ text }) => text.length > longWay);
  const isPadded = areAlikeWhenTrimmed(ways);
  const more = ways.length - shown.length;
  return (
    <span
      role="group"
      aria-label={`Fork ${formatCount(item.fork + 1)} of ${formatCount(forkCount)}`}
      className={isInLine || isFolded ? styles.inLine : styles.slot}
      aria-current={isCurrent || undefined}
      data-segment={segment}
      data-context="difference"
      onContextMenu={() => actions.pin(segment)}
      data-odds={expected === undefined ? undefined : ''}
      onPointerEnter={() => actions.light(segment)}
      onPointerLeave={() => actions.light(undefined)}
    >
      {shown.map((way, place) => (
        <Way
          key={way.way}
          way={way}
          of={of}
          expected={expected?.[way.way]}
          isApart={item.isApart}
          isPressed={item.isFollowed}
          isBare={isInLine || isFolded}
          isCut={!isOpen}
          isPadded={isPadded}
          areInvisiblesShown={areInvisiblesShown || isPadded}
          isStop={isStop && place === 0}
          onPress={() => (isFolded ? setOpen(true) : actions.follow(segment, way.way))}
          onPin={() => actions.pin(segment)}
          onFocus={() => actions.light(segment)}
        />
      ))}
      {isFolded || (more === 0 && !isAnyLong && !isOpen) ? null : (
        <button
          type="button"
          className={styles.more}
          tabIndex={-1}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : more > 0 ? `${formatCount(more)} more` : 'Whole passages'}
        </button>
      )}
    </span>
  );
});

interface WayProps {
  readonly way: ShownWay;
  readonly of: number;
  readonly expected?: number | undefined;
  readonly isApart: boolean;
  readonly isPressed: boolean;
  /** Only its words are drawn. */
  readonly isBare: boolean;
  readonly isCut: boolean;
  /** The white space around the words is part of what differs. */
  readonly isPadded: boolean;
  readonly areInvisiblesShown: boolean;
  readonly isStop: boolean;
  readonly onPress: () => void;
  readonly onPin: () => void;
  readonly onFocus: () => void;
}

function Way(props: WayProps) {
  const {
    way,
    of,
    expected,
    isApart,
    isPressed,
    isBare,
    isCut,
    isPadded,
    areInvisiblesShown,
    isStop,
    onPress,
    onPin,
    onFocus,
  } = props;
  const [held, setHeld] = useState<{ timer?: ReturnType<typeof setTimeout>; isHeld?: boolean }>({});
  const share = `${formatCount(way.count)} of ${formatCount(of)}`;
  const isNothing = way.text === '';
  const trimmed = way.text.trim();
  const text = isPadded || trimmed === '' ? way.text : trimmed;
  const before = isBare ? way.text.slice(0, way.text.indexOf(text)) : '';
  const after = isBare ? way.text.slice(before.length + text.length) : '';
  const release = (): void => clearTimeout(held.timer);
  return (
    <>
      {before}
      <button
        type="button"
        className={styles.way}
        aria-pressed={isPressed}
        tabIndex={isStop ? 0 : -1}
        data-way=""
        onFocus={onFocus}
        onPointerDown={() => {
          const press: typeof held = {};
          press.timer = setTimeout(() => {
            press.isHeld = true;
            onPin();
          }, heldMs);
          setHeld(press);
        }}
        onPointerUp={release}
        onPointerCancel={release}
        onPointerLeave={release}
        onClick={() => held.isHeld !== true && onPress()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onPin();
        }}
        {...(isBare ? tip(`${share} say this`) : {})}
      >
        <span className={styles.words} data-cut={isCut ? '' : undefined} data-nothing={isNothing ? '' : undefined}>
          {isNothing ? (
            <>
              <span aria-hidden="true">∅{isBare ? '' : ' '}</span>
              <span className={styles.nothing}>{isApart ? 'nothing apart: the text below' : 'nothing'}</span>
            </>
          ) : (
            <VisibleRuns text={text} showInvisible={areInvisiblesShown || trimmed === ''} isPartial />
          )}
        </span>
        {isBare ? null : (
          <span className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${(100 * way.count) / of}%` }} />
            {expected === undefined || Number.isNaN(expected) ? null : (
              <i className={styles.expected} style={{ insetInlineStart: `${100 * Math.min(1, expected)}%` }} />
            )}
          </span>
        )}
        <span className={styles.count}>
          {expected === undefined ? ` ${share}` : ` ${saidAndExpected(way.count / of, expected)}, ${share}`}
        </span>
      </button>
      {after}
    </>
  );
}

function areAlikeWhenTrimmed(ways: readonly ShownWay[]): boolean {
  return new Set(ways.map(({ text }) => text.trim())).size < ways.length;
}

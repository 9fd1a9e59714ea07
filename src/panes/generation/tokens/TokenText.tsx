// The text of a choice in its tokens: one list of options with one tab stop. Of a long one only what is near the view is drawn token by token;
// the rest is its plain text. Knows nothing of what a token's card shows.

import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { Measure } from '../../../analysis/probability/measureNames.ts';
import { classNames } from '../../../ui/classNames.ts';
import { copyVerbatim } from '../../../ui/copyVerbatim.ts';
import { TokenChunk } from './TokenChunk.tsx';
import styles from './TokenText.module.css';
import { tokenOnLine } from './tokenOnLine.ts';
import { blocksOf, type TokenPiece, tokenPieces, tokensOfPiece } from './tokenPieces.ts';
import type { Listing, Measured } from './useTokens.ts';

export interface TokenTextProps {
  readonly listing: Listing;
  readonly measure: Measure;
  readonly measured: Measured;
  /** The token that has the tab stop. */
  readonly active: number;
  readonly selected: number | undefined;
  readonly isWrapping: boolean;
  readonly areInvisiblesShown: boolean;
  readonly listRef: RefObject<HTMLDivElement | null>;
  /** The token under the mouse, or with the keyboard's focus. */
  readonly onPeek: (at: number | undefined) => void;
  readonly onActive: (at: number) => void;
  /** Pressed, or Enter. */
  readonly onPin: (at: number) => void;
}

/** Up to so many tokens all are drawn. */
const mostDrawn = 600;

export function TokenText(props: TokenTextProps) {
  const { listing, measured, active, selected, listRef, onPeek, onActive, onPin } = props;
  const { tokens } = listing;
  const isWatched = tokens.length > mostDrawn;
  const blocks = useMemo(
    () =>
      blocksOf(tokenPieces(listing)).map((block, number) => ({
        ...block,
        chunks: block.chunks.map((pieces, at) => ({ key: `${number} ${at}`, pieces, ...rangeOf(pieces) })),
      })),
    [listing],
  );
  const wantsFocus = useRef(false);
  // The focus, which belongs to the browser: it follows the keys.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    elementOf(listRef.current, active)?.focus();
  }, [active, listRef]);
  // In step with the scroll position: what was selected elsewhere comes into view.
  useLayoutEffect(() => {
    if (selected !== undefined) elementOf(listRef.current, selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected, listRef]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPin(active);
      return;
    }
    const next = nextOn(event.key, active, tokens.length, event.currentTarget);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === active) return;
    wantsFocus.current = true;
    onActive(next);
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const at = placeOf(event.target);
    if (at === undefined) return;
    onActive(at);
    if (event.target.matches(':focus-visible')) onPeek(at);
  };
  return (
    <div
      ref={listRef}
      role="listbox"
      aria-label="Tokens"
      aria-orientation="horizontal"
      data-testid="token-text"
      className={classNames(styles.text, props.isWrapping && styles.wrap)}
      onCopy={copyVerbatim}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => onPeek(undefined)}
      onPointerOver={(event) => event.pointerType !== 'touch' && onPeek(placeOf(event.target))}
      onPointerLeave={() => onPeek(undefined)}
      onClick={(event) => {
        const at = placeOf(event.target);
        // Who marks text to copy it presses no token.
        if (at !== undefined && document.getSelection()?.isCollapsed !== false) onPin(at);
      }}
    >
      {blocks.map(({ chunks, rows, goesOn }, block) => (
        <div
          key={chunks[0]?.key}
          className={classNames(isWatched && styles.block, goesOn && styles.goesOn)}
          style={isWatched ? { containIntrinsicBlockSize: `auto calc(${rows} * 1lh)` } : undefined}
        >
          {chunks.map(({ key, pieces, from, to }, at) => (
            <TokenChunk
              key={key}
              pieces={pieces}
              tokens={tokens}
              measure={props.measure}
              valueAt={measured.valueAt}
              steps={measured.steps}
              active={within(active, from, to)}
              selected={within(selected, from, to)}
              areInvisiblesShown={props.areInvisiblesShown}
              isWatched={isWatched}
              isNearAtStart={block === 0 && at < 2}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The tokens of a chunk, from the first to the last. A chunk of a gap alone has none. */
function rangeOf(pieces: readonly TokenPiece[]): { readonly from: number; readonly to: number } {
  const places = pieces.flatMap(tokensOfPiece);
  return { from: places[0] ?? -1, to: places.at(-1) ?? -1 };
}

function within(at: number | undefined, from: number, to: number): number | undefined {
  return at !== undefined && at >= from && at <= to ? at : undefined;
}

function elementOf(list: HTMLElement | null, at: number): HTMLElement | undefined {
  return list?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? undefined;
}

function placeOf(target: EventTarget): number | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined;
  return at === undefined ? undefined : Number(at);
}

function nextOn(key: string, at: number, count: number, list: HTMLElement): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return tokenOnLine(list, at, 1);
    case 'ArrowUp':
      return tokenOnLine(list, at, -1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

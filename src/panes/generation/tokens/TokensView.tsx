// The tokens of a generation on screen: measure, figures, the text in its tokens, the card of one of them, and the least certain ones below.

import { useMemo, useRef, useState } from 'react';
import type { ChoiceRow, GenerationRow } from '../../../response/rows.ts';
import { useAnswer } from '../../../state/answer.ts';
import { useClosedByEscape } from '../../../state/escape.ts';
import { usePaneKeys } from '../../../state/paneKeys.ts';
import { useDocument, useSelection, useStore } from '../../../state/store.ts';
import { LeastCertain } from './LeastCertain.tsx';
import { byDoubt, nextInDoubt } from './leastCertain.ts';
import { SurprisalStrip } from './SurprisalStrip.tsx';
import { TokenCard } from './TokenCard.tsx';
import { TokenFigures } from './TokenFigures.tsx';
import { TokenFloat } from './TokenFloat.tsx';
import { TokensToolbar } from './TokensToolbar.tsx';
import styles from './TokensView.module.css';
import { TokenText } from './TokenText.tsx';
import { tokenAtPointer } from './tokenPieces.ts';
import { useHasMargin } from './useHasMargin.ts';
import { type Listing, useMeasured } from './useTokens.ts';

export interface TokensViewProps {
  readonly row: GenerationRow;
  readonly choice: ChoiceRow;
  readonly listing: Listing;
}

export function TokensView({ row, choice, listing }: TokensViewProps) {
  const { generationCount } = useDocument();
  const selection = useSelection();
  const { isWrapping, areInvisiblesShown, tokenMeasure } = useStore((state) => state.preferences);
  const { select, hover, setPreferences } = useStore.getState();
  const measured = useMeasured(choice, listing, tokenMeasure);
  const order = useMemo(() => byDoubt(listing.tokens), [listing]);
  const partings = useAnswer(
    generationCount > 1 ? `partings ${row.position} ${choice.pointer} ${choice.position}` : undefined,
    (questions) => questions.partings(row.position, choice.pointer, choice.position),
  ).value;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasMargin = useHasMargin(box);

  const selected = useMemo(() => tokenAtPointer(listing, selection), [listing, selection]);
  const [active, setActive] = useState(selected ?? 0);
  const [peeked, setPeeked] = useState<number>();
  /** The selected token whose card was closed. */
  const [closed, setClosed] = useState<number>();
  const pinned = selected === closed ? undefined : selected;

  const pin = (at: number): void => {
    const token = listing.tokens[at];
    if (token === undefined) return;
    setActive(at);
    setPeeked(undefined);
    setClosed(at === pinned ? at : undefined);
    select(token.pointer, 'generation');
  };
  const peek = (at: number | undefined): void => {
    setPeeked(at);
    hover(at === undefined ? undefined : listing.tokens[at]?.pointer);
  };
  const close = (): void => {
    setPeeked(undefined);
    setClosed(selected);
  };
  const go = (at: number): void => {
    if (at !== pinned) pin(at);
  };
  useClosedByEscape(pinned !== undefined || peeked !== undefined, close);
  usePaneKeys('generation', {
    leastCertain: () => {
      const next = nextInDoubt(order, selected);
      if (next !== undefined) go(next);
    },
  });

  const shared = { listing, choice, partings, onClose: close };
  const floating = peeked !== undefined && peeked !== pinned ? peeked : hasMargin ? undefined : pinned;
  return (
    <div ref={box} className={styles.view} data-margin={hasMargin || undefined}>
      <TokensToolbar
        measure={tokenMeasure}
        onMeasure={(measure) => setPreferences({ tokenMeasure: measure })}
        note={
          measured.isOpen
            ? 'The alternatives are being read.'
            : measured.isNowhere
              ? 'No alternatives are listed, so that it is not known of any token.'
              : undefined
        }
      />
      <TokenFigures listing={listing} />
      <SurprisalStrip tokens={listing.tokens} selected={selected} onGo={go} />
      <div className={styles.columns}>
        <div className={styles.text}>
          <TokenText
            listing={listing}
            measure={tokenMeasure}
            measured={measured}
            active={Math.min(active, listing.tokens.length - 1)}
            selected={selected}
            isWrapping={isWrapping}
            areInvisiblesShown={areInvisiblesShown}
            listRef={list}
            onPeek={peek}
            onActive={setActive}
            onPin={pin}
          />
        </div>
        {hasMargin ? (
          <div className={styles.margin}>
            {pinned === undefined ? (
              <p className={styles.hint}>Press a token to keep its alternatives here.</p>
            ) : (
              <TokenCard {...shared} at={pinned} isPinned />
            )}
          </div>
        ) : null}
        <div className={styles.table}>
          <LeastCertain
            listing={listing}
            choice={choice}
            order={order}
            partings={partings}
            selected={selected}
            onGo={go}
          />
        </div>
      </div>
      {floating === undefined ? null : (
        <TokenFloat list={list} at={floating}>
          <TokenCard {...shared} at={floating} isPinned={floating === pinned} />
        </TokenFloat>
      )}
    </div>
  );
}

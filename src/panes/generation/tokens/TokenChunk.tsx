// Some tokens in a row. Far from the view they are the same text without elements, so that nothing moves when they come near.

import { memo, startTransition, useEffect, useRef, useState } from 'react';
import type { Measure } from '../../../analysis/probability/measureNames.ts';
import { probabilityOf } from '../../../analysis/probability/measures.ts';
import { isUnderlined, type Step } from '../../../analysis/probability/scale.ts';
import type { ListedToken } from '../../../response/tokens/token.ts';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { whenNear } from '../../../ui/whenNear.ts';
import styles from './TokenText.module.css';
import { type TokenPiece, tokensOfPiece } from './tokenPieces.ts';
import { kindOf, kindWords, spokenText, stateSigns, tokenName } from './tokenWords.ts';

export interface TokenChunkProps {
  readonly pieces: readonly TokenPiece[];
  readonly tokens: readonly ListedToken[];
  readonly measure: Measure;
  readonly valueAt: (at: number) => number | undefined;
  readonly steps: readonly Step[];
  /** Where it is one of these: the token with the tab stop, and the selected one. */
  readonly active: number | undefined;
  readonly selected: number | undefined;
  readonly areInvisiblesShown: boolean;
  /** Drawn near the view only. */
  readonly isWatched: boolean;
  readonly isNearAtStart: boolean;
}

export const TokenChunk = memo(function TokenChunk(props: TokenChunkProps) {
  const { pieces, active, selected, areInvisiblesShown, isWatched } = props;
  const element = useRef<HTMLSpanElement>(null);
  const [isNear, setNear] = useState(props.isNearAtStart);
  // In step with what the browser has in view.
  useEffect(() => {
    if (!isWatched || element.current === null) return;
    return whenNear(element.current, (now) => startTransition(() => setNear(now)));
  }, [isWatched]);
  const isDrawn = !isWatched || isNear || active !== undefined || selected !== undefined;
  return (
    <span ref={element}>
      {isDrawn ? (
        pieces.map((piece) => (
          <Piece key={piece.kind === 'gap' ? `gap ${piece.text}` : piece.at} piece={piece} {...props} />
        ))
      ) : (
        <VisibleRuns text={pieces.map(textOf).join('')} showInvisible={areInvisiblesShown} isPartial />
      )}
    </span>
  );
});

/** What a piece adds to the text. */
function textOf(piece: TokenPiece): string {
  return piece.kind === 'outside' ? '' : piece.text;
}

function Piece({ piece, ...props }: TokenChunkProps & { readonly piece: TokenPiece }) {
  const runs = <VisibleRuns text={textOf(piece)} showInvisible={props.areInvisiblesShown} isPartial everySpace />;
  switch (piece.kind) {
    case 'gap':
      return (
        <span className={styles.gap} title="No token spells this">
          {runs}
        </span>
      );
    case 'token':
      return (
        <span {...tokenProps(props, piece.at, piece.text)} className={styles.token}>
          {runs}
        </span>
      );
    case 'outside':
      return (
        <span
          {...tokenProps(props, piece.at, piece.text)}
          className={styles.outside}
          data-written={spokenText(piece.text) || '∅'}
        />
      );
    case 'group':
      return (
        <span className={styles.group} role="presentation">
          <span role="presentation">{runs}</span>
          <span className={styles.cells} role="presentation">
            {tokensOfPiece(piece).map((at) => (
              <span
                key={at}
                {...tokenProps(props, at, piece.text, { number: at - piece.at + 1, of: piece.count })}
                className={styles.cell}
              />
            ))}
          </span>
        </span>
      );
  }
}

function tokenProps(
  { tokens, measure, valueAt, steps, active, selected }: TokenChunkProps,
  at: number,
  shown: string,
  part?: Parameters<typeof tokenName>[4],
) {
  const token = tokens[at] as ListedToken;
  const kind = kindOf(token);
  const isFirstOfKind = at === 0 || kindOf(tokens[at - 1] as ListedToken) !== kind;
  const word =
    kind === 'unusable' ? stateSigns[token.state] : kind !== 'answer' && isFirstOfKind ? kindWords[kind] : undefined;
  return {
    role: 'option',
    'data-testid': 'token',
    'data-at': at,
    'data-kind': kind === 'answer' ? undefined : kind,
    'data-word': word,
    'data-step': steps[at] || undefined,
    'data-low': kind === 'answer' && isUnderlined(probabilityOf(token)) ? '' : undefined,
    'aria-label': tokenName(token, shown, measure, valueAt(at), part),
    'aria-selected': selected === at,
    'aria-setsize': tokens.length,
    'aria-posinset': at + 1,
    tabIndex: active === at ? 0 : -1,
  } as const;
}

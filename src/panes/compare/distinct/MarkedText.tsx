// A text with the words marked that the most typical answer does not have. Knows places only.

import { memo } from 'react';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './MarkedText.module.css';

export interface MarkedTextProps {
  readonly text: string;
  /** Code units `[from, to)`, pair after pair, rising. */
  readonly marks: Uint32Array | undefined;
  /** Code units that are shown at most. */
  readonly most: number;
  /** Four lines only, the cut shown as an ellipsis. */
  readonly isPreview: boolean;
  readonly areInvisiblesShown: boolean;
}

export const MarkedText = memo(function MarkedText(props: MarkedTextProps) {
  const { text, marks, isPreview, areInvisiblesShown } = props;
  // Not between the halves of a surrogate pair.
  const most = (text.charCodeAt(props.most - 1) & 0xfc00) === 0xd800 ? props.most - 1 : props.most;
  const shown = text.slice(0, most);
  const isCut = shown.length < text.length;
  return (
    <>
      <div className={isPreview ? styles.preview : styles.text}>
        {piecesOf(shown, marks).map(({ from, to, isMarked }) => {
          const runs = (
            <VisibleRuns
              key={from}
              text={shown.slice(from, to)}
              showInvisible={isPreview || areInvisiblesShown}
              isPartial={to < text.length}
            />
          );
          return isMarked ? <mark key={from}>{runs}</mark> : runs;
        })}
        {isCut && isPreview ? '…' : null}
      </div>
      {isCut && !isPreview ? (
        <p className={styles.cut}>
          Shows the first {formatCount(shown.length)} of {formatCount(text.length)} UTF-16 units; the pane Generation
          has the rest.
        </p>
      ) : null}
    </>
  );
});

function piecesOf(text: string, marks: Uint32Array | undefined) {
  const pieces: { from: number; to: number; isMarked: boolean }[] = [];
  let end = 0;
  for (let at = 0; marks !== undefined && at < marks.length; at += 2) {
    const from = marks[at] as number;
    const to = Math.min(text.length, marks[at + 1] as number);
    if (from >= text.length) break;
    if (from > end) pieces.push({ from: end, to: from, isMarked: false });
    pieces.push({ from, to, isMarked: true });
    end = to;
  }
  if (end < text.length) pieces.push({ from: end, to: text.length, isMarked: false });
  return pieces;
}

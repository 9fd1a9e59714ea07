// The verbatim text of one column, row by row, with its marks. Every row is an element of the column's grid.

import { memo } from 'react';
import { VisibleRuns } from '../../ui/VisibleText.tsx';
import type { Piece } from './alignOutputs.ts';
import styles from './ComparedText.module.css';

export interface ComparedTextProps {
  readonly text: string;
  /** Absent while the differences are not known: then the text is one row without marks. */
  readonly rows: readonly (readonly Piece[])[] | undefined;
  readonly areInvisiblesShown: boolean;
}

/** Rows of the parent grid begin at its third line: above are the head and a note. */
const firstGridRow = 3;

export const ComparedText = memo(function ComparedText({ text, rows, areInvisiblesShown }: ComparedTextProps) {
  const shownRows: readonly (readonly Piece[])[] = rows ?? [[{ from: 0, to: text.length, level: 0 }]];
  return shownRows.map((pieces, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a text have no identity but their place
    <div key={row} className={styles.text} style={{ gridArea: `${row + firstGridRow} / 1` }}>
      {pieces.map((piece) => (
        <MarkedPiece
          key={`${piece.from}-${piece.to}`}
          piece={piece}
          text={text.slice(piece.from, piece.to)}
          isAtEnd={piece.to === text.length}
          areInvisiblesShown={areInvisiblesShown}
        />
      ))}
    </div>
  ));
});

interface MarkedPieceProps {
  readonly piece: Piece;
  readonly text: string;
  readonly isAtEnd: boolean;
  readonly areInvisiblesShown: boolean;
}

function MarkedPiece({ piece, text, isAtEnd, areInvisiblesShown }: MarkedPieceProps) {
  const runs = <VisibleRuns text={text} showInvisible={areInvisiblesShown} isPartial={!isAtEnd} />;
  if (piece.level > 0) {
    return (
      <mark className={styles.mark} data-level={piece.level} data-divergence={piece.divergence}>
        {runs}
      </mark>
    );
  }
  if (piece.divergence === undefined) return runs;
  return (
    <span className={text === '' ? styles.absent : styles.shared} data-divergence={piece.divergence}>
      {runs}
    </span>
  );
}

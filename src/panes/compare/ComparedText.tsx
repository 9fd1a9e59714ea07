// The verbatim text of one column, row by row, with its marks. Every row is an element of the column's grid. The text is always whole; in a
// long one the marks are drawn near the view only, because a page with tens of thousands of marks does not scroll.

import { memo, type RefObject, useMemo, useRef } from 'react';
import { VisibleRuns } from '../../ui/VisibleText.tsx';
import styles from './ComparedText.module.css';
import { useIsNear } from './nearView.ts';
import type { Piece } from './textPieces.ts';

export interface ComparedTextProps {
  readonly text: string;
  /** Absent while the differences are not known: then the text is one row without marks. */
  readonly rows: readonly (readonly Piece[])[] | undefined;
  readonly areInvisiblesShown: boolean;
  /** Number of the difference that is outlined: it is drawn wherever it is. */
  readonly current: number | undefined;
  /** The area in which the text scrolls. */
  readonly areaRef: RefObject<Element | null>;
}

/** Rows of the parent grid begin at its third line: above are the head and a note. */
const firstGridRow = 3;
/** Pieces that are drawn or not drawn together. */
const chunkSize = 64;
/** A text of fewer pieces is drawn at once. */
const fewPieces = 800;

export const ComparedText = memo(function ComparedText(props: ComparedTextProps) {
  const { text, rows, areInvisiblesShown, current, areaRef } = props;
  const chunkRows = useMemo(
    () => (rows ?? [[{ from: 0, to: text.length, level: 0 } as const]]).map(chunksOf),
    [rows, text],
  );
  const isLong = (rows?.reduce((sum, pieces) => sum + pieces.length, 0) ?? 0) > fewPieces;
  return chunkRows.map((chunks, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a text have no identity but their place
    <div key={row} className={styles.text} style={{ gridArea: `${row + firstGridRow} / 1` }}>
      {chunks.map((pieces) => (
        <Chunk
          key={pieces[0]?.from}
          pieces={pieces}
          text={text}
          areInvisiblesShown={areInvisiblesShown}
          isWatched={isLong}
          hasCurrent={current !== undefined && pieces.some((piece) => piece.divergence === current)}
          areaRef={areaRef}
        />
      ))}
    </div>
  ));
});

function chunksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  if (pieces.length <= chunkSize) return [pieces];
  const count = Math.ceil(pieces.length / chunkSize);
  return Array.from({ length: count }, (_, at) => pieces.slice(at * chunkSize, (at + 1) * chunkSize));
}

interface ChunkProps {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly areInvisiblesShown: boolean;
  readonly isWatched: boolean;
  readonly hasCurrent: boolean;
  readonly areaRef: RefObject<Element | null>;
}

const Chunk = memo(function Chunk({ pieces, text, areInvisiblesShown, isWatched, hasCurrent, areaRef }: ChunkProps) {
  const element = useRef<HTMLSpanElement>(null);
  const isNear = useIsNear(element, areaRef, isWatched);
  const from = pieces[0]?.from ?? 0;
  const to = pieces.at(-1)?.to ?? 0;
  return (
    <span ref={element}>
      {isNear || hasCurrent ? (
        pieces.map((piece) => (
          <MarkedPiece
            key={`${piece.from}-${piece.to}`}
            piece={piece}
            text={text.slice(piece.from, piece.to)}
            isAtEnd={piece.to === text.length}
            areInvisiblesShown={areInvisiblesShown}
          />
        ))
      ) : (
        <VisibleRuns text={text.slice(from, to)} showInvisible={areInvisiblesShown} isPartial={to < text.length} />
      )}
    </span>
  );
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

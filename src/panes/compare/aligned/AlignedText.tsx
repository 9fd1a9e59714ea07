// The verbatim text of one column, row by row, with its marks. Every row is an element of the column's grid. The text is always whole; in a
// long one the marks are drawn near the view only, because a page with tens of thousands of marks does not scroll.

import { memo, type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { VisibleRuns } from '../../../ui/VisibleText.tsx';
import { formatCount } from '../../../words/numbers.ts';
import styles from './AlignedText.module.css';
import type { Piece } from './alignedPieces.ts';
import { useIsNear } from './useIsNear.ts';

export interface AlignedTextProps {
  readonly text: string;
  readonly rows: readonly (readonly Piece[])[];
  /** Code units that are drawn: whole pieces, at least so many. */
  readonly limit: number;
  /** Code units that are likely to be in view before anybody has scrolled. */
  readonly unitsAtFirst: number;
  /** How many samples the alignment has. */
  readonly sampleCount: number;
  readonly areInvisiblesShown: boolean;
  readonly isSharedHighlighted: boolean;
  /** Annotations are drawn near the view only. */
  readonly isWatched: boolean;
  /** Number of the difference that is outlined: it is drawn wherever it is. */
  readonly current: number | undefined;
  /** The area in which the text scrolls. */
  readonly areaRef: RefObject<Element | null>;
}

/** Rows of the parent grid begin at its third line: above are the head and a note. */
const firstGridRow = 3;
/** Pieces that are drawn or not drawn together. */
const chunkSize = 48;
const chunkUnits = 600;

export const AlignedText = memo(function AlignedText(props: AlignedTextProps) {
  const { rows, limit, unitsAtFirst, current, ...ofChunks } = props;
  const chunkRows = useMemo(() => rows.map(chunksOf), [rows]);
  const drawn = chunkRows.map((chunks) => chunks.filter(([first]) => (first?.from ?? 0) < Math.max(1, limit)));
  return drawn.map((chunks, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a text have no identity but their place
    <div key={row} className={styles.text} style={{ gridArea: `${row + firstGridRow} / 1` }}>
      {chunks.map((pieces) => (
        <Chunk
          key={pieces[0]?.from}
          {...ofChunks}
          pieces={pieces}
          isFirst={(pieces[0]?.from ?? 0) < unitsAtFirst}
          current={pieces.some((piece) => piece.divergence === current) ? current : undefined}
        />
      ))}
    </div>
  ));
});

function chunksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const chunks: Piece[][] = [];
  for (const piece of pieces) {
    const last = chunks.at(-1);
    const from = last?.[0]?.from;
    if (last === undefined || from === undefined || last.length === chunkSize || piece.from - from >= chunkUnits)
      chunks.push([piece]);
    else last.push(piece);
  }
  return chunks;
}

interface ChunkProps extends Omit<AlignedTextProps, 'rows' | 'limit' | 'unitsAtFirst'> {
  readonly pieces: readonly Piece[];
  /** It is in view before anybody has scrolled. */
  readonly isFirst: boolean;
}

const Chunk = memo(function Chunk(props: ChunkProps) {
  const { pieces, text, areInvisiblesShown, isWatched, current, areaRef } = props;
  const element = useRef<HTMLSpanElement>(null);
  const isNear = useIsNear(element, areaRef, isWatched, props.isFirst);
  const from = pieces[0]?.from ?? 0;
  const to = pieces.at(-1)?.to ?? 0;
  return (
    <span ref={element}>
      {isNear || current !== undefined ? (
        pieces.map((piece) => drawPiece(piece, props))
      ) : (
        <VisibleRuns text={text.slice(from, to)} showInvisible={areInvisiblesShown} isPartial={to < text.length} />
      )}
    </span>
  );
});

/** Printable characters of ASCII: nothing in them is invisible. */
const plain = /^[\x20-\x7e]*$/;

function drawPiece({ from, to, level, divergence, support, moved, isRepeated }: Piece, props: ChunkProps): ReactNode {
  const { text, areInvisiblesShown, sampleCount } = props;
  const part = text.slice(from, to);
  const isAtEnd = to === text.length;
  const isCurrent = divergence !== undefined && divergence === props.current ? '' : undefined;
  const runs =
    !isAtEnd && plain.test(part) ? (
      part
    ) : (
      <VisibleRuns key={`${from}`} text={part} showInvisible={areInvisiblesShown} isPartial={!isAtEnd} />
    );
  if (level > 0) {
    const share = `${formatCount(support)} of ${formatCount(sampleCount)} say this here`;
    return (
      <mark
        key={`${from}`}
        className={styles.mark}
        data-level={level}
        data-divergence={divergence}
        data-moved={moved}
        data-current={isCurrent}
        data-tip={moved === undefined ? share : `${share}; moved: others say it elsewhere`}
      >
        {runs}
      </mark>
    );
  }
  if (divergence !== undefined)
    return (
      <span
        key={`${from} ${divergence}`}
        className={styles.absent}
        data-divergence={divergence}
        data-current={isCurrent}
        data-repeated={isRepeated}
      />
    );
  if (!props.isSharedHighlighted || part.trim() === '') return runs;
  return (
    <span key={`${from}`} className={styles.shared}>
      {runs}
    </span>
  );
}

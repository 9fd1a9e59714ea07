// Foreign text, verbatim: textContent is exactly the string. Annotations for what cannot be seen are drawn by CSS and are
// never part of the text, of a selection or of a copy. Knows nothing of where the text comes from.

import { type ComponentProps, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { chunkText, isLongText, type TextChunk } from './chunkText.ts';
import { classNames } from './classNames.ts';
import { copyVerbatim } from './copyVerbatim.ts';
import { markedPieces, type TextMark } from './markedPieces.ts';
import { previewOf } from './previewOf.ts';
import { type Segment, segmentVisible } from './segmentVisible.ts';
import styles from './VisibleText.module.css';
import { whenNear } from './whenNear.ts';

/** More marked runs than this only hostile text has; what follows stays verbatim but unannotated, shut in a box of its own. */
const mostMarks = 40_000;

export interface VisibleTextProps {
  readonly text: string;
  /** Draws line ends, tabs, spaces at line ends and no-break spaces too. Hidden and reordering ones are always drawn. */
  readonly showInvisible: boolean;
  readonly wrap: boolean;
  readonly testId?: string | undefined;
  readonly className?: string | undefined;
  /** What stands out; the current one comes into view. */
  readonly marks?: readonly TextMark[] | undefined;
}

/** A block of text in the type of its parent. Of a long one only the blocks near the view are laid out and marked. */
export const VisibleText = memo(function VisibleText(props: VisibleTextProps) {
  const { text, showInvisible, wrap, testId, className, marks = noMarks } = props;
  const chunks = useMemo(() => (isLongText(text) ? placed(chunkText(text, wrap)) : undefined), [text, wrap]);
  const isChunked = chunks !== undefined;
  return (
    <div
      className={classNames(styles.text, wrap && styles.wrap, isChunked && !wrap && styles.asWideAsNeeded, className)}
      data-testid={testId}
      onCopy={copyVerbatim}
    >
      {isChunked ? (
        chunks.map(({ chunk, start }, index) => (
          <Chunk
            key={start}
            chunk={chunk}
            start={start}
            marks={marks}
            showInvisible={showInvisible}
            isNearAtStart={index < 2}
          />
        ))
      ) : (
        <MarkedRuns text={text} start={0} marks={marks} showInvisible={showInvisible} isPartial={false} />
      )}
    </div>
  );
});

const noMarks: readonly TextMark[] = [];

/** The blocks with the place in the text where each begins. */
function placed(chunks: readonly TextChunk[]): readonly { readonly chunk: TextChunk; readonly start: number }[] {
  let start = 0;
  return chunks.map((chunk) => {
    const own = start;
    start += chunk.text.length;
    return { chunk, start: own };
  });
}

interface MarkedRunsProps extends VisibleRunsProps {
  /** Where the text begins in the one that the marks are in. */
  readonly start: number;
  readonly marks: readonly TextMark[];
}

function MarkedRuns({ text, start, marks, showInvisible, isPartial = false }: MarkedRunsProps) {
  const pieces = useMemo(() => markedPieces(text, start, marks), [text, start, marks]);
  return pieces.map((piece, index) => {
    const runs = (
      <VisibleRuns
        key={piece.from}
        text={piece.text}
        showInvisible={showInvisible}
        isPartial={isPartial || index < pieces.length - 1}
      />
    );
    return piece.mark === undefined ? runs : <Mark key={piece.from} mark={piece.mark} runs={runs} />;
  });
}

function Mark({ mark, runs }: { readonly mark: TextMark; readonly runs: ReactNode }) {
  const ref = useRef<HTMLElement>(null);
  const isCurrent = mark.isCurrent === true;
  // In step with what the browser has in view, after whoever brings the beginning of another text into it.
  useEffect(() => {
    if (!isCurrent) return;
    const frame = requestAnimationFrame(() => ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [isCurrent]);
  return (
    <mark ref={ref} className={styles.mark} title={mark.title} aria-current={isCurrent || undefined}>
      {runs}
    </mark>
  );
}

interface ChunkProps {
  readonly chunk: TextChunk;
  readonly start: number;
  readonly marks: readonly TextMark[];
  readonly showInvisible: boolean;
  readonly isNearAtStart: boolean;
}

/** A block far from the view is one text node; once near it gets its marks and keeps them, so that selections hold. */
function Chunk({ chunk, start, marks, showInvisible, isNearAtStart }: ChunkProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [wasNear, setNear] = useState(isNearAtStart);
  const end = start + chunk.text.length;
  const isNear = wasNear || marks.some(({ from, to, isCurrent }) => isCurrent === true && from < end && to > start);
  // In step with what the browser has in view.
  useEffect(() => {
    const element = ref.current;
    if (isNear || element === null) return;
    return whenNear(element, setNear);
  }, [isNear]);
  const size: ComponentProps<'div'>['style'] = { containIntrinsicBlockSize: `auto calc(${chunk.rows} * 1lh)` };
  return (
    <div ref={ref} className={classNames(styles.chunk, chunk.goesOn && styles.goesOn)} style={size}>
      {isNear ? (
        <MarkedRuns
          text={chunk.text}
          start={start}
          marks={marks}
          showInvisible={showInvisible}
          isPartial={chunk.goesOn}
        />
      ) : (
        chunk.text
      )}
    </div>
  );
}

export interface VisibleRunsProps {
  readonly text: string;
  readonly showInvisible: boolean;
  /** The text is a piece that ends inside a line. */
  readonly isPartial?: boolean | undefined;
  /** With `showInvisible`: every space, not only those at line ends. */
  readonly everySpace?: boolean | undefined;
}

/**
 * The runs of a text without a block around them, for texts in pieces (words, tokens). The parent needs `white-space`
 * pre or pre-wrap and should isolate direction.
 */
export function VisibleRuns({ text, showInvisible, isPartial = false, everySpace = false }: VisibleRunsProps) {
  const segments = useMemo(
    () => segmentVisible(text, { showAll: showInvisible, isPartial, everySpace }),
    [text, showInvisible, isPartial, everySpace],
  );
  const first = segments[0];
  if (segments.length <= 1 && first?.mark === undefined) return text;
  if (segments.length <= mostMarks) return segments.map(renderSegment);
  const rest = segments.slice(mostMarks).map((segment) => segment.text);
  return (
    <>
      {segments.slice(0, mostMarks).map(renderSegment)}
      <span className={styles.rest} title="Too many invisible characters: from here on they are not drawn">
        {rest.join('')}
      </span>
    </>
  );
}

function renderSegment(segment: Segment, index: number) {
  if (segment.mark === undefined) return segment.text;
  return (
    <span key={index} className={styles[segment.kind]} data-mark={segment.mark} title={segment.title}>
      {segment.text}
    </span>
  );
}

export interface PreviewTextProps {
  readonly text: string;
  /** Longest text that is looked at, in UTF-16 units; the box itself cuts with an ellipsis. Default 400. */
  readonly maxLength?: number | undefined;
  /** The text is a piece that ends inside a line. */
  readonly isPartial?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One line of a text: line ends are drawn as marks and the rest is cut at the edge of the box. */
export const PreviewText = memo(function PreviewText(props: PreviewTextProps) {
  const { text, maxLength = 400, isPartial = false, className } = props;
  const { shown, isCut } = useMemo(() => previewOf(text, maxLength), [text, maxLength]);
  const segments = useMemo(
    () => segmentVisible(shown, { showAll: true, isPartial: isCut || isPartial }),
    [shown, isCut, isPartial],
  );
  return (
    <PreviewLine isCutAfter={isCut} className={className}>
      {segments.map((segment, index) =>
        segment.text === '\n' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no identity but their place
          <span key={index} className={styles.before} data-mark="↵" />
        ) : (
          renderSegment(segment, index)
        ),
      )}
    </PreviewLine>
  );
});

export interface PreviewLineProps {
  readonly isCutBefore?: boolean | undefined;
  readonly isCutAfter?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The box of one line of a text, cut at its end with an ellipsis: one that runs from right to left at its left end. */
export function PreviewLine({ isCutBefore = false, isCutAfter = false, className, children }: PreviewLineProps) {
  return (
    <span dir="auto" className={classNames(styles.preview, className)}>
      {isCutBefore ? <span className={styles.quiet}>…</span> : null}
      {children}
      {isCutAfter ? <span className={styles.quiet}>…</span> : null}
    </span>
  );
}

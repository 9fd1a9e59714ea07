// One line of the source: its number, its text with the selected range and what the search found in `mark`, and what is cut of a long line. Knows no store.

import { Fragment, type ReactNode } from 'react';
import type { SourceLine } from '../../response/questions.ts';
import { classNames } from '../../ui/classNames.ts';
import { VisibleRuns } from '../../ui/VisibleText.tsx';
import { plural } from '../../words/numbers.ts';
import { isInRange, type LineMarks, type LineSegment, lineSegments } from './lineSegments.ts';
import styles from './SourceLineRow.module.css';

export interface SourceLineRowProps {
  readonly number: number;
  /** Undefined until it is known. */
  readonly line: SourceLine | undefined;
  readonly top: number;
  readonly isWrapping: boolean;
  readonly marks: LineMarks;
  /** Shows the part of a long line before (-1) or after (1) the one that is shown. */
  readonly onMove: (line: SourceLine, by: -1 | 1) => void;
}

export function SourceLineRow({ number, line, top, isWrapping, marks, onMove }: SourceLineRowProps) {
  const hasError = marks.errorColumn !== undefined;
  const isSelected = isInRange(number, marks.marked);
  const isManyLines = marks.marked !== undefined && marks.marked.start.line !== marks.marked.end.line;
  const segments = line === undefined ? [] : lineSegments(line, marks);
  const isErrorAtEnd = hasError && line !== undefined && line.cutAfter === 0 && !segments.some((one) => one.isError);
  return (
    <div
      className={classNames(styles.line, isWrapping && styles.wrapping)}
      style={{ top }}
      data-line={number}
      data-selected={isSelected || undefined}
      data-error={hasError || undefined}
    >
      <span className={styles.number}>{number}</span>
      {line === undefined ? null : (
        <span className={styles.body}>
          {line.cutBefore > 0 ? (
            <button type="button" className={styles.cut} onClick={() => onMove(line, -1)}>
              ‹ {plural(line.cutBefore, 'character')} before
            </button>
          ) : null}
          <span className={styles.text} data-source-text="" data-many-lines={isManyLines || undefined}>
            {segments.map((segment, at) => renderSegment(segment, at, hasError))}
            {isErrorAtEnd ? <span className={styles.errorEnd} data-mark="↵" /> : null}
          </span>
          {line.cutAfter > 0 ? (
            <button type="button" className={styles.cut} onClick={() => onMove(line, 1)}>
              {plural(line.cutAfter, 'character')} after ›
            </button>
          ) : null}
        </span>
      )}
    </div>
  );
}

function renderSegment(segment: LineSegment, key: number, showInvisible: boolean): ReactNode {
  const { inserted, isRemoved } = segment;
  if (inserted === undefined && !isRemoved) return renderText(segment, key, showInvisible);
  const text = segment.text === '' ? null : renderText(segment, key, showInvisible);
  return (
    <Fragment key={key}>
      {inserted === undefined ? null : <Inserted text={inserted} />}
      {isRemoved ? <del className={styles.removed}>{text}</del> : text}
    </Fragment>
  );
}

/** Drawn by its style: it is no part of the line, and is neither copied nor counted. */
function Inserted({ text }: { readonly text: string }) {
  const shown = text.replace(/\r\n|\n|\r/g, '⏎');
  return <span className={styles.inserted} role="img" aria-label={`inserted: ${shown}`} data-inserted={shown} />;
}

function renderText(segment: LineSegment, key: number, showInvisible: boolean): ReactNode {
  const runs = <VisibleRuns text={segment.text} showInvisible={showInvisible} isPartial />;
  const name = classNames(segment.isLit && styles.lit, segment.isError && styles.error);
  if (segment.isFound) {
    return (
      <mark key={key} data-found="" className={classNames(styles.found, name)}>
        {runs}
      </mark>
    );
  }
  if (segment.isMarked) {
    return (
      <mark key={key} className={classNames(styles.marked, name)}>
        {runs}
      </mark>
    );
  }
  return (
    <span key={key} className={name}>
      {runs}
    </span>
  );
}

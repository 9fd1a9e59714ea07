// A text of the document, verbatim: whole up to a million code units, a longer one part by part, saying so.

import { type ReactNode, useMemo, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { Questions, TextWindow } from '../../response/questions.ts';
import { useAnswer } from '../../state/answer.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { copyVerbatim } from '../../ui/copyVerbatim.ts';
import { VisibleRuns, VisibleText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './DocumentText.module.css';
import { cutPart, markedPieces, partCount, type TextMark, textPart, windowAround } from './textParts.ts';

/** How the windows of a text that stands at no single place are asked for. */
export interface TextQuestion {
  readonly key: string;
  ask(questions: Questions, from: number, length: number): Promise<TextWindow | undefined>;
}

export interface DocumentTextProps {
  /** The text or its beginning. */
  readonly start: TextWindow;
  /** Where the rest can be asked for; absent when `start` is whole. */
  readonly pointer?: Pointer | TextQuestion | undefined;
  readonly testId?: string | undefined;
  readonly className?: string | undefined;
  readonly marks?: readonly TextMark[] | undefined;
  /** Line breaks are layout that we made, or that of a source text: they are no part of what is worth marking. */
  readonly isLayoutOurs?: boolean | undefined;
  /** Follows the last character. */
  readonly after?: ReactNode;
}

/** In UTF-16 code units. */
const longestInline = 10_000;

/** Give it a `key` of the text it shows: the part on screen is its own. */
export function DocumentText({
  start,
  pointer,
  testId,
  className,
  marks,
  isLayoutOurs = false,
  after,
}: DocumentTextProps) {
  const { isWrapping, areInvisiblesShown } = useStore((state) => state.preferences);
  const [number, setNumber] = useState(0);
  const { totalLength } = start;
  const count = partCount(totalLength);
  const part = textPart(totalLength, Math.min(number, count - 1));
  const known = cutPart(start, part);
  const wanted = windowAround(part);
  const asked = useAnswer(
    known || pointer === undefined
      ? undefined
      : `text ${typeof pointer === 'object' ? pointer.key : pointer} ${wanted.from} ${wanted.length}`,
    (questions) =>
      typeof pointer === 'object'
        ? pointer.ask(questions, wanted.from, wanted.length)
        : questions.text(pointer as Pointer, wanted.from, wanted.length),
  );
  const shown = known ?? (asked.value && cutPart(asked.value, part)) ?? start;
  const pieces = useMemo(() => (marks === undefined ? [] : markedPieces(shown, marks)), [shown, marks]);
  const showInvisible = areInvisiblesShown && !isLayoutOurs;
  // What follows the text stands behind its last character; a long text is laid out in blocks and stays one.
  const isInline = shown.text.length <= longestInline;
  const textClass = classNames(isInline && styles.inline, className);
  return (
    <div className={classNames(styles.block, isWrapping && styles.wrapping)}>
      {count > 1 ? (
        <div className={styles.parts}>
          <p>
            A long text: {formatCount(part.from + 1)} to {formatCount(part.to)} of {formatCount(totalLength)} code units
            are shown. Copy gives all of it.
          </p>
          {number > 0 ? (
            <Button variant="outline" onClick={() => setNumber(number - 1)}>
              Show previous part
            </Button>
          ) : null}
          {number < count - 1 ? (
            <Button variant="outline" onClick={() => setNumber(number + 1)}>
              Show next part
            </Button>
          ) : null}
        </div>
      ) : null}
      {marks === undefined ? (
        <VisibleText
          text={shown.text}
          showInvisible={showInvisible}
          wrap={isWrapping}
          testId={testId}
          className={textClass}
        />
      ) : (
        <div className={classNames(styles.pieces, textClass)} data-testid={testId} onCopy={copyVerbatim}>
          {pieces.map(({ text, from, mark }) =>
            mark === undefined ? (
              <VisibleText
                key={from}
                text={text}
                showInvisible={showInvisible}
                wrap={isWrapping}
                className={textClass}
              />
            ) : (
              <mark key={from} className={styles.mark} title={mark.title}>
                <VisibleRuns text={text} showInvisible={showInvisible} />
              </mark>
            ),
          )}
        </div>
      )}
      {number === count - 1 ? after : null}
    </div>
  );
}

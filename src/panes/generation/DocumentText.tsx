// A text of the document, verbatim: whole up to a million code units, a longer one part by part, saying so.

import { type ReactNode, useMemo, useState } from 'react';
import type { Pointer } from '../../json/pointer.ts';
import type { MatchRange } from '../../response/matches.ts';
import type { Questions, TextWindow } from '../../response/questions.ts';
import { useAnswer } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import type { TextMark } from '../../ui/markedPieces.ts';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { formatCount } from '../../words/numbers.ts';
import styles from './DocumentText.module.css';
import { cutPart, partCount, partHolding, textPart, windowAround } from './textParts.ts';

/** How the windows of a text that stands at no single place are asked for. */
export interface TextQuestion {
  readonly key: string;
  ask(questions: Questions, from: number, length: number): Promise<TextWindow | undefined>;
}

/** What the filter or the search finds in the whole text, and which of it the keys are at. */
export interface WalkedMatches {
  readonly ranges: readonly MatchRange[];
  readonly current: number;
  readonly title: string;
}

export interface DocumentTextProps {
  /** The text or its beginning. */
  readonly start: TextWindow;
  /** Where the rest can be asked for; absent when `start` is whole. */
  readonly pointer?: Pointer | TextQuestion | undefined;
  readonly testId?: string | undefined;
  readonly className?: string | undefined;
  readonly marks?: readonly TextMark[] | undefined;
  /** Marked, and the part with the current one comes on screen. The same object as long as it is the same. */
  readonly matches?: WalkedMatches | undefined;
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
  matches,
  isLayoutOurs = false,
  after,
}: DocumentTextProps) {
  const { isWrapping, areInvisiblesShown } = useStore((state) => state.preferences);
  const { totalLength } = start;
  const count = partCount(totalLength);
  const current = matches?.ranges[matches.current];
  // The part that a person went to, until the keys walk on to another match.
  const [gone, setGone] = useState<{ readonly number: number; readonly from: MatchRange | undefined }>();
  const walkedTo = current && partHolding(totalLength, current.from);
  const number = Math.min((gone?.from === current ? gone?.number : walkedTo) ?? gone?.number ?? 0, count - 1);
  const goTo = (next: number) => setGone({ number: next, from: current });
  const part = useMemo(() => textPart(totalLength, number), [totalLength, number]);
  const known = useMemo(() => cutPart(start, part), [start, part]);
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
  const cut = useMemo(() => known ?? (asked.value && cutPart(asked.value, part)), [known, asked.value, part]);
  const shown = useHeld(cut) ?? start;
  // Places in what is shown, from its beginning.
  const shownMarks = useMemo(() => {
    const end = shown.from + shown.text.length;
    const found = matches?.ranges.flatMap((range, at): readonly TextMark[] => {
      if (range.to <= shown.from || range.from >= end) return [];
      return [{ ...range, title: matches.title, isCurrent: at === matches.current }];
    });
    return (found ?? marks)?.map((mark) => ({
      ...mark,
      from: Math.max(0, mark.from - shown.from),
      to: Math.min(mark.to, end) - shown.from,
    }));
  }, [marks, shown, matches]);
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
            <Button variant="outline" onClick={() => goTo(number - 1)}>
              Show previous part
            </Button>
          ) : null}
          {number < count - 1 ? (
            <Button variant="outline" onClick={() => goTo(number + 1)}>
              Show next part
            </Button>
          ) : null}
        </div>
      ) : null}
      <VisibleText
        text={shown.text}
        marks={shownMarks}
        showInvisible={showInvisible}
        wrap={isWrapping}
        testId={testId}
        className={textClass}
      />
      {number === count - 1 ? after : null}
    </div>
  );
}

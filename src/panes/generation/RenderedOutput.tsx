// An output rendered as Markdown: read in the disposable worker, with its verbatim text on screen until that is done or where it cannot be done.

import { type ReactNode, useMemo, useState } from 'react';
import type { TextWindow } from '../../response/questions.ts';
import { useTask } from '../../state/task.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../words/numbers.ts';
import { MarkdownView } from './MarkdownView.tsx';
import styles from './RenderedOutput.module.css';

export interface RenderedOutputProps {
  /** Whole up to a million code units; a longer one is not rendered. */
  readonly output: TextWindow;
  /** The same text as it is. */
  readonly verbatim: ReactNode;
  /** Follows the last character. */
  readonly after: ReactNode;
}

/** Code units from which a person is asked before. */
const longText = 200_000;
const deadlineMs = 5000;
const askedDeadlineMs = 60_000;

export function RenderedOutput({ output, verbatim, after }: RenderedOutputProps) {
  const { text, totalLength } = output;
  const isWhole = text.length === totalLength;
  const [agreed, setAgreed] = useState<string>();
  const isLong = totalLength > longText;
  const isWanted = isWhole && (!isLong || agreed === text);
  const input = useMemo(() => (isWanted ? { text } : undefined), [isWanted, text]);
  const task = useTask('markdown', input, isLong ? askedDeadlineMs : deadlineMs);

  if (!isWhole) {
    return (
      <>
        <p className={styles.note}>
          This output has {formatCount(totalLength)} code units, too many to be rendered. Its text is shown part by
          part.
        </p>
        {verbatim}
      </>
    );
  }
  if (!isWanted) {
    return (
      <>
        <div className={styles.note}>
          <p>
            This output has {formatCount(totalLength)} code units. Rendering it may take a while and make this page
            slow.
          </p>
          <Button variant="outline" onClick={() => setAgreed(text)}>
            Render it
          </Button>
        </div>
        {verbatim}
      </>
    );
  }
  if (task.stopped !== undefined) {
    const seconds = (isLong ? askedDeadlineMs : deadlineMs) / 1000;
    const why =
      task.stopped.why === 'deadline'
        ? `It took longer than ${seconds} seconds.`
        : task.stopped.why === 'cancelled'
          ? 'It was cancelled.'
          : `${task.stopped.message}.`;
    return (
      <>
        <div className={styles.note}>
          <p>This output was not rendered; its text is shown. {why}</p>
          <Button variant="outline" onClick={task.again}>
            Try again
          </Button>
        </div>
        {verbatim}
      </>
    );
  }
  // What was rendered before stays until the next is there.
  if (task.value === undefined || (isLong && task.isStale)) {
    return (
      <>
        {isLong ? (
          <div className={styles.note}>
            <p>Rendering…</p>
            <Button variant="outline" onClick={task.cancel}>
              Cancel
            </Button>
          </div>
        ) : null}
        {verbatim}
      </>
    );
  }
  return (
    <div data-testid="output-rendered" aria-busy={task.isStale}>
      <MarkdownView nodes={task.value} />
      {after}
    </div>
  );
}

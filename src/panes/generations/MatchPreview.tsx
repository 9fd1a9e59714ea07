// The part of an output around the first match of the filter, with every match in it marked.

import type { Excerpt } from '../../response/matches.ts';
import { classNames } from '../../ui/classNames.ts';
import { VisibleRuns } from '../../ui/VisibleText.tsx';
import styles from './MatchPreview.module.css';

interface MatchPreviewProps {
  readonly excerpt: Excerpt;
  readonly className?: string | undefined;
}

export function MatchPreview({ excerpt, className }: MatchPreviewProps) {
  const { from, text, ranges } = excerpt;
  const ends = [0, ...ranges.map((range) => range.to)];
  // Line ends would break the line, and here nobody looks for them.
  const part = (start: number, end: number) => (
    <VisibleRuns text={text.slice(start, end).replace(/[\r\n]+/g, ' ')} showInvisible={false} isPartial />
  );
  return (
    <span dir="auto" className={classNames(styles.preview, className)}>
      {from > 0 ? <span className={styles.quiet}>…</span> : null}
      {ranges.map((range, at) => (
        <span key={range.from}>
          {part(ends[at] ?? 0, range.from)}
          <mark className={styles.match}>{part(range.from, range.to)}</mark>
        </span>
      ))}
      {part(ends.at(-1) ?? 0, text.length)}
    </span>
  );
}

// The part of an output around a match of the filter or a hit of the search, with every match in it marked, and the one that the keys are at as such.

import type { Excerpt } from '../../response/matches.ts';
import { PreviewLine, VisibleRuns } from '../../ui/VisibleText.tsx';
import styles from './MatchPreview.module.css';

interface MatchPreviewProps {
  readonly excerpt: Excerpt;
  /** The keys are at the match that it is around. */
  readonly isWalked?: boolean;
  readonly className?: string | undefined;
}

export function MatchPreview({ excerpt, isWalked = false, className }: MatchPreviewProps) {
  const { from, text, ranges, current } = excerpt;
  const ends = [0, ...ranges.map((range) => range.to)];
  // Line ends would break the line, and here nobody looks for them.
  const part = (start: number, end: number) => (
    <VisibleRuns text={text.slice(start, end).replace(/[\r\n]+/g, ' ')} showInvisible={false} isPartial />
  );
  return (
    <PreviewLine isCutBefore={from > 0} className={className}>
      {ranges.map((range, at) => (
        <span key={range.from}>
          {part(ends[at] ?? 0, range.from)}
          <mark className={styles.match} aria-current={(isWalked && at === current) || undefined}>
            {part(range.from, range.to)}
          </mark>
        </span>
      ))}
      {part(ends.at(-1) ?? 0, text.length)}
    </PreviewLine>
  );
}

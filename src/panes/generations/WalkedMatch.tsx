// The part of an output around the match that the keys have walked to: the first is known with its row, the others are asked for.

import { useMemo } from 'react';
import { type Excerpt, excerptAround, excerptReach } from '../../response/matches.ts';
import type { GenerationRow } from '../../response/rows.ts';
import { useAnswer } from '../../state/answer.ts';
import { useHeld } from '../../state/held.ts';
import { useMatchRanges } from '../../state/matchRanges.ts';
import { useView } from '../../state/store.ts';
import { MatchPreview } from './MatchPreview.tsx';

export interface WalkedMatchProps {
  readonly row: GenerationRow;
  /** Around the first match: shown until the other is there. */
  readonly first: Excerpt;
  /** From 0, among the matches in the output. */
  readonly at: number;
  readonly className?: string | undefined;
}

export function WalkedMatch({ row, first, at, className }: WalkedMatchProps) {
  const { position } = row;
  const detail = useAnswer(`generation ${position}`, (questions) => questions.generation(position));
  const output = detail.value?.position === position ? detail.value.output : undefined;
  const ranges = useMatchRanges(position, output, useView());
  const match = ranges[at];
  const isWhole = output !== undefined && output.text.length === output.totalLength;
  const from = Math.max(0, (match?.from ?? 0) - excerptReach.before);
  const near = useAnswer(match === undefined || isWhole ? undefined : `output ${position} ${from}`, (questions) =>
    questions.output(position, from, excerptReach.before + excerptReach.after),
  );
  const window = isWhole ? output : near.isStale ? undefined : near.value;
  const excerpt = useMemo(
    () => (window === undefined || match === undefined ? undefined : excerptAround(window, ranges, match)),
    [window, ranges, match],
  );
  return <MatchPreview excerpt={useHeld(excerpt) ?? first} isWalked className={className} />;
}

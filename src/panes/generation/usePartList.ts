// The list of a tab whose parts can be very many: asks for those in view, and draws the generation of before until those of the next are there.
// Knows no elements.

import { useMemo, useState } from 'react';
import type { GenerationPart, PartWindow } from '../../response/generationParts.ts';
import type { GenerationDetail } from '../../response/questions.ts';
import { useAnswer } from '../../state/answer.ts';
import { type RowWindow, useRowWindow } from '../../ui/useRowWindow.ts';
import { type PartLines, type PartPlace, partPages } from './partLines.ts';

export interface PartList {
  /** The generation that is drawn. */
  readonly detail: GenerationDetail;
  readonly lines: PartLines;
  readonly window: RowWindow;
  /** The line that the keys are at. */
  readonly active: number;
  readonly setActive: (at: number) => void;
  /** Undefined until it is known. */
  readonly partOf: (line: PartPlace) => GenerationPart | undefined;
}

/** Of a part that was not drawn yet, in CSS pixels. */
const usualPx = 96;

interface Known {
  readonly detail: GenerationDetail;
  readonly windows: readonly PartWindow[];
}

/** `linesOf` lays out the lines of a generation; the same function always. */
export function usePartList(next: GenerationDetail, linesOf: (detail: GenerationDetail) => PartLines): PartList {
  const [detail, setDetail] = useState(next);
  const [stand, setStand] = useState({ of: detail, at: 0 });
  const lines = useMemo(() => linesOf(detail), [linesOf, detail]);
  const active = stand.of === detail ? Math.min(stand.at, lines.count - 1) : 0;
  const window = useRowWindow({ count: lines.count, of: detail.position, usualPx, active });

  const isNext = next !== detail;
  const pages = partPages(isNext ? linesOf(next) : lines, isNext ? [0] : window.shown);
  const key = pages.map(({ kind, from }) => `${kind} ${from}`).join(' ');
  const { value } = useAnswer(`parts ${next.position} ${key}`, async (questions): Promise<Known> => {
    const windows = pages.map(({ kind, from, count }) => questions.parts(next.position, kind, from, count));
    return { detail: next, windows: await Promise.all(windows) };
  });
  if (isNext && value?.detail === next) setDetail(next);

  return {
    detail,
    lines,
    window,
    active,
    setActive: (at) => setStand({ of: detail, at }),
    partOf: ({ kind, at }) => {
      const known = value?.windows.find(
        (one) => one.kind === kind && at >= one.from && at < one.from + one.parts.length,
      );
      return known?.position === detail.position ? known.parts[at - known.from] : undefined;
    },
  };
}

// Where a person stands among the differences of an alignment, and whether what is said there is pinned. Each step is spoken.

import { useState } from 'react';
import { variantsIn } from '../../../analysis/align/variants.ts';
import { useClosedByEscape } from '../../../state/escape.ts';
import { announce } from '../../../ui/announce.ts';
import { formatCount } from '../../../words/numbers.ts';
import type { AlignedTexts } from './useAlignment.ts';

export interface DifferenceSteps {
  /** The difference that is outlined; a new object for every step, so that a step to the same place is one too. */
  readonly step: { readonly at: number } | undefined;
  /** What is said at it stays in view. */
  readonly isPinned: boolean;
  goTo(divergence: number): void;
  next(): void;
  previous(): void;
  pin(divergence: number): void;
  unpin(): void;
}

/** Forgets the place when the alignment is another one. */
export function useDifferenceSteps(aligned: AlignedTexts | undefined): DifferenceSteps {
  const [last, setLast] = useState<{ readonly of: AlignedTexts; readonly at: number }>();
  const [isPinned, setPinned] = useState(false);
  const step = last?.of === aligned ? last : undefined;
  const count = aligned?.alignment.divergences.length ?? 0;
  const goTo = (wanted: number): void => {
    if (aligned === undefined || count === 0) return;
    const at = (wanted + count) % count;
    setLast({ of: aligned, at });
    announce(spokenDifference(aligned, at));
  };
  const unpin = (): void => setPinned(false);
  useClosedByEscape(isPinned && step !== undefined, unpin);
  return {
    step,
    isPinned: isPinned && step !== undefined,
    goTo,
    next: () => goTo(step === undefined ? 0 : step.at + 1),
    previous: () => goTo(step === undefined ? count - 1 : step.at - 1),
    pin: (at) => {
      goTo(at);
      setPinned(true);
    },
    unpin,
  };
}

/** `Difference 8 of 9: “adjust” in 2 of 4, “catch up” in 1 of 4, missing in 1 of 4` */
function spokenDifference({ alignment, texts }: AlignedTexts, at: number): string {
  const { variants, absent } = variantsIn(alignment, at, (sample) => texts[sample] ?? '');
  const share = (samples: readonly number[]) =>
    `${formatCount(samples.length)} of ${formatCount(alignment.sampleCount)}`;
  const said = variants
    .slice(0, 4)
    .map(({ text, samples }) => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}” in ${share(samples)}`);
  if (variants.length > said.length) said.push(`${formatCount(variants.length - said.length)} more variants`);
  if (absent.length > 0) said.push(`missing in ${share(absent)}`);
  return `Difference ${formatCount(at + 1)} of ${formatCount(alignment.divergences.length)}: ${said.join(', ')}`;
}

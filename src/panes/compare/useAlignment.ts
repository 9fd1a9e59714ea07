// Runs the alignment: short texts at once, so that the first picture has its marks; long ones in turns between frames.

import { useEffect, useMemo, useRef, useState } from 'react';
import { type Alignment, alignInTurns, alignOutputs, type PairCache } from './alignOutputs.ts';

/** Code units of all texts together that are aligned while rendering: some milliseconds at worst. */
const atOnce = 8000;
const turnMs = 8;

/** The texts aligned with the first; undefined while long ones are being worked on. `texts` must be stable between changes. */
export function useAlignment(texts: readonly string[]): Alignment | undefined {
  const isShort = texts.reduce((sum, text) => sum + text.length, 0) <= atOnce;
  const [done, setDone] = useState<{ readonly texts: readonly string[]; readonly alignment: Alignment }>();
  const known = useRef<PairCache>(new Map());
  const immediate = useMemo(() => (isShort ? alignOutputs(texts, 0) : undefined), [texts, isShort]);

  useEffect(() => {
    if (isShort) return;
    const turns = alignInTurns(texts, 0, known.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const until = performance.now() + turnMs;
      let step = turns.next();
      while (!step.done && performance.now() < until) step = turns.next();
      if (step.done) setDone({ texts, alignment: step.value });
      else timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [texts, isShort]);

  return immediate ?? (done?.texts === texts ? done.alignment : undefined);
}
